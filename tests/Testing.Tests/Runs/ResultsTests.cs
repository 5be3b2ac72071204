using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Engine.Cases;
using Microsoft.AspNetCore.Http;
using static Alicerce.Testing.Tests.Runs.RunsFixture;

namespace Alicerce.Testing.Tests.Runs;

public sealed class ResultsTests(RunsFixture fixture) : IClassFixture<RunsFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Trait("Req", "S004-RUN-02"), Trait("Req", "S004-RUN-03")]
    public async Task Active_cases_run_in_their_order_and_are_counted()
    {
        await using var target = await Target.StartAsync();
        var protectedCase = Get("/4") with { Order = 4, IsActive = false };
        var suite = await fixture.SuiteAgainstAsync(
            target, """{"parallel":false}""", Get("/500/third") with { Order = 3 }, Get("/first") with { Order = 1 }, Get("no-slash") with { Order = 9 }, Get("/second") with { Order = 2 },
            protectedCase);

        var run = await fixture.RunAsync(suite);

        target.Requests.Select(r => r.Path).ShouldBe(["/first", "/second", "/500/third"]);
        int Of(string name) => run.GetProperty(name).GetInt32();
        (Of("total"), Of("passed"), Of("failed"), Of("skipped"), Of("errors")).ShouldBe((4, 2, 1, 0, 1));
        run.GetProperty("status").GetString().ShouldBe("failed");
        run.GetProperty("started_at").GetDateTimeOffset().ShouldBeLessThanOrEqualTo(run.GetProperty("finished_at").GetDateTimeOffset());
        run.GetProperty("duration_ms").GetInt64().ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact, Trait("Req", "S004-VER-05"), Trait("Trap", "T004-46")]
    public async Task The_printed_address_answers_flat_with_results_and_the_run_beside_them()
    {
        await using var target = await Target.StartAsync();
        var run = await fixture.RunAsync(await fixture.SuiteAgainstAsync(target, "{}", Get("/a"), Get("/500/b")));

        var flat = await fixture.Client.GetFromJsonAsync<JsonElement>($"/test-runs/{run.GetProperty("id").GetInt32()}", Ct);

        flat.GetProperty("passed").GetInt32().ShouldBe(1);
        flat.GetProperty("failed").GetInt32().ShouldBe(1);
        flat.GetProperty("results").GetArrayLength().ShouldBe(2);
        flat.GetProperty("run").GetProperty("passed").GetInt32().ShouldBe(1);
    }

    [Fact, Trait("Req", "S004-RUN-09"), Trait("Req", "S004-RUN-12")]
    public async Task Results_carry_name_status_duration_and_error_and_are_paged()
    {
        await using var target = await Target.StartAsync();
        var run = await fixture.RunAsync(await fixture.SuiteAgainstAsync(target, "{}", Get("/a"), Get("/500/b"), Get("/c")));
        var address = $"/api/v1/test-runs/{run.GetProperty("id").GetInt32()}/results";

        var failed = (await fixture.Server.GetAsync($"{address}?status=failed", Ct))[0];
        var first = await fixture.Client.GetFromJsonAsync<JsonElement>($"{address}?limit=2", Ct);
        var rest = await fixture.Client.GetFromJsonAsync<JsonElement>($"{address}?limit=2&cursor={first.GetProperty("meta").GetProperty("next_cursor").GetString()}", Ct);

        failed.GetProperty("test_name").GetString().ShouldBe("GET /500/b");
        failed.GetProperty("error").GetString().ShouldBe("Assertions failed: status lt 400 (was 500)");
        failed.GetProperty("reason").GetString().ShouldBe("server_error");
        failed.GetProperty("duration_ms").GetDouble().ShouldBeGreaterThan(0);
        first.GetProperty("data").GetArrayLength().ShouldBe(2);
        rest.GetProperty("data").GetArrayLength().ShouldBe(1);
        rest.GetProperty("meta").GetProperty("has_more").GetBoolean().ShouldBeFalse();
    }

    [Fact, Trait("Req", "S004-RUN-05"), Trait("Trap", "T004-56")]
    public async Task A_failures_answer_is_kept_with_its_body_cut_and_its_cookies_hidden()
    {
        await using var target = await Target.StartAsync(context =>
        {
            context.Response.StatusCode = 500;
            context.Response.Headers.SetCookie = "session=topsecretvalue";
            return context.Response.WriteAsync(new string('x', 30_000), context.RequestAborted);
        });

        var response = (await FirstResultAsync(target, Get("/"))).GetProperty("steps")[0].GetProperty("response");

        response.GetProperty("status").GetInt32().ShouldBe(500);
        response.GetProperty("body").GetString()!.Length.ShouldBeLessThanOrEqualTo(10_000);
        response.GetProperty("body_length").GetInt64().ShouldBe(30_000);
        response.GetProperty("headers").GetArrayLength().ShouldBeGreaterThan(0);
        response.GetRawText().ShouldNotContain("topsecretvalue");
    }

    [Fact, Trait("Req", "S004-RUN-06"), Trait("Req", "S004-RUN-07")]
    public async Task Each_assertion_is_kept_with_what_it_saw()
    {
        await using var target = await Target.StartAsync();

        var result = await FirstResultAsync(target, Get("/", That("status", 200), That("contains", "superb")));

        var assertions = result.GetProperty("steps")[0].GetProperty("assertions");
        assertions[0].GetProperty("assertion").GetString().ShouldBe("status eq 200");
        assertions[0].GetProperty("passed").GetBoolean().ShouldBeTrue();
        assertions[1].GetProperty("passed").GetBoolean().ShouldBeFalse();
        result.GetProperty("error").GetString().ShouldStartWith("Assertions failed: contains");
    }

    [Fact, Trait("Req", "S004-RUN-04")]
    public async Task A_case_is_sent_with_its_method_and_ends_at_its_time_limit()
    {
        await using var target = await Target.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        var result = await FirstResultAsync(target, Post("/orders") with { Timeout = TimeSpan.FromMilliseconds(200) });

        target.Requests.ShouldHaveSingleItem().ShouldBe(("POST", "/orders"));
        result.GetProperty("status").GetString().ShouldBe("error");
        result.GetProperty("reason").GetString().ShouldBe("timeout");
    }

    [Fact, Trait("Req", "S004-RUN-10"), Trait("Trap", "T004-48")]
    public async Task The_suites_parallelism_and_retries_hold_and_attempts_are_kept()
    {
        var calls = 0;
        await using var target = await Target.StartAsync(async context =>
        {
            await Task.Delay(1000, context.RequestAborted);
            if (context.Request.Path == "/flaky" && Interlocked.Increment(ref calls) == 1) context.Response.StatusCode = 500;
        });
        var cases = Enumerable.Range(0, 20).Select(i => Get($"/{i}")).Append(Get("/flaky"));
        var suite = await fixture.SuiteAgainstAsync(target, """{"timeout":20,"retries":2,"parallel":21}""", cases);
        var clock = Stopwatch.StartNew();

        var run = await fixture.RunAsync(suite);

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(15));
        run.GetProperty("status").GetString().ShouldBe("passed");
        run.GetProperty("flaky").GetInt32().ShouldBe(1);
        var flaky = run.GetProperty("results").EnumerateArray().Single(r => r.GetProperty("flaky").GetBoolean());
        flaky.GetProperty("attempt").GetInt32().ShouldBe(2);
        var details = await fixture.Server.GetAsync($"/api/v1/test-results/{flaky.GetProperty("id").GetInt64()}", Ct);
        details.GetProperty("attempt_ids").GetArrayLength().ShouldBe(2);
    }

    [Fact, Trait("Trap", "T004-57")]
    public async Task Shards_at_work_at_the_same_time_write_each_result_once()
    {
        await using var target = await Target.StartAsync();
        var suite = await fixture.SuiteAgainstAsync(target, "{}", Enumerable.Range(0, 400).Select(i => Get($"/page/{i}")));

        var run = await fixture.RunAsync(suite, new { shards = 4 });

        run.GetProperty("passed").GetInt32().ShouldBe(400);
        run.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("test_case_id").GetInt32()).Distinct().Count().ShouldBe(400);
        target.Requests.Select(r => r.Path).Distinct().Count().ShouldBe(400);
        target.Requests.Count.ShouldBe(400);
    }

    [Fact, Trait("Trap", "T004-58")]
    public async Task A_deleted_case_keeps_its_results_and_runs_no_more()
    {
        await using var target = await Target.StartAsync();
        var suite = await fixture.SuiteAgainstAsync(target, "{}", Get("/a") with { Order = 2 }, Get("/b") with { Order = 1 });
        var before = await fixture.RunAsync(suite);
        await using var delete = fixture.Database.Source.CreateCommand("UPDATE testing.test_cases SET deleted_at = now() WHERE suite_id = $1 AND \"order\" = 2");
        delete.Parameters.AddWithValue(suite);
        await delete.ExecuteNonQueryAsync(Ct);

        var after = await fixture.RunAsync(suite);

        after.GetProperty("total").GetInt32().ShouldBe(1);
        var old = await fixture.Server.GetAsync($"/api/v1/test-runs/{before.GetProperty("id").GetInt32()}", Ct);
        old.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("test_name").GetString()).Order().ShouldBe(["GET /a", "GET /b"]);
    }

    [Fact]
    public async Task Failures_are_grouped_by_cause_with_a_line_that_reproduces_them()
    {
        await using var target = await Target.StartAsync();
        var run = await fixture.RunAsync(await fixture.SuiteAgainstAsync(target, "{}", Get("/500/1"), Get("/500/2"), Get("/404/x"), Get("/ok")));

        var causes = run.GetProperty("causes");

        causes.GetArrayLength().ShouldBe(2);
        causes[0].GetProperty("count").GetInt32().ShouldBe(2);
        causes[0].GetProperty("reason").GetString().ShouldBe("server_error");
        causes[0].GetProperty("curl").GetString().ShouldStartWith("curl ");
    }

    [Theory]
    [InlineData("junit", "<testsuite")]
    [InlineData("ctrf", "\"tests\"")]
    [InlineData("html", "<html")]
    [InlineData("markdown", "GET /500/b")]
    public async Task A_report_is_downloaded_from_the_stored_results(string format, string marker)
    {
        await using var target = await Target.StartAsync();
        var run = await fixture.RunAsync(await fixture.SuiteAgainstAsync(target, "{}", Get("/a"), Get("/500/b")));

        var report = await fixture.Client.GetStringAsync($"/api/v1/test-runs/{run.GetProperty("id").GetInt32()}/report?format={format}", Ct);

        report.ShouldContain(marker);
        report.ShouldContain("GET /500/b");
    }

    [Theory]
    [InlineData(false, "❌ failed")]
    [InlineData(true, "⏹ cancelled")]
    public async Task A_report_says_cancelled_only_of_a_run_that_somebody_cancelled(bool isCancelled, string verdict)
    {
        await using var target = await Target.StartAsync();
        var run = (await fixture.RunAsync(await fixture.SuiteAgainstAsync(target, "{}", Get("/a")))).GetProperty("id").GetInt32();
        await using var lost = fixture.Database.Source.CreateCommand($"UPDATE testing.test_runs SET status = 'error', total_tests = 2, cancel_requested = {isCancelled} WHERE id = {run}");
        await lost.ExecuteNonQueryAsync(Ct);

        (await fixture.Client.GetStringAsync($"/api/v1/test-runs/{run}/report?format=markdown", Ct)).ShouldContain(verdict);
    }

    [Theory]
    [InlineData("de-DE, pt-BR;q=0.8, en;q=0.5", "pt-BR")]
    [InlineData("en-GB, pt;q=0.9", "en")]
    public async Task The_page_of_a_report_comes_in_the_language_that_the_browser_asks_for(string accepted, string language)
    {
        await using var target = await Target.StartAsync();
        var run = await fixture.RunAsync(await fixture.SuiteAgainstAsync(target, "{}", Get("/a")));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/test-runs/{run.GetProperty("id").GetInt32()}/report?format=html");
        request.Headers.Add("Accept-Language", accepted);

        using var response = await fixture.Client.SendAsync(request, Ct);

        (await response.Content.ReadAsStringAsync(Ct)).ShouldContain($"<html lang=\"{language}\">");
    }

    private async Task<JsonElement> FirstResultAsync(Target target, TestCase testCase)
    {
        var run = await fixture.RunAsync(await fixture.SuiteAgainstAsync(target, "{}", testCase));
        return await fixture.Server.GetAsync($"/api/v1/test-results/{run.GetProperty("results")[0].GetProperty("id").GetInt64()}", Ct);
    }
}
