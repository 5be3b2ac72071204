using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Platform.Telemetry;
using Alicerce.Server.Tests.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Server.Tests.Telemetry;

public sealed class PerformancePagesTests(ProbeFixture fixture) : IClassFixture<ProbeFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/v1/admin/metricas/performance")]
    [InlineData("/admin/metricas/performance")]
    [Trait("Req", "S002-MET-05")]
    public async Task The_page_tells_the_timings_and_counts_of_each_route(string path)
    {
        using var fine = await fixture.Client.GetAsync("/api/v1/probe/value", Ct);
        using var failed = await fixture.Client.GetAsync("/api/v1/probe/fails", Ct);

        var answer = await fixture.Client.GetFromJsonAsync<JsonElement>(path, Ct);
        var summary = path.StartsWith("/api", StringComparison.Ordinal) ? answer.GetProperty("data") : answer;
        var timing = summary.GetProperty("GET /api/v1/probe/value");
        timing.GetProperty("media_ms").GetDouble().ShouldBeInRange(timing.GetProperty("min_ms").GetDouble(), timing.GetProperty("max_ms").GetDouble());
        timing.GetProperty("total").GetInt32().ShouldBeGreaterThan(0);
        summary.GetProperty("contadores").GetProperty("GET /api/v1/probe/value_sucesso").GetInt64().ShouldBeGreaterThan(0);
        summary.GetProperty("erros").GetProperty("GET /api/v1/probe/fails").GetInt64().ShouldBeGreaterThan(0);
    }

    [Fact]
    [Trait("Req", "S002-MET-06")]
    public async Task Health_is_degraded_while_something_takes_longer_than_a_second()
    {
        // A clock of its own: it stands still until the work puts it forward.
        await using var server = await TestServer.StartAsync(fixture.Database, Ct, settings: null, new ForwardFixture.ClockModule(_clock));
        var operations = server.Services.GetRequiredService<Operations>();
        await operations.MeasureAsync("buscar_vagas", () => Task.FromResult(1));
        (await HealthAsync(server)).GetProperty("status").GetString().ShouldBe("healthy");

        await operations.MeasureAsync("gerar_resposta", () =>
        {
            _clock.Forward(TimeSpan.FromMilliseconds(1500));
            return Task.FromResult(1);
        });
        var health = await HealthAsync(server);
        health.GetProperty("status").GetString().ShouldBe("degraded");
        health.GetProperty("problemas").EnumerateArray().Select(problem => problem.GetString()!)
            .ShouldContain(problem => problem.StartsWith("gerar_resposta: 15", StringComparison.Ordinal) && problem.EndsWith("ms (muito lento)", StringComparison.Ordinal));
        health.GetProperty("metricas").TryGetProperty("gerar_resposta", out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("/api/v1/admin/metricas/performance")]
    [InlineData("/api/v1/admin/metricas/health")]
    [InlineData("/admin/metricas/performance")]
    [InlineData("/admin/metricas/health")]
    [Trait("Trap", "T002-31")]
    public async Task Only_admins_of_the_house_see_the_pages(string path)
    {
        using var nobody = await fixture.Server.Anonymous.GetAsync(path, Ct);
        nobody.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var developer = await TestUser.AddAsync(fixture, "developer", Ct);
        using var response = await developer.Client.GetAsync(path, Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private readonly ForwardClock _clock = new();

    private async Task<JsonElement> HealthAsync(TestServer server)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Url, "/admin/metricas/health"));
        request.Headers.Authorization = new("Bearer", fixture.Server.Token);
        using var response = await server.Client.SendAsync(request, Ct);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }
}
