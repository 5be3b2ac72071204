using System.Text.Json;
using Alicerce.Engine.Cases;
using Alicerce.Harness;
using Alicerce.Modules.Testing;
using Alicerce.Modules.Testing.Rows;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Testing.Tests.Runs;

/// <summary>The server with its own database, and short ways to suites and runs.</summary>
public class RunsFixture : ServerFixture
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    internal async Task<int> ProjectAsync() => (await Server.PostAsync("/api/v1/projects", new { Name = $"p{Guid.NewGuid():N}" }, Ct)).GetProperty("id").GetInt32();

    internal async Task<int> EnvironmentAsync(int projectId, Uri url, string name = "local") =>
        (await Server.PostAsync($"/api/v1/projects/{projectId}/environments", new { Name = name, BaseUrl = url.ToString() }, Ct)).GetProperty("id").GetInt32();

    internal async Task<int> SuiteAsync(int projectId, string config, params IEnumerable<TestCase> cases)
    {
        await using var scope = Server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TestingDb>();
        var suite = new StoredSuite { ProjectId = projectId, Name = $"s{Guid.NewGuid():N}", TestType = "mixed", ConfigJson = config };
        db.Suites.Add(suite);
        await db.SaveChangesAsync(Ct);
        db.Cases.AddRange(cases.Select(c => c.ToRow(suite.Id, null)));
        await db.SaveChangesAsync(Ct);
        return suite.Id;
    }

    /// <summary>A project with the environment <c>local</c> at the target and one suite.</summary>
    internal async Task<int> SuiteAgainstAsync(Target target, string config, params IEnumerable<TestCase> cases)
    {
        var project = await ProjectAsync();
        await EnvironmentAsync(project, target.Url);
        return await SuiteAsync(project, config, cases);
    }

    internal async Task<int> StartAsync(int suiteId, object? request = null) =>
        (await Server.PostAsync($"/api/v1/test-suites/{suiteId}/run", request ?? new { }, Ct)).GetProperty("run_id").GetInt32();

    internal async Task<JsonElement> EndOfAsync(int runId)
    {
        JsonElement run = default;
        await Eventually.BecomesTrueAsync(
            async () => (run = await Server.GetAsync($"/api/v1/test-runs/{runId}", Ct)).GetProperty("status").GetString() != "running", $"run {runId} ends", Ct);
        return run;
    }

    internal async Task<JsonElement> RunAsync(int suiteId, object? request = null) => await EndOfAsync(await StartAsync(suiteId, request));

    internal static TestCase Get(string path, params Assertion[] assertions) => new()
    {
        Key = $"get {path}",
        Name = $"GET {path}",
        Kind = CaseKind.Smoke,
        Timeout = TimeSpan.FromSeconds(30),
        Steps = [new Step { Request = new RequestSpec { Target = path }, Assertions = assertions }],
    };

    internal static TestCase Post(string path) => new()
    {
        Key = $"post {path}",
        Name = $"POST {path}",
        Kind = CaseKind.Api,
        Mutates = true,
        Timeout = TimeSpan.FromSeconds(30),
        Steps = [new Step { Request = new RequestSpec { Method = "POST", Target = path } }],
    };

    internal static Assertion That(string type, System.Text.Json.Nodes.JsonNode? value, string? op = null) => new() { Type = type, Value = value, Operator = op };
}
