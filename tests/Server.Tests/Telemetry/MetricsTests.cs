using System.Diagnostics;
using System.Net;
using Alicerce.Harness;
using Alicerce.Platform.Caching;
using Alicerce.Server.Tests.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Server.Tests.Telemetry;

public sealed class MetricsTests(ProbeFixture fixture) : IClassFixture<ProbeFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S001-OBS-06")]
    [Trait("Req", "S003-MET-05")]
    public async Task Prometheus_finds_nothing_to_say_about_the_text()
    {
        Requires.Program("promtool");
        await AskAsync("/api/v1/projects");
        using var promtool = Process.Start(new ProcessStartInfo("promtool", ["check", "metrics"]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardError = true })!;
        var text = (await Scrape.OfAsync(fixture.Client, Ct)).Text;
        text.ShouldContain("# TYPE http_requests_total counter\n");
        text.ShouldContain("# TYPE db_client_operation_duration_seconds histogram\n");
        await promtool.StandardInput.WriteAsync(text);
        promtool.StandardInput.Close();
        var complaints = await promtool.StandardError.ReadToEndAsync(Ct);
        await promtool.WaitForExitAsync(Ct);
        promtool.ExitCode.ShouldBe(0, complaints);
    }

    [Fact]
    [Trait("Trap", "T001-79")]
    public async Task Requests_are_counted_by_route_and_an_id_makes_no_series()
    {
        const string series = "http_requests_total{method=\"GET\",path=\"/api/v1/projects/{id}\",status=\"404\"}";
        var before = (await Scrape.OfAsync(fixture.Client, Ct)).Value(series);
        await AskAsync("/api/v1/projects/77001");
        await AskAsync("/api/v1/projects/77002");
        await AskAsync("/nowhere-77003");

        var after = await Scrape.OfAsync(fixture.Client, Ct);
        after.Value(series).ShouldBe(before + 2);
        after.Value("http_requests_total{method=\"GET\",path=\"unmatched\",status=\"404\"}").ShouldBeGreaterThan(0);
        after.Text.ShouldNotContain("7700");
    }

    [Fact]
    [Trait("Trap", "T001-80")]
    public async Task A_failed_request_is_counted_and_timed_like_any_other()
    {
        const string labels = "method=\"GET\",path=\"/api/v1/probe/fails\"";
        await AskAsync("/api/v1/probe/fails");
        await AskAsync("/api/v1/probe/fails");

        var scrape = await Scrape.OfAsync(fixture.Client, Ct);
        scrape.Value($"http_requests_total{{{labels},status=\"500\"}}").ShouldBe(2);
        scrape.Value($"http_request_duration_seconds_count{{{labels}}}").ShouldBe(2);
        var buckets = scrape.Text.Split('\n').Where(line => line.StartsWith($"http_request_duration_seconds_bucket{{{labels}", StringComparison.Ordinal));
        buckets.Select(line => line.Split("le=\"")[1].Split('"')[0]).ShouldBe(["0.01", "0.05", "0.1", "0.25", "0.5", "1", "2.5", "5", "10", "+Inf"]);
    }

    [Fact]
    public async Task A_method_that_nobody_knows_makes_no_series_of_its_own()
    {
        using var response = await fixture.Client.SendAsync(new HttpRequestMessage(new HttpMethod("BREW"), "/api/v1/projects"), Ct);
        var scrape = await Scrape.OfAsync(fixture.Client, Ct);
        scrape.Text.ShouldNotContain("BREW");
        scrape.Text.ShouldContain("method=\"other\"");
    }

    [Fact]
    [Trait("Req", "S003-MET-03")]
    public async Task The_gauges_show_what_is_at_work_and_who_was_here_lately()
    {
        var before = (await Scrape.OfAsync(fixture.Client, Ct)).Value("active_users");
        using var other = await TestUser.AddAsync(fixture, "viewer", Ct);
        using var projects = await other.Client.GetAsync("/api/v1/projects", Ct);

        await fixture.Server.Services.GetRequiredService<ICache>().GetOrCreateAsync(CacheKey.Of("alicerce", "probe", "a"), TimeSpan.FromMinutes(1), [], _ => ValueTask.FromResult(1), Ct);
        var scrape = await Scrape.OfAsync(fixture.Client, Ct);
        scrape.Value("active_users").ShouldBeGreaterThan(before);
        scrape.Value("http_requests_active").ShouldBeGreaterThanOrEqualTo(1); // The scrape itself.
        scrape.Text.ShouldContain("\ndb_connections_active ");
        scrape.Text.ShouldContain("\ncache_requests_total{");
        scrape.Value("jobs_dead").ShouldBe(0);
        scrape.Text.ShouldContain("\njobs_dead 0\n");
    }

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/api/metrics")]
    [Trait("Trap", "T001-81")]
    public async Task Metrics_are_for_viewers_of_the_house_and_not_for_the_public(string path)
    {
        using var anonymous = await fixture.Server.Anonymous.GetAsync(path, Ct);
        anonymous.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var viewer = await TestUser.AddAsync(fixture, "viewer", Ct);
        using var scraped = await viewer.Client.GetAsync(path, Ct);
        scraped.StatusCode.ShouldBe(HttpStatusCode.OK);
        scraped.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
    }

    [Fact]
    public async Task Opened_to_this_machine_they_need_no_token_but_a_proxys_visitors_do()
    {
        await using var open = await TestServer.StartAsync(fixture.Database, Ct, new Dictionary<string, string?> { ["ALICERCE_METRICS_OPEN"] = "loopback" });
        using var local = await open.Anonymous.GetAsync("/metrics", Ct);
        local.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics") { Headers = { { "X-Forwarded-For", "203.0.113.7" } } };
        using var passedOn = await open.Anonymous.SendAsync(request, Ct);
        passedOn.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task AskAsync(string path)
    {
        using var response = await fixture.Client.GetAsync(path, Ct);
    }
}
