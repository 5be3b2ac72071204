using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Reporting;
using Alicerce.Engine.Running;

namespace Alicerce.Engine.Tests.Reporting;

/// <summary>A small run with one case of each ending, and the way to play it to a report.</summary>
internal static class SampleRun
{
    public const string Hostile = "</script><script>alert(1)</script> ]]> <!-- \" ' & \0\u0001\u001b[31m \ud800 x \udc00 😀 | `tick` ```fence``` @someone ![i](http://evil.example)\nnext";

    private static readonly DateTimeOffset s_at = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static RunStarted Started => new(s_at, "Loja", "http://127.0.0.1:5080", "local", 5, 7);

    public static CaseResult Passed => Result("login.q|smoke|page", "Smoke: login", CaseStatus.Passed) with { Duration = TimeSpan.FromMilliseconds(12) };

    public static CaseResult Failed => Result("login.q|api|login:invalid", "API: login refuses a bad e-mail", CaseStatus.Failed) with
    {
        Duration = TimeSpan.FromMilliseconds(34),
        Message = "Assertions failed: status in [400, 422] (was 500)",
        Reason = Reasons.ServerError,
        CauseKey = "server_error|status|POST /login|500",
        Steps =
        [
            new StepResult
            {
                Name = "send",
                Request = new RequestSnapshot("POST", "http://127.0.0.1:5080/login", [new NameValue("Accept", "*/*")], "email=x", "curl -X POST http://127.0.0.1:5080/login -d 'email=x'"),
                Response = new ResponseSnapshot(500, [new NameValue("Content-Type", "text/html")], "<h1>Boom</h1>", 13, false),
                Assertions = [new AssertionResult("status in [400, 422]", false, "[400, 422]", "500"), new AssertionResult("duration lt 1000", true, "1000", "34")],
            },
        ],
    };

    public static CaseResult Errored => Result("cart.q|api|add", "API: add", CaseStatus.Error) with
    {
        Message = "No connection to 127.0.0.1:5080",
        Reason = Reasons.ConnectionFailed,
        CauseKey = "connection_failed|#",
    };

    public static CaseResult Skipped => Result("orders.q|query|all", "Query: all", CaseStatus.Skipped) with { Message = "no driver for mysql", Reason = Reasons.NoDriver };

    public static CaseResult Flaky => Result("home.q|smoke|page", "Smoke: home", CaseStatus.Passed) with { Attempt = 2, Flaky = true, Duration = TimeSpan.FromSeconds(1.5) };

    public static CaseResult[] All => [Passed, Failed, Errored, Skipped, Flaky];

    public static CaseResult HostileFailure => Failed with
    {
        Case = Failed.Case with { Name = Hostile, Tags = [Hostile], ComponentPath = Hostile },
        Message = Hostile,
        CauseKey = Hostile,
        Steps =
        [
            new StepResult
            {
                Name = Hostile,
                Request = new RequestSnapshot("GET", Hostile, [new NameValue(Hostile, Hostile)], Hostile, Hostile),
                Response = new ResponseSnapshot(200, [new NameValue(Hostile, Hostile)], Hostile, 1, true),
                Assertions = [new AssertionResult(Hostile, false, Hostile, Hostile, Hostile)],
            },
        ],
    };

    public static CaseResult Result(string key, string name, CaseStatus status) => new()
    {
        Case = new TestCase
        {
            Key = key,
            Name = name,
            Kind = Enum.Parse<CaseKind>(key.Split('|')[1], ignoreCase: true),
            Steps = [new Step()],
            ComponentPath = key.Split('|')[0],
            Tags = ["sample"],
        },
        Status = status,
        StartedAt = s_at,
    };

    public static RunFinished Finished(IReadOnlyCollection<CaseResult> results) => new(s_at.AddSeconds(2), new RunSummary(
        results.Count, results.Count(r => r.Status == CaseStatus.Passed), results.Count(r => r.Status == CaseStatus.Failed), results.Count(r => r.Status == CaseStatus.Skipped),
        results.Count(r => r.Status == CaseStatus.Error), results.Count(r => r.Flaky), 0, TimeSpan.FromSeconds(2), false));

    /// <summary>The text of the file that a report makes of these results.</summary>
    public static async Task<string> WriteAsync(Func<string, IRunListener> report, params CaseResult[] results)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "sub", "report");
        await using (var listener = report(path))
        {
            await PlayAsync(listener, results, finish: true);
            Directory.GetFiles(Path.GetDirectoryName(path)!).Length.ShouldBe(1 + Directory.GetFiles(Path.GetDirectoryName(path)!, "*.tmp").Length);
        }
        Directory.GetFiles(Path.GetDirectoryName(path)!).ShouldBe([path]);
        return await File.ReadAllTextAsync(path);
    }

    public static async Task PlayAsync(IRunListener listener, IReadOnlyCollection<CaseResult> results, bool finish)
    {
        await listener.OnAsync(Started, CancellationToken.None);
        foreach (var result in results)
            await listener.OnAsync(new CaseFinished(result), CancellationToken.None);
        if (finish)
            await listener.OnAsync(Finished(results), CancellationToken.None);
    }

    public static Component Component(string path, ComponentType type = ComponentType.Page, string? route = "/") =>
        new() { FilePath = path, Name = path, Type = type, Route = route, ContentHash = "0" };
}
