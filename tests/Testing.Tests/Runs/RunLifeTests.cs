using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Alicerce.Harness;
using static Alicerce.Testing.Tests.Runs.RunsFixture;

namespace Alicerce.Testing.Tests.Runs;

public sealed class RunLifeTests(RunsFixture fixture) : IClassFixture<RunsFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Trait("Trap", "T004-54")]
    public async Task Results_are_visible_while_the_run_is_under_way_and_cancelling_ends_it_at_once()
    {
        await using var target = await Target.StartAsync(context => context.Request.Path == "/slow" ? Task.Delay(Timeout.Infinite, context.RequestAborted) : Task.CompletedTask);
        var runId = await fixture.StartAsync(await fixture.SuiteAgainstAsync(target, "{}", Get("/a"), Get("/b"), Get("/slow")));
        var address = $"/api/v1/test-runs/{runId}";
        await Eventually.BecomesTrueAsync(async () => (await fixture.Server.GetAsync(address, Ct)).GetProperty("results").GetArrayLength() == 2, "two results are seen", Ct);
        (await fixture.Server.GetAsync(address, Ct)).GetProperty("status").GetString().ShouldBe("running");

        using var cancelled = await fixture.Client.PostAsync($"{address}/cancel", null, Ct);
        using var again = await fixture.Client.PostAsync($"{address}/cancel", null, Ct);

        cancelled.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var run = await fixture.Server.GetAsync(address, Ct);
        (run.GetProperty("status").GetString(), run.GetProperty("message").GetString(), run.GetProperty("passed").GetInt32()).ShouldBe(("error", "cancelled", 2));
        await Eventually.BecomesTrueAsync(async () => await CountAsync("platform.jobs WHERE state = 'running'") == 0, "the shard stops", Ct);
    }

    [Fact, Trait("Trap", "T004-54")]
    public async Task A_run_whose_jobs_are_gone_is_closed_as_error()
    {
        var suite = await fixture.SuiteAsync(await fixture.ProjectAsync(), "{}");
        await using var orphan = fixture.Database.Source.CreateCommand("""
            INSERT INTO testing.test_runs (suite_id, suite_name, base_url, status, started_at) VALUES ($1, 'lost', 'http://127.0.0.1', 'running', now()) RETURNING id
            """);
        orphan.Parameters.AddWithValue(suite);
        var runId = (int)(await orphan.ExecuteScalarAsync(Ct))!;

        var run = await fixture.EndOfAsync(runId);

        run.GetProperty("status").GetString().ShouldBe("error");
        run.GetProperty("message").GetString().ShouldStartWith("The run was lost");
        (await CountAsync($"platform.outbox WHERE type = 'test.run.finished' AND subject_id = '{runId}'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_watcher_sees_each_result_once_and_goes_on_where_it_left_off()
    {
        await using var target = await Target.StartAsync();
        var runId = await fixture.StartAsync(await fixture.SuiteAgainstAsync(target, "{}", Enumerable.Range(0, 30).Select(i => Get($"/page/{i}"))));

        var all = await WatchAsync(runId, null);
        var results = all.Where(e => e.EventType == "result").ToList();
        var rest = await WatchAsync(runId, results[19].EventId);

        results.Select(e => e.EventId).Distinct().Count().ShouldBe(30);
        all[^1].EventType.ShouldBe("end");
        JsonElement.Parse(all[^1].Data).GetProperty("passed").GetInt32().ShouldBe(30);
        rest.Where(e => e.EventType == "result").Select(e => e.EventId).ShouldBe(results[20..].Select(e => e.EventId));
    }

    [Fact, Trait("Req", "S004-RUN-13"), Trait("Trap", "T004-72")]
    public async Task Environments_are_compared_case_by_case_with_short_reasons()
    {
        await using var dev = await Target.StartAsync();
        await using var production = await Target.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/admin" ? 403 : 200;
            return Task.CompletedTask;
        });
        var project = await fixture.ProjectAsync();
        var first = await fixture.EnvironmentAsync(project, dev.Url, "dev");
        var second = await fixture.EnvironmentAsync(project, production.Url, "production");
        var suite = await fixture.SuiteAsync(project, "{}", Get("/"), Get("/admin"));
        await fixture.RunAsync(suite, new { environment_id = first });
        await fixture.RunAsync(suite, new { environment_id = second });

        var comparison = await fixture.Server.GetAsync($"/api/v1/test-suites/{suite}/comparison", Ct);

        comparison.GetProperty("environments").EnumerateArray().Select(e => (e.GetProperty("name").GetString(), e.GetProperty("percent").GetDouble(), e.GetProperty("verdict").GetString()))
            .ShouldBe([("dev", 100, "passed"), ("production", 50, "failed")]);
        var difference = comparison.GetProperty("differences").EnumerateArray().ShouldHaveSingleItem();
        difference.GetProperty("by_environment").GetProperty($"{second}").GetProperty("reason").GetString().ShouldBe("permission_denied");
        comparison.GetProperty("failing").GetProperty("production")[0].GetProperty("title").GetString().ShouldBe("Permission denied");
        comparison.GetProperty("failing").GetProperty("dev").GetArrayLength().ShouldBe(0);
    }

    [Fact, Trait("Req", "S004-API-20")]
    public async Task Runs_are_listed_and_remembered_by_their_suite()
    {
        await using var target = await Target.StartAsync();
        var suite = await fixture.SuiteAgainstAsync(target, """{"min_pass_rate":0.5}""", Get("/"), Get("/500/a"));
        var one = (await fixture.RunAsync(suite)).GetProperty("id").GetInt32();
        var two = (await fixture.RunAsync(suite)).GetProperty("id").GetInt32();

        var page = await fixture.Client.GetFromJsonAsync<JsonElement>($"/api/v1/test-runs?suite_id={suite}&status=passed", Ct);
        var history = await fixture.Server.GetAsync($"/api/v1/test-suites/{suite}/history?limit=1", Ct);

        page.GetProperty("data").EnumerateArray().Select(r => r.GetProperty("id").GetInt32()).ShouldBe([two, one]);
        page.GetProperty("meta").GetProperty("total").GetInt32().ShouldBe(2);
        history.EnumerateArray().ShouldHaveSingleItem().GetProperty("run_id").GetInt32().ShouldBe(two);
    }

    private async Task<List<SseItem<string>>> WatchAsync(int runId, string? lastEventId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/test-runs/{runId}/events");
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        using var response = await fixture.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
        var items = new List<SseItem<string>>();
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync(Ct)).EnumerateAsync(Ct)) items.Add(item);
        return items;
    }

    private async Task<long> CountAsync(string what)
    {
        await using var command = fixture.Database.Source.CreateCommand($"SELECT count(*) FROM {what}");
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }
}
