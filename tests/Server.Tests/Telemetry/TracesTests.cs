using System.Diagnostics;
using System.Net;
using System.Text;
using Alicerce.Harness;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Web;
using Alicerce.Server.Tests.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Server.Tests.Telemetry;

public sealed class TracesTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_goes_on_with_the_callers_trace_and_reaches_the_collector_with_its_route()
    {
        await using var collector = await TraceCollector.StartAsync(Ct);
        var trace = ActivityTraceId.CreateRandom();
        await using (var server = await TestServer.StartAsync(
            fixture.Database, Ct, new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url, ["OTEL_EXPORTER_OTLP_HEADERS"] = "api-key=k1" }))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/health/ready");
            request.Headers.TryAddWithoutValidation("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
            using var response = await server.Anonymous.SendAsync(request, Ct);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        // Stopping sends what is held.
        var id = Encoding.Latin1.GetString(Convert.FromHexString(trace.ToHexString()));
        var body = collector.Bodies.FirstOrDefault(text => text.Contains(id, StringComparison.Ordinal)).ShouldNotBeNull();
        body.ShouldContain("GET /health/ready");
        body.ShouldContain("correlation_id");
        body.Split(id).Length.ShouldBeGreaterThan(2, "the statement in PostgreSQL is a span of the same trace");
        collector.Keys.Distinct().ShouldBe(["k1"]);
    }

    [Fact]
    public async Task A_job_is_a_span_with_its_type_and_the_correlation_id_of_its_origin()
    {
        await using var collector = await TraceCollector.StartAsync(Ct);
        var origin = $"origin-{Guid.NewGuid():N}";
        await using (var server = await TestServer.StartAsync(
            fixture.Database, Ct, new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url }, new FailingJobsFixture.FailingModule(new FailingJobsFixture.Switch())))
        {
            CorrelationId.Current = origin;
            var id = await server.Services.GetRequiredService<IJobQueue>().EnqueueAsync(JobRequest.Of(FailingJobsFixture.JobType, "thing"), Ct);
            await Eventually.BecomesTrueAsync(
                async () => (await fixture.Server.GetAsync($"/api/v1/jobs/{id}", Ct)).GetProperty("state").GetString() == "dead", "the job has run", Ct);
        }

        var body = collector.Bodies.FirstOrDefault(text => text.Contains(origin, StringComparison.Ordinal)).ShouldNotBeNull();
        body.ShouldContain($"job {FailingJobsFixture.JobType}");
        body.ShouldContain("thing is broken");
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318")]
    [InlineData("ALICERCE_METRICS_OPEN", "yes")]
    public async Task A_setting_that_makes_no_sense_stops_the_start_and_is_named(string name, string value)
    {
        var refused = await Should.ThrowAsync<Platform.Data.StartupException>(() => TestServer.StartAsync(fixture.Database, Ct, new Dictionary<string, string?> { [name] = value }));
        refused.Message.ShouldContain($"{name} is '{value}'");
    }
}
