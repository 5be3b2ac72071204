using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Server.Tests.Starting;

namespace Alicerce.Server.Tests.Telemetry;

public sealed class OneRequestTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Req", "S001-PRIN-06")]
    public async Task One_request_is_logged_counted_and_traced_under_one_id_with_no_setting_but_the_collectors()
    {
        await using var collector = await TraceCollector.StartAsync(Ct);
        var trace = ActivityTraceId.CreateRandom();
        var id = $"seen-{Guid.NewGuid():N}";
        await using var server = ServerProcess.Start(new Dictionary<string, string>
        {
            ["ALICERCE_DATA"] = _folder["data"],
            ["ALICERCE_URLS"] = "http://127.0.0.1:0",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url,
        });
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = await server.ReadyAsync(Ct) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(Path.Combine(_folder["data"], "admin.token"), Ct)).Trim());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/projects") { Headers = { { "X-Request-ID", id }, { "traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01" } } };
        using var response = await client.SendAsync(request, Ct);
        response.Headers.GetValues("X-Request-ID").ShouldBe([id]);
        (await Scrape.OfAsync(client, Ct)).Value("http_requests_total{method=\"GET\",path=\"/api/v1/projects\",status=\"200\"}").ShouldBe(1);
        server.Signal("TERM");
        await server.ExitAsync(Ct);

        server.Output.Select(line => JsonElement.Parse(line)).Count(line => line.GetProperty("correlation_id").GetString() == id && line.GetProperty("module").GetString() == "http.request").ShouldBe(1);
        collector.Count(trace, "GET /api/v1/projects").ShouldBe(1);
        collector.Bodies.ShouldContain(body => body.Contains(id, StringComparison.Ordinal));
    }
}
