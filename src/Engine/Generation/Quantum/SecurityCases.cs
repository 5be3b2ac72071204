using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Generation.Values;

namespace Alicerce.Engine.Generation.Quantum;

/// <summary>Headers, injection probes and protections that actions declare (T004-75).</summary>
internal sealed class SecurityCases : ICaseSource
{
    private const int MostRequests = 30;

    public string Kind => GenerationKinds.Security;

    public IEnumerable<TestCase> From(Component component, GenerationContext context)
    {
        if (component.Route is null || component.Type == ComponentType.Api) return [];
        var drafts = SmokeCases.Loads(component) ? Headers(component, context).Concat(PageProbes(component, context)) : [];
        return drafts.Concat(ActionProbes(component, context)).Concat(SessionCookie(component, context)).Select(d => d.Build());
    }

    private static IEnumerable<CaseDraft> Headers(Component component, GenerationContext context)
    {
        if (!context.TryAuth(component, component.RequiresAuth, out var profile)) yield break;
        var get = Requests.Get(component.Route!, profile, PageInputs.Identifiers(component));
        yield return Case(component, "header:x-content-type-options", "forbids guessing of content types", Requests.Step(get, Checks.Header("x-content-type-options", "eq", "nosniff")));
        yield return Case(component, "header:frame", "cannot be framed by other sites", Requests.Step(get, Checks.Header("x-frame-options", "exists")));
    }

    /// <summary>Each value that the page reads from its address, one probe at a time.</summary>
    private static IEnumerable<CaseDraft> PageProbes(Component component, GenerationContext context)
    {
        if (!context.TryAuth(component, component.RequiresAuth, out var profile) || !context.MayProbe(component)) yield break;
        var known = PageInputs.Identifiers(component);
        foreach (var name in PageInputs.Names(component))
        {
            foreach (var probe in Probes.All)
            {
                NameValue[] query = [.. known.Where(k => k.Name != name), new(name, probe.Value)];
                yield return Case(component, $"query:{name}:{probe.Name}", $"{name} withstands {probe.Title}", Requests.Step(Requests.Get(component.Route!, profile, query), probe.Assertions));
            }
        }
    }

    /// <summary>Each text of an action; the page that follows is looked at, for that is where a stored probe would show.</summary>
    private static IEnumerable<CaseDraft> ActionProbes(Component component, GenerationContext context)
    {
        foreach (var action in component.Actions.Where(a => a.Operation is null && a.Method != "PATCH"))
        {
            if (!ActionCases.IsCallable(component, action, context) || !context.MayProbe(component)) continue;
            if (!context.TryAuth(component, action, out var profile)) continue;
            foreach (var parameter in action.Params.Where(p => ValueRules.From(p).IsText && p.Enum.Count == 0))
            {
                foreach (var probe in Probes.All)
                {
                    var what = $"action:{action.Name}:{parameter.Name}:{probe.Name}";
                    var fields = InputFiller.ForAction(component, action, context.RandomFor(component, CaseKind.Security, what)).With(parameter.Name, probe.Value);
                    var send = Requests.Send(action.Method, component.Route!, fields, profile) with { FollowRedirects = true };
                    yield return Case(component, what, $"{action.Name}: {parameter.Name} withstands {probe.Title}", [.. fields.StepsTo(Requests.Step(send, probe.Assertions), component.Route!)]);
                }
            }
            foreach (var draft in Declared(component, action, profile, context)) yield return draft;
        }
    }

    /// <summary>Protections that the runtime is known to ignore: each is a finding, confirmed or not.</summary>
    private static IEnumerable<CaseDraft> Declared(Component component, ComponentAction action, string? profile, GenerationContext context)
    {
        var fields = InputFiller.ForAction(component, action, context.RandomFor(component, CaseKind.Security, action.Name));
        if (action.Method == "GET" || fields.Captures.Count > 0) yield break;
        var request = Requests.Send(action.Method, component.Route!, fields, profile);
        if (action.DeclaresCsrf && context.FindingFor(component, action.Name, "csrf") is { } csrf)
        {
            var foreign = request with { Headers = [new("Origin", "https://other.example"), new("Referer", "https://other.example/")] };
            yield return Case(component, $"action:{action.Name}:csrf", $"{action.Name} refuses a request from another site", Requests.Step(foreign, Checks.StatusIn(400, 401, 403, 419, 422))) with { Probes = csrf };
        }
        if (LimitOf(action.RateLimit) is { } limit && context.FindingFor(component, action.Name, "rate_limit") is { } rate)
        {
            var steps = Enumerable.Range(0, limit).Select(_ => Requests.Step(request)).Append(Requests.Step(request, Checks.Status(429)));
            yield return Case(component, $"action:{action.Name}:rate-limit", $"{action.Name} keeps its limit of {action.RateLimit}", [.. steps]) with { Probes = rate };
        }
    }

    /// <summary>The count of <c>10/minute</c>; null where trying it would take too many requests.</summary>
    private static int? LimitOf(string? rate) =>
        rate is not null && int.TryParse(rate.AsSpan(0, Math.Max(0, rate.IndexOf('/'))), out var count) && count is > 0 and <= MostRequests ? count : null;

    private static IEnumerable<CaseDraft> SessionCookie(Component component, GenerationContext context)
    {
        if (context.Login is not { } login || !ReferenceEquals(login.Page, component) || context.Options.LoginFields.Count == 0) yield break;
        var fields = login.Fill(context.RandomFor(component, CaseKind.Security, "session-cookie"), context.Options.LoginFields);
        var send = Requests.Step(Requests.Send("POST", login.Target, fields, Requests.NoAuth, referer: component.Route), Checks.Header("set-cookie", "matches", "(?i)httponly"));
        yield return Case(component, "session-cookie", "the session cookie is kept from scripts", [.. fields.StepsTo(send, component.Route!)]);
    }

    private static CaseDraft Case(Component component, string what, string title, params IReadOnlyList<Step> steps) =>
        new(component, CaseKind.Security, what, $"Security: {component.Name} - {title}", $"Verify on {component.Route}: {title}")
        {
            Source = $"component:{component.FilePath}",
            Steps = steps,
        };
}
