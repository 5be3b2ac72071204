using System.Diagnostics;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Running;
using Microsoft.AspNetCore.Http;
using static Alicerce.Engine.Tests.Running.RunSetup;

namespace Alicerce.Engine.Tests.Running;

public sealed class CaseRunnerTests
{
    [Fact, Trait("Req", "S004-RUN-02"), Trait("Req", "S004-RUN-03")]
    public async Task A_run_starts_reports_each_case_and_ends_with_its_counters()
    {
        await using var target = await FakeTarget.StartAsync(c =>
        {
            c.Response.StatusCode = c.Request.Path == "/bad" ? 500 : 200;
            return Task.CompletedTask;
        });

        var events = await EventsAsync(Request(target.BaseUrl, Case("/a"), Case("/bad"), Case("/b"), Case("/off") with { IsActive = false }, Case("no-slash")));

        events[0].ShouldBeOfType<RunStarted>().Total.ShouldBe(5);
        var summary = events[^1].ShouldBeOfType<RunFinished>().Summary;
        (summary.Total, summary.Passed, summary.Failed, summary.Skipped, summary.Errors).ShouldBe((5, 2, 1, 1, 1));
        summary.IsGreen.ShouldBeFalse();
        events.OfType<CaseFinished>().Count().ShouldBe(5);
    }

    [Fact]
    public async Task A_long_text_is_written_short_and_sent_long()
    {
        long length = 0;
        await using var target = await FakeTarget.StartAsync(async c =>
        {
            using var reader = new StreamReader(c.Request.Body);
            length = (await reader.ReadToEndAsync(c.RequestAborted)).Length;
        });
        RequestSpec Send(int count) => new() { Method = "POST", Target = "/x", Body = new() { Kind = BodyKind.Raw, Text = $$$"""ab{{$text-{{{count}}}}}""" } };

        var sent = await RunOneAsync(target.BaseUrl, Story("long", new Step { Request = Send(65_536) }));
        var refused = await RunOneAsync(target.BaseUrl, Story("endless", new Step { Request = Send(2_000_000_000) }));

        (sent.Status, length).ShouldBe((CaseStatus.Passed, 65_538));
        refused.Reason.ShouldBe(Reasons.UnknownVariable);
    }

    [Fact, Trait("Trap", "T004-47")]
    public async Task An_empty_run_is_not_green_and_a_case_without_assertions_needs_a_status_below_400()
    {
        await using var target = await FakeTarget.StartAsync("gone", status: 404);

        var empty = (await EventsAsync(Request(target.BaseUrl))).OfType<RunFinished>().Single();
        var bare = await RunOneAsync(target.BaseUrl, Case("/x"));

        empty.Summary.IsGreen.ShouldBeFalse();
        bare.Status.ShouldBe(CaseStatus.Failed);
        bare.Message.ShouldBe("Assertions failed: status lt 400 (was 404)");
        bare.Reason.ShouldBe(Reasons.NotFound);
    }

    [Fact, Trait("Req", "S004-RUN-10"), Trait("Trap", "T004-48")]
    public async Task Twenty_cases_of_a_second_run_side_by_side()
    {
        await using var target = await FakeTarget.StartAsync(c => Task.Delay(1000, c.RequestAborted));
        var cases = Enumerable.Range(0, 20).Select(i => Case($"/{i}")).ToArray();
        var clock = Stopwatch.StartNew();

        var results = await RunAsync(Request(target.BaseUrl, cases) with { Limits = new RunLimits { Parallel = 20 } });

        results.ShouldAllBe(r => r.Status == CaseStatus.Passed);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact, Trait("Trap", "T004-48")]
    public async Task A_case_that_passes_on_its_second_attempt_is_flaky_and_both_attempts_are_reported()
    {
        var calls = 0;
        await using var target = await FakeTarget.StartAsync(c =>
        {
            c.Response.StatusCode = Interlocked.Increment(ref calls) == 1 ? 503 : 200;
            return Task.CompletedTask;
        });

        var events = await EventsAsync(Request(target.BaseUrl, Case("/x") with { Retries = 3 }));

        var attempts = events.OfType<CaseFinished>().Select(e => e.Result).ToList();
        attempts.Select(a => (a.Attempt, a.Status, a.IsFinal, a.Flaky)).ShouldBe([(1, CaseStatus.Failed, false, false), (2, CaseStatus.Passed, true, true)]);
        var summary = ((RunFinished)events[^1]).Summary;
        (summary.Total, summary.Passed, summary.Flaky).ShouldBe((1, 1, 1));
    }

