using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;
using Alicerce.Modules.Testing.Rows;

namespace Alicerce.Modules.Testing.Cases;

/// <summary>Makes the case that a body describes: a new one, or the present one with what the body changes.</summary>
internal static class CaseBuilder
{
    public static TestCase New(CaseBody body, int order)
    {
        var kind = body.TestType.Or(CaseKind.Api);
        var blank = new TestCase
        {
            Key = $"manual|{CaseMapping.KindName(kind)}|{Guid.NewGuid().ToString("N")[..12]}",
            Name = "",
            Kind = kind,
            Steps = [new Step()],
            Order = order,
        };
        return Change(blank, body);
    }

    public static TestCase Change(TestCase current, CaseBody body)
    {
        var kind = body.TestType.Or(current.Kind);
        var touchesSteps = body.Target.IsGiven || body.Method.IsGiven || body.Input.IsGiven || body.Assertions.IsGiven || body.Expected.IsGiven;
        var steps = touchesSteps ? StepsOf(current, body) : current.Steps;
        return current with
        {
            Key = body.Key.Or(current.Key) ?? current.Key,
            Name = body.Name.Or(current.Name) ?? "",
            Description = body.Description.Or(current.Description),
            Kind = kind,
            Tags = body.Tags.Or([.. current.Tags]) ?? [],
            Steps = steps,
            Mutates = body.Mutates.Or(Follows(current.Mutates, sent => !RequestMethods.AreSafe(sent), current.Steps, steps)),
            Idempotent = body.Idempotent.Or(Follows(current.Idempotent, RequestMethods.AreIdempotent, current.Steps, steps)),
            Timeout = body.Timeout.IsGiven ? Seconds(body.Timeout.Value) : current.Timeout,
            Retries = body.Retries.Or(current.Retries),
            IsActive = body.IsActive.Or(current.IsActive),
            Order = body.Order.Or(current.Order),
            Load = body.Load.IsGiven ? LoadOf(body.Load.Value) : current.Load,
        };
    }

    /// <summary>A mark that says what the methods said goes with them; one that says otherwise was set by somebody and stays.</summary>
    private static bool Follows(bool mark, Func<IReadOnlyList<Step>, bool> told, IReadOnlyList<Step> before, IReadOnlyList<Step> after) => mark == told(before) ? told(after) : mark;

    private static Step[] StepsOf(TestCase current, CaseBody body)
    {
        if (body.Input.Value?.Steps is { } given) return given;
        var present = current.Steps[0];
        var first = IsQuery(present, body) ? QueryStep(present, body) : RequestStep(present, body);
        first = first with { Assertions = AssertionsOf(present, body) };
        return [first, .. current.Steps.Skip(1)];
    }

    private static bool IsQuery(Step present, CaseBody body) => body.Input is { IsGiven: true, Value: { } input } ? input.Sql is not null : present.Query is not null;

    private static Step QueryStep(Step present, CaseBody body)
    {
        var input = body.Input.Value;
        var query = present.Query ?? new QuerySpec("", "", []);
        return present with
        {
            Request = null,
            Query = new QuerySpec(body.Target.Or(query.Datasource) ?? "", input?.Sql ?? query.Sql, input is null ? query.Arguments : input.Arguments ?? []),
        };
    }

    private static Step RequestStep(Step present, CaseBody body)
    {
        var request = present.Request ?? new RequestSpec { Target = "" };
        request = request with { Target = body.Target.Or(request.Target) ?? "", Method = (body.Method.Or(request.Method) ?? "").ToUpperInvariant() };
        if (!body.Input.IsGiven) return present with { Request = request, Query = null };
        var input = body.Input.Value ?? new CaseInputBody();
        return present with
        {
            Query = null,
            Captures = input.Captures ?? [],
            Request = request with { Query = input.Query ?? [], Headers = input.Headers ?? [], Body = input.Body, Auth = input.Auth, FollowRedirects = input.FollowRedirects },
        };
    }

    private static IReadOnlyList<Assertion> AssertionsOf(Step present, CaseBody body)
    {
        IReadOnlyList<Assertion> assertions = body.Assertions.IsGiven ? body.Assertions.Value ?? [] : present.Assertions;
        if (body.Expected.Value?["status"] is not { } status || assertions.Any(a => a.Type == AssertionTypes.Status)) return assertions;
        return [new Assertion { Type = AssertionTypes.Status, Operator = status is JsonArray ? "in" : "eq", Value = status.DeepClone() }, .. assertions];
    }

    private static LoadProfile? LoadOf(LoadBody? load) =>
        load is null ? null : new LoadProfile(load.Users, Seconds(load.Duration), load.MaxErrorRate, load.MaxP95 is { } p95 ? Seconds(p95) : null);

    /// <summary>Out of range becomes zero, which the rules refuse.</summary>
    private static TimeSpan Seconds(double seconds) => seconds is > 0 and <= 1_000_000 ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
}
