using System.Text.Json;
using System.Text.Json.Serialization;
using Alicerce.Engine.Running;
using Alicerce.Modules.Testing.Rows;
using Alicerce.Platform.Web;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>
/// How a result's exchange is written in its two JSON columns. Secrets are already redacted and bodies already cut to 10,000 characters by the
/// engine (S004-RUN-05, T004-56).
/// </summary>
internal static class StoredSteps
{
    /// <param name="Response">As the target answered; null when it did not, and for query steps.</param>
    public sealed record Exchange(string? Name, RequestSnapshot? Request, Answered? Response, double DurationMs);

    /// <param name="Truncated">The body is longer than what is kept.</param>
    public sealed record Answered(int StatusCode, IReadOnlyList<Engine.Cases.NameValue> Headers, string? Body, long BodyLength, bool Truncated);

    /// <summary>Column <c>response_json</c>.</summary>
    public sealed record ResponseColumn(IReadOnlyList<Exchange> Steps);

    /// <summary>One entry of column <c>assertion_results_json</c> (S004-RUN-06).</summary>
    /// <param name="Step">Counted from 0; left out for the first.</param>
    /// <param name="Passed">Always written, although false is the default of its type.</param>
    public sealed record AssertionEntry(
        string Assertion, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] bool Passed, string? Expected, string? Actual, string? Message, int Step);

    private static readonly JsonSerializerOptions Options = new(ApiJson.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = false,
    };

    /// <returns>Null when no step kept its exchange.</returns>
    public static string? ResponseJson(CaseResult result)
    {
        if (!result.Steps.Any(step => step.Request is not null || step.Response is not null)) return null;
        return CaseJson.ForJsonb(JsonSerializer.Serialize(new ResponseColumn([.. result.Steps.Select(ExchangeOf)]), Options));
    }

    public static string AssertionsJson(CaseResult result)
    {
        if (result.Steps.Count == 0) return "[]";
        var entries = result.Steps.SelectMany((step, i) => step.Assertions.Select(a => new AssertionEntry(a.Assertion, a.Passed, a.Expected, a.Actual, a.Message, i)));
        return CaseJson.ForJsonb(JsonSerializer.Serialize(entries, Options));
    }

    /// <summary>The steps of a stored result, each with its assertions.</summary>
    public static IReadOnlyList<StepResult> Read(string? responseJson, string? assertionsJson)
    {
        var exchanges = responseJson is null ? [] : JsonSerializer.Deserialize<ResponseColumn>(responseJson, Options)?.Steps ?? [];
        var assertions = assertionsJson is null ? [] : JsonSerializer.Deserialize<AssertionEntry[]>(assertionsJson, Options) ?? [];
        var count = Math.Max(exchanges.Count, assertions.Length == 0 ? 0 : assertions.Max(a => a.Step) + 1);
        return [.. Enumerable.Range(0, count).Select(i => StepOf(i < exchanges.Count ? exchanges[i] : null, assertions.Where(a => a.Step == i)))];
    }

    private static Exchange ExchangeOf(StepResult step) => new(
        step.Name, step.Request,
        step.Response is { } r ? new Answered(r.Status, r.Headers, r.Body, r.BodyLength, r.Truncated) : null,
        Math.Round(step.Duration.TotalMilliseconds, 2));

    private static StepResult StepOf(Exchange? exchange, IEnumerable<AssertionEntry> assertions) => new()
    {
        Name = exchange?.Name,
        Request = exchange?.Request is { } request ? request with { Headers = request.Headers ?? [] } : null,
        Response = exchange?.Response is { } r ? new ResponseSnapshot(r.StatusCode, r.Headers ?? [], r.Body, r.BodyLength, r.Truncated) : null,
        Duration = TimeSpan.FromMilliseconds(exchange?.DurationMs ?? 0),
        Assertions = [.. assertions.Select(a => new AssertionResult(a.Assertion, a.Passed, a.Expected, a.Actual, a.Message))],
    };
}
