using System.Collections.Concurrent;
using System.Globalization;
using Alicerce.Harness;
using Alicerce.Platform.Data;
using Alicerce.Platform.Web;
using Alicerce.Server.Tests.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alicerce.Server.Tests.Web;

public sealed class BodyTimeTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ends", 1)]
    [InlineData("breaks", 1)]
    [Trait("Trap", "T001-01")]
    public async Task A_request_is_logged_and_timed_when_its_body_is_out_or_broken_off_not_when_it_begins(string how, int lines)
    {
        var module = new SlowBody();
        await using var server = await TestServer.StartAsync(fixture.Database, Ct, new Dictionary<string, string?> { ["LOG_LEVEL"] = "INFO" }, module);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Url, $"/api/v1/slow-body/{how}"));
        request.Headers.Authorization = new("Bearer", fixture.Server.Token);
        using (var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct))
        {
            module.Requests.ShouldBeEmpty("the headers are here and the body is not");
            module.Gate.SetResult();
            try
            {
                (await response.Content.ReadAsStringAsync(Ct)).ShouldBe("beginend");
                how.ShouldBe("ends");
            }
            catch (HttpRequestException)
            {
                how.ShouldBe("breaks");
            }
        }

        await Eventually.BecomesTrueAsync(() => module.Requests.Count == lines, "the line is written", Ct);
        var line = module.Requests.Single().ToDictionary(pair => pair.Key, pair => pair.Value);
        Convert.ToDouble(line["duration_ms"], CultureInfo.InvariantCulture).ShouldBeGreaterThanOrEqualTo(3000);
        using var scrape = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Url, "/metrics")) { Headers = { Authorization = request.Headers.Authorization } };
        using var metrics = await server.Client.SendAsync(scrape, Ct);
        new Scrape(await metrics.Content.ReadAsStringAsync(Ct)).Value($"http_request_duration_seconds_sum{{method=\"GET\",path=\"/api/v1/slow-body/{how}\"}}").ShouldBeGreaterThanOrEqualTo(3);
    }

    /// <summary>An answer whose clock runs on between its first and its last byte.</summary>
    private sealed class SlowBody : IModule, ILoggerProvider, ILogger
    {
        private readonly ForwardClock _clock = new();

        public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ConcurrentQueue<IReadOnlyList<KeyValuePair<string, object?>>> Requests { get; } = new();

        public string Name => "slow";

        public ModuleSchema? Schema => null;

        public void AddServices(IServiceCollection services, IConfiguration configuration)
        {
            services.AddSingleton<TimeProvider>(_clock);
            services.AddSingleton<ILoggerProvider>(this);
        }

        public void AddWorkers(IServiceCollection services)
        {
        }

        public void MapEndpoints(IEndpointRouteBuilder api)
        {
            api.MapGet("/slow-body/ends", async (HttpContext http) =>
            {
                await BeginAsync(http);
                await http.Response.WriteAsync("end");
            });
            api.MapGet("/slow-body/breaks", async Task (HttpContext http) =>
            {
                await BeginAsync(http);
                throw new InvalidOperationException("broken off");
            });
        }

        public ILogger CreateLogger(string categoryName) => categoryName == "http.request" ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (state is IReadOnlyList<KeyValuePair<string, object?>> line && line.Any(pair => Equals(pair.Value, "/api/v1/slow-body/ends") || Equals(pair.Value, "/api/v1/slow-body/breaks"))) Requests.Enqueue(line);
        }

        public void Dispose()
        {
        }

        private async Task BeginAsync(HttpContext http)
        {
            await http.Response.WriteAsync("begin");
            await http.Response.Body.FlushAsync();
            await Gate.Task;
            _clock.Forward(TimeSpan.FromSeconds(3));
        }
    }
}