    [Fact]
    public async Task Fail_fast_takes_no_new_cases_after_the_first_failure()
    {
        await using var target = await FakeTarget.StartAsync("", status: 500);
        var cases = Enumerable.Range(0, 200).Select(i => Case($"/{i}")).ToArray();

        var events = await EventsAsync(Request(target.BaseUrl, cases) with { FailFast = true, Limits = new RunLimits { Parallel = 2 } });

        events.OfType<CaseFinished>().Count().ShouldBeLessThan(30);
        ((RunFinished)events[^1]).Summary.Cancelled.ShouldBeFalse();
    }

    [Fact]
    public async Task Cancelling_ends_the_stream_in_order()
    {
        using var cancel = new CancellationTokenSource();
        await using var target = await FakeTarget.StartAsync(async c =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, c.RequestAborted);
        });

        var events = await EventsAsync(Request(target.BaseUrl, Case("/hang"), Case("/later")) with { Limits = new RunLimits { Parallel = 1 } }, cancel.Token);

        var result = events.OfType<CaseFinished>().ShouldHaveSingleItem().Result;
        (result.Status, result.Reason).ShouldBe((CaseStatus.Skipped, Reasons.Cancelled));
        var summary = ((RunFinished)events[^1]).Summary;
        summary.Cancelled.ShouldBeTrue();
        summary.IsGreen.ShouldBeFalse();
    }

    [Fact]
    public async Task A_listener_that_leaves_early_stops_the_run()
    {
        await using var target = await FakeTarget.StartAsync("ok");
        var taken = 0;
        var run = Request(target.BaseUrl) with { Cases = Endless() };

        await foreach (var e in CaseRunner.RunAsync(run, TimeProvider.System, TestContext.Current.CancellationToken))
            if (e is CaseFinished && ++taken == 5) break;

        taken.ShouldBe(5);

        static async IAsyncEnumerable<TestCase> Endless()
        {
            for (var i = 0; ; i++)
            {
                await Task.Yield();
                yield return Case($"/{i}");
            }
        }
    }

    [Fact]
    public async Task A_source_of_cases_that_breaks_breaks_the_run_with_its_own_words()
    {
        await using var target = await FakeTarget.StartAsync("ok");
        var run = Request(target.BaseUrl) with { Cases = Broken() };

        var e = await Should.ThrowAsync<InvalidOperationException>(() => EventsAsync(run));

        e.Message.ShouldBe("no more cases");

        static async IAsyncEnumerable<TestCase> Broken()
        {
            yield return Case("/one");
            await Task.Yield();
            throw new InvalidOperationException("no more cases");
        }
    }

    [Fact]
    public async Task Cases_that_change_state_are_skipped_in_a_protected_environment_unless_allowed_as_they_are()
    {
        await using var target = await FakeTarget.StartAsync("ok");
        var allowed = Case("/b") with { Key = "b", Mutates = true };
        var run = Request(target.BaseUrl, Case("/a") with { Key = "a", Mutates = true }, allowed, Case("/c"));

        var results = await RunAsync(run with { Target = run.Target with { IsProtected = true, AllowedMutations = new Dictionary<string, string> { ["b"] = CaseFingerprint.OfDeeds(allowed) } } });

        var skipped = results.Where(r => r.Status == CaseStatus.Skipped).ShouldHaveSingleItem();
        (skipped.Case.Key, skipped.Reason).ShouldBe(("a", Reasons.ProtectedEnvironment));
        target.Requests.ShouldNotContain(r => r.Path == "/a");
    }

    [Fact]
    public async Task A_broken_probe_confirms_its_finding_instead_of_failing()
    {
        await using var target = await FakeTarget.StartAsync("ok");

        var events = await EventsAsync(Request(target.BaseUrl, Case("/x", That("status", 400)) with { ProbesFinding = "finding-1" }));

        var result = events.OfType<CaseFinished>().Single().Result;
        (result.Status, result.Reason).ShouldBe((CaseStatus.Skipped, Reasons.FindingConfirmed));
        ((RunFinished)events[^1]).Summary.FindingsConfirmed.ShouldBe(1);
    }

    [Fact]
    public async Task The_rate_limits_requests_per_second()
    {
        await using var target = await FakeTarget.StartAsync("ok");
        var cases = Enumerable.Range(0, 11).Select(i => Case($"/{i}")).ToArray();
        var clock = Stopwatch.StartNew();

        await RunAsync(Request(target.BaseUrl, cases) with { Limits = new RunLimits { Rate = 20 } });

        clock.Elapsed.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(480));
    }

    [Theory]
    [InlineData("css", "i")]
    [InlineData("xpath", "//i")]
    [InlineData("csrf", null)]
    public async Task A_capture_from_a_body_that_is_too_large_says_so(string from, string? subject)
    {
        await using var target = await FakeTarget.StartAsync(string.Concat(Enumerable.Repeat("<br>", 490_000)));

        var result = await RunOneAsync(target.BaseUrl, Story("large", Get("/") with { Captures = [new Alicerce.Engine.Cases.Capture("it", from, subject)] }));

        result.Message!.ShouldContain("elements; nothing is looked for in it");
    }

    [Fact]
    public async Task A_case_is_skipped_when_an_optional_capture_found_nothing_that_a_later_step_needs()
    {
        await using var target = await FakeTarget.StartAsync("""{"items":[]}""");

        var result = await RunOneAsync(target.BaseUrl, Story(
            "empty list",
            Get("/") with { Captures = [new Alicerce.Engine.Cases.Capture("id", "jsonpath", "$.items[0].id", Optional: true)] },
            Get("/{{id}}")));

        (result.Status, result.Reason).ShouldBe((CaseStatus.Skipped, "nothing_to_use"));
        result.Message!.ShouldContain("'id'");
    }

    [Fact]
    public async Task Later_steps_see_captured_values_and_cookies_and_a_failed_step_ends_the_case()
    {
        await using var target = await FakeTarget.StartAsync(async c =>
        {
            if (c.Request.Path == "/login") c.Response.Cookies.Append("session", "abc");
            await c.Response.WriteAsJsonAsync(new { id = 7, cookie = c.Request.Cookies["session"] });
        });
        var story = Story("story",
            Get("/login") with { Captures = [new Alicerce.Engine.Cases.Capture("id", "jsonpath", "$.id")] },
            Get("/items/{{id}}", That("jsonpath", "abc", subject: "$.cookie")),
            Get("/stop", That("status", 201)),
            Get("/never"));

        var result = await RunOneAsync(target.BaseUrl, story);

        result.Status.ShouldBe(CaseStatus.Failed);
        target.Requests.Select(r => r.Path).ShouldBe(["/login", "/items/7", "/stop"]);
        result.Steps.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Passed_cases_keep_their_exchange_by_sample_and_failed_ones_always()
    {
        await using var target = await FakeTarget.StartAsync("hello");
        var run = Request(target.BaseUrl, Case("/pass"), Case("/fail", That("status", 201)));

        var none = await RunAsync(run with { Limits = new RunLimits { PassedBodySample = 0 } });
        var all = await RunAsync(run with { Limits = new RunLimits { PassedBodySample = 1 } });

        none.Single(r => r.Status == CaseStatus.Passed).Steps[0].Response.ShouldBeNull();
        none.Single(r => r.Status == CaseStatus.Failed).Steps[0].Response!.Body.ShouldBe("hello");
        all.ShouldAllBe(r => r.Steps[0].Response != null);
    }

    [Fact, Trait("Req", "S004-RUN-05")]
    public async Task A_stored_body_is_cut_to_10000_characters()
    {
        await using var target = await FakeTarget.StartAsync(new string('x', 25_000));

        var result = await RunOneAsync(target.BaseUrl, Case("/long", That("status", 201)));

        var response = result.Steps[0].Response!;
        (response.Status, response.Body!.Length, response.BodyLength, response.Truncated).ShouldBe((200, 10_000, 25_000, true));
        response.Headers.ShouldContain(h => h.Name == "Content-Type");
    }

    [Fact, Trait("Req", "S004-RUN-04")]
    public async Task A_request_is_sent_with_its_method_and_body()
    {
        string? seen = null;
        await using var target = await FakeTarget.StartAsync(async c =>
        {
            using var reader = new StreamReader(c.Request.Body);
            seen = $"{c.Request.Method} {c.Request.Path}{c.Request.QueryString} {c.Request.ContentType} {await reader.ReadToEndAsync(c.RequestAborted)}";
        });
        var json = new RequestSpec { Method = "POST", Target = "/in?a=1", Query = [new("q", "ü &")], Body = new RequestBody { Kind = BodyKind.Json, Text = """{"x":1}""" } };

        await RunOneAsync(target.BaseUrl, Story("post", new Step { Request = json }));
        seen.ShouldBe("""POST /in?a=1&q=%C3%BC%20%26 application/json {"x":1}""");

        var form = json with { Target = "/f", Query = [], Body = new RequestBody { Kind = BodyKind.Form, Fields = [new("a b", "1&2"), new("a b", "3")] } };
        await RunOneAsync(target.BaseUrl, Story("form", new Step { Request = form }));
        seen.ShouldBe("POST /f application/x-www-form-urlencoded a+b=1%262&a+b=3");
    }

    [Fact]
    public async Task A_query_case_without_an_executor_is_skipped_and_with_one_is_judged()
    {
        await using var target = await FakeTarget.StartAsync("ok");
        var query = new TestCase
        {
            Key = "q",
            Name = "q",
            Kind = CaseKind.Query,
            Steps = [new Step { Query = new QuerySpec("main", "select 1", []), Assertions = [That("no_sql_error"), That("returns_data"), That("jsonpath", 1, subject: "$[0].n")] }],
        };
        var run = Request(target.BaseUrl, query);

        (await RunAsync(run)).Single().Reason.ShouldBe(Reasons.NoDatasource);
        (await RunAsync(run with { Queries = new FakeQueries(new QueryOutcome("no_driver", 0, 0, false, null, "no driver for oracle", null)) })).Single().Reason.ShouldBe(Reasons.NoDriver);
        (await RunAsync(run with { Queries = new FakeQueries(new QueryOutcome("ok", 1, 1, false, null, null, """[{"n":1}]""")) })).Single().Status.ShouldBe(CaseStatus.Passed);
        var failed = (await RunAsync(run with { Queries = new FakeQueries(new QueryOutcome("sql_error", 0, 0, false, "42P01", "relation \"x\" does not exist", null)) })).Single();
        (failed.Status, failed.Reason).ShouldBe((CaseStatus.Failed, Reasons.SqlError));
    }

    [Fact]
    public async Task A_load_case_runs_only_when_allowed_and_reports_its_latencies()
    {
        await using var target = await FakeTarget.StartAsync("ok");
        var load = Case("/x") with { Kind = CaseKind.Load, Load = new LoadProfile(4, TimeSpan.FromMilliseconds(500), MaxP95: TimeSpan.FromSeconds(5)) };
        var run = Request(target.BaseUrl, load);

        (await RunAsync(run)).Single().Status.ShouldBe(CaseStatus.Skipped);
        var result = (await RunAsync(run with { Limits = new RunLimits { AllowLoad = true } })).Single();

        result.Status.ShouldBe(CaseStatus.Passed, result.Message);
        result.Steps[0].Assertions.ShouldContain(a => a.Actual!.Contains("p95", StringComparison.Ordinal));
        target.Requests.Count.ShouldBeGreaterThan(8);
    }

    [Fact]
    public async Task A_load_case_is_announced_when_its_turn_has_come()
    {
        var log = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var target = await FakeTarget.StartAsync(c =>
        {
            log.Enqueue(c.Request.Path);
            return Task.Delay(20, c.RequestAborted);
        });
        TestCase Load(string path) => Case(path) with { Kind = CaseKind.Load, Load = new LoadProfile(1, TimeSpan.FromMilliseconds(500), MaxErrorRate: 1m) };
        var run = Request(target.BaseUrl, Load("/1"), Load("/2")) with
        {
            Limits = new RunLimits { AllowLoad = true, Parallel = 2 },
            Starting = (testCase, _) =>
            {
                log.Enqueue($"announced {testCase.Key}");
                return ValueTask.CompletedTask;
            },
        };

        await RunAsync(run);

        var told = log.ToList();
        var second = told.FindLastIndex(line => line.StartsWith("announced", StringComparison.Ordinal));
        told[..second].Count(line => line.StartsWith('/')).ShouldBeGreaterThan(5);
        told[(second + 1)..].Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_load_case_that_is_cut_to_the_limits_says_so_in_its_result()
    {
        await using var target = await FakeTarget.StartAsync("ok");
        var load = Case("/x") with { Kind = CaseKind.Load, Load = new LoadProfile(5, TimeSpan.FromMinutes(9)) };
        var limits = new RunLimits { AllowLoad = true, MaxLoadUsers = 2, MaxLoadDuration = TimeSpan.FromMilliseconds(300) };

        var result = (await RunAsync(Request(target.BaseUrl, load) with { Limits = limits })).Single();

        (result.Status, result.Message).ShouldBe((CaseStatus.Passed, "Pressed with 2 users, not 5: a run has at most 2; for 0.3 s, not 540 s: a load case takes at most 0.3 s"));
    }

    [Theory, InlineData(0), InlineData(-5), InlineData(400)]
    public async Task A_senseless_timeout_or_load_profile_harms_only_its_own_case(int days)
    {
        await using var target = await FakeTarget.StartAsync("ok");
        var load = Case("/load") with { Kind = CaseKind.Load, Load = new LoadProfile(1, TimeSpan.FromDays(-1)) };

        var results = await RunAsync(Request(target.BaseUrl, load, Case("/x") with { Timeout = TimeSpan.FromDays(days) }) with { Limits = new RunLimits { AllowLoad = true } });

        results.Single(r => r.Case.Kind == CaseKind.Load).Reason.ShouldBe(Reasons.InvalidCase);
        results.Single(r => r.Case.Kind == CaseKind.Api).Status.ShouldBe(CaseStatus.Passed);
    }

    private sealed class FakeQueries(QueryOutcome outcome) : IQueryExecutor
    {
        public Task<QueryOutcome> ExecuteAsync(QuerySpec query, CancellationToken ct) => Task.FromResult(outcome);
    }
}
