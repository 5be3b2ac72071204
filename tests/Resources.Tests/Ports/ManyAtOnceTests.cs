using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Modules.Resources;
using Alicerce.Modules.Resources.Ports;
using Alicerce.Platform.Audit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Alicerce.Resources.Tests.Ports;

/// <summary>Three servers over one database, all handing out ports of the same hosts.</summary>
public sealed class ManyAtOnceTests(PortsFixture fixture) : IClassFixture<PortsFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Trap", "T004-03")]
    public async Task A_thousand_services_that_ask_at_once_get_a_thousand_ports_without_a_gap()
    {
        var host = PortsFixture.NewHost();
        var ports = await AskAllAsync(1_000, i => new { service_name = $"service-{i}", host });
        ports.Order().ShouldBe(Enumerable.Range(8000, 1000));

        var (status, error) = await fixture.TryAsync("ports/allocate", new { service_name = "one-more", host });
        status.ShouldBe(409, error.GetRawText());
    }

    [Fact]
    [Trait("Trap", "T004-04")]
    public async Task One_service_that_asks_many_times_at_once_gets_one_port()
    {
        var host = PortsFixture.NewHost();
        (await AskAllAsync(60, _ => new { service_name = "web", host })).Distinct().ShouldBe([8000]);
        (await fixture.GetAsync($"ports?host={host}&include_released=true")).GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_reservation_on_all_hosts_and_allocations_at_once_never_hold_the_same_port()
    {
        var hosts = Enumerable.Range(0, 4).Select(_ => PortsFixture.NewHost()).ToArray();
        var reserving = Task.WhenAll(Enumerable.Range(0, 20).Select(i => fixture.TryAsync("ports/reserve", new { port = 3000 + (i * 5), host = "*" })));
        await AskAllAsync(200, i => new { service_name = $"service-{i}", host = hosts[i % 4], port_type = "web" });
        var answers = await reserving;
        var reserved = Enumerable.Range(0, 20).Where(i => answers[i].Status == 200).Select(i => 3000 + (i * 5)).ToHashSet();

        var held = new List<int>();
        foreach (var host in hosts) held.AddRange((await fixture.GetAsync($"ports?host={host}&per_page=100")).EnumerateArray().Select(row => row.GetProperty("port").GetInt32()));
        held.Count.ShouldBe(200);
        held.ShouldAllBe(port => !reserved.Contains(port));
    }

    [Fact]
    [Trait("Trap", "T004-10")]
    public async Task The_last_port_of_a_range_costs_as_many_statements_as_the_first()
    {
        var (host, statements) = (PortsFixture.NewHost(), new Counter());
        var builder = new NpgsqlDataSourceBuilder(fixture.Database.Address.AppConnectionString);
        builder.UseLoggerFactory(LoggerFactory.Create(logging => logging.AddProvider(statements).SetMinimumLevel(LogLevel.Information)));
        await using var source = builder.Build();
        var allocator = new PortAllocator(source, fixture.Server.Services.GetRequiredService<AuditLog>());

        (await CountAsync("warm")).Port.ShouldBe(8000);
        var first = await CountAsync("first");
        await fixture.ExecuteAsync($"INSERT INTO resources.port_allocations (service_name, port, port_type, host) SELECT 's' || p, p, 'app', '{host}' FROM generate_series(8002, 8998) p");
        var last = await CountAsync("last");

        (first.Port, last.Port).ShouldBe((8001, 8999));
        last.Statements.ShouldBe(first.Statements);
        last.Statements.ShouldBeInRange(3, 10);

        async Task<(int Port, int Statements)> CountAsync(string service)
        {
            var before = statements.Count;
            var given = (await allocator.TakeAsync(new PortWish(service, host, Owner.House), Ct)).ShouldBeOfType<PortAnswer.Given>();
            return (given.Held.Port, statements.Count - before);
        }
    }

    private async Task<List<int>> AskAllAsync(int times, Func<int, object> body)
    {
        await using var second = await TestServer.StartAsync(fixture.Database, Ct);
        await using var third = await TestServer.StartAsync(fixture.Database, Ct);
        Uri[] servers = [fixture.Server.Url, second.Url, third.Url];
        var ports = new int[times];
        await Parallel.ForEachAsync(Enumerable.Range(0, times), new ParallelOptions { MaxDegreeOfParallelism = 24, CancellationToken = Ct }, async (i, ct) =>
        {
            using var response = await fixture.Client.PostAsJsonAsync(new Uri(servers[i % 3], "/resources/ports/allocate"), body(i), ct);
            var text = await response.Content.ReadAsStringAsync(ct);
            response.IsSuccessStatusCode.ShouldBeTrue(text);
            ports[i] = JsonElement.Parse(text).GetProperty("port").GetInt32();
        });
        return [.. ports];
    }

    /// <summary>Counts what a data source sends.</summary>
    private sealed class Counter : ILoggerProvider, ILogger
    {
        private int _count;

        public int Count => _count;

        public ILogger CreateLogger(string categoryName) => categoryName.EndsWith(".Command", StringComparison.Ordinal) ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Interlocked.Increment(ref _count);

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose()
        {
        }
    }
}
