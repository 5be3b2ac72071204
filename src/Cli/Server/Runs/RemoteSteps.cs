using Alicerce.Cli.Server.Wire;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Running;

namespace Alicerce.Cli.Server.Runs;

/// <summary>Steps of a stored result as the engine's records, which reports and summaries read.</summary>
internal static class RemoteSteps
{
    public static StepResult StepOf(ResultStep step) => new()
    {
        Name = step.Name,
        Request = step.Request is { } sent ? new RequestSnapshot(sent.Method, sent.Url, HeadersOf(sent.Headers), sent.Body, sent.Curl ?? step.Curl) : null,
        Response = step.Response is { } got ? new ResponseSnapshot(got.Status, HeadersOf(got.Headers), got.Body, got.BodyLength, got.Truncated) : null,
        Duration = TimeSpan.FromMilliseconds(step.DurationMs),
        Assertions = [.. (step.Assertions ?? []).Select(a => new AssertionResult(a.Assertion, a.Passed, a.Expected, a.Actual, a.Message))],
    };

    private static NameValue[] HeadersOf(IReadOnlyList<Header>? headers) => [.. (headers ?? []).Select(h => new NameValue(h.Name, h.Value))];
}
