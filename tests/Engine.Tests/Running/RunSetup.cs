using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Running;
using Alicerce.Outbound;

namespace Alicerce.Engine.Tests.Running;

/// <summary>Short ways to write cases and to run them.</summary>
internal static class RunSetup
{
    public static TargetEnvironment Environment(Uri baseUrl) => new() { BaseUrl = baseUrl, Egress = EgressPolicy.Only(baseUrl) };

    public static RunRequest Request(Uri baseUrl, params TestCase[] cases) =>
        new() { SuiteName = "suite", Cases = cases.ToAsyncEnumerable(), Total = cases.Length, Target = Environment(baseUrl) };

    public static TestCase Case(string target, params Assertion[] assertions) => Story($"get {target}", new Step { Request = new RequestSpec { Target = target }, Assertions = assertions });

    public static TestCase Story(string key, params Step[] steps) =>
        new() { Key = key, Name = key, Kind = CaseKind.Api, Steps = steps, Timeout = TimeSpan.FromSeconds(10) };

    public static Step Get(string target, params Assertion[] assertions) => new() { Request = new RequestSpec { Target = target }, Assertions = assertions };

    public static Assertion That(string type, JsonNode? value = null, string? op = null, string? subject = null, bool not = false) =>
        new() { Type = type, Value = value, Operator = op, Subject = subject, Not = not };

    public static async Task<List<RunEvent>> EventsAsync(RunRequest request, CancellationToken? ct = null)
    {
        List<RunEvent> events = [];
        await foreach (var e in CaseRunner.RunAsync(request, TimeProvider.System, ct ?? TestContext.Current.CancellationToken)) events.Add(e);
        return events;
    }

    public static async Task<List<CaseResult>> RunAsync(RunRequest request) => [.. (await EventsAsync(request)).OfType<CaseFinished>().Select(e => e.Result)];

    /// <summary>The result of the only case.</summary>
    public static async Task<CaseResult> RunOneAsync(Uri baseUrl, TestCase testCase) => (await RunAsync(Request(baseUrl, testCase))).ShouldHaveSingleItem();

    /// <summary>Verdict of one assertion on the answer of a target.</summary>
    public static async Task<AssertionResult> JudgeAsync(FakeTarget target, Assertion assertion)
    {
        var result = await RunOneAsync(target.BaseUrl, Case("/page", assertion));
        result.Status.ShouldBeOneOf(CaseStatus.Passed, CaseStatus.Failed);
        return result.Steps[0].Assertions.ShouldHaveSingleItem();
    }
}
