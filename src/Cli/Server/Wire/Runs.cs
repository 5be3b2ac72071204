namespace Alicerce.Cli.Server.Wire;

internal sealed record RunInput(
    int? EnvironmentId = null, string? TriggeredBy = null, int? Seed = null, IReadOnlyList<string>? Filter = null, IReadOnlyList<string>? Tags = null,
    bool? FailFast = null, int? Parallel = null, double? Rate = null, int? Shards = null);

internal sealed record RunAccepted(int RunId, string Status);

/// <summary>A run with its counters.</summary>
internal sealed record RunHead(
    int Id, int SuiteId, string Status, string BaseUrl, int Total, int Passed, int Failed, int Skipped, int Errors, string? Suite = null, string? Environment = null,
    int Seed = 1, int Flaky = 0, int FindingsConfirmed = 0, DateTimeOffset? StartedAt = null, DateTimeOffset? FinishedAt = null, long? DurationMs = null, string? Message = null)
{
    public bool HasEnded => Status is not ("pending" or "running");

    public bool IsCancelled => Status == "error" && Message == "cancelled";
}

/// <summary>Data of the event <c>result</c>.</summary>
internal sealed record ResultEvent(long Id, string TestName, string Status, double DurationMs, int? TestCaseId = null, string? Error = null, string? Reason = null);

/// <summary>One result with its steps.</summary>
internal sealed record ResultDetails(
    long Id, string TestName, string Status, int? TestCaseId = null, string? Key = null, string? TestType = null, string? CauseKey = null, int Attempt = 1, bool Flaky = false,
    DateTimeOffset? StartedAt = null, IReadOnlyList<ResultStep>? Steps = null);

internal sealed record ResultStep(
    string? Name = null, double DurationMs = 0, SentRequest? Request = null, ReceivedResponse? Response = null, IReadOnlyList<CheckedAssertion>? Assertions = null, string? Curl = null);

internal sealed record SentRequest(string Method, string Url, IReadOnlyList<Header>? Headers = null, string? Body = null, string? Curl = null);

internal sealed record ReceivedResponse(int Status, IReadOnlyList<Header>? Headers = null, string? Body = null, long BodyLength = 0, bool Truncated = false);

internal sealed record Header(string Name, string Value);

internal sealed record CheckedAssertion(string Assertion, bool Passed, string? Expected = null, string? Actual = null, string? Message = null);

internal sealed record HistoryEntry(
    int RunId, string Status, int Passed, int Failed, int Total, string? Environment = null, long? DurationMs = null, DateTimeOffset? FinishedAt = null);

internal sealed record ComparisonAnswer(IReadOnlyList<ComparedEnvironment> Environments, IReadOnlyList<ComparedCase> Differences);

internal sealed record ComparedEnvironment(int EnvironmentId, string Name, int? RunId = null, int Passed = 0, int Total = 0, double? Percent = null, string? Verdict = null);

internal sealed record ComparedCase(string Key, string TestName, IReadOnlyDictionary<string, ComparedResult> ByEnvironment);

internal sealed record ComparedResult(string Status, string? Reason = null);
