using System.Diagnostics;
using Alicerce.Demo;
using Alicerce.Modules.Resources;
using Alicerce.Modules.Resources.Ports;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Data;
using Alicerce.Platform.Keys;
using Npgsql;

namespace Alicerce.Bench;

/// <summary>
/// Ports allocated a second beside pgbench running the same statements, over 100 hosts that hold nothing and over 100 that hold 100,000 ports, with
/// fsync off and on.
/// </summary>
internal static class PortsBench
{
    private const int Callers = 8;
    private const int Allocations = 8_000;
    private const int Hosts = 100;

    /// <summary>Wide enough for what is there and what the measurements add.</summary>
    private const string Range = "INSERT INTO resources.port_ranges (name, start_port, end_port, host) VALUES ('bench', 20000, 29999, '*')";

    private const string Empty = "TRUNCATE resources.port_allocations";

    private const string Fill = """
        INSERT INTO resources.port_allocations (service_name, port, port_type, host)
        SELECT 'held-' || p, p, 'bench', 'host-' || h FROM generate_series(0, 99) h, generate_series(20000, 20999) p
        """;

    private const string NoPorts = "'{}'::int[]";
    private const string NoDetails = "{}";

    private sealed record Row(string Name, double PgBench, double Ours);

    public static async Task<int> RunAsync()
    {
        using var place = new Workplace();
        List<Row> rows = [];
        foreach (var isDurable in new[] { false, true })
        {
            await using var cluster = await ShopCluster.StartAsync(Path.Combine(place.Folder, isDurable ? "durable" : "fast"), isDurable, CancellationToken.None);
            await cluster.CreateDatabaseAsync("ports", CancellationToken.None);
            var address = new DatabaseAddress(cluster.ConnectionString("ports"), cluster.ConnectionString("ports"));
            await new Migrator(address, [PlatformDb.ForMigrations, new ResourcesModule().Schema!]).UpAsync(CancellationToken.None);
            await ExecuteAsync(address, Range);
            foreach (var (name, fill) in new[] { ("nothing held", Empty), ("100,000 ports held", $"{Empty}; {Fill}") })
            {
                await ExecuteAsync(address, fill);
                await ExecuteAsync(address, "VACUUM ANALYZE resources.port_allocations");
                var baseline = await (await PgBench.LocateAsync(address.AppConnectionString)).RunAsync(Script());
                await ExecuteAsync(address, fill);
                await ExecuteAsync(address, "VACUUM ANALYZE resources.port_allocations");
                var row = new Row($"fsync {(isDurable ? "on" : "off")}, {name}", baseline, await MeasureAsync(address));
                await Console.Error.WriteLineAsync($"{row.Name}: {row.Ours:F0} beside {row.PgBench:F0}");
                rows.Add(row);
            }
        }

        Print(rows);
        return 0;
    }

    private static async Task<double> MeasureAsync(DatabaseAddress address)
    {
        await using var source = NpgsqlDataSource.Create(address.AppConnectionString);
        var allocator = new PortAllocator(source, new AuditLog(AuditKey.Of(MasterKey.Create()), new HttpContextAccessor()));
        await TakeAsync(allocator, "warm", Callers * 20);
        var watch = Stopwatch.StartNew();
        await TakeAsync(allocator, "service", Allocations);
        return Allocations / watch.Elapsed.TotalSeconds;
    }

    private static Task TakeAsync(PortAllocator allocator, string name, int times) => Parallel.ForAsync(0, times, new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (i, ct) =>
    {
        var answer = await allocator.TakeAsync(new PortWish($"{name}-{i}", $"host-{i % Hosts}", Owner.House) { Type = "bench" }, ct);
        if (answer is not PortAnswer.Given) throw new InvalidOperationException($"No port was given: {answer}");
    });

    /// <summary>One allocation as the server does it: the same statements in the same transaction, its row of the audit log included.</summary>
    private static string Script() => $"""
        \set host random(0, {Hosts - 1})
        BEGIN;
        SELECT pg_advisory_xact_lock_shared(1886351988, 0);
        SELECT host FROM resources.host_aliases WHERE alias = 'host-:host';
        SELECT pg_advisory_xact_lock(1886351989, :host);
        {PgBench.With(PortStore.OfService, "'none'", "'host-' || :host")};
        {PgBench.With(PortStore.OnPort, "'host-' || :host", "'*'", "0")};
        {PgBench.With(PortStore.RangesOf, "'host-' || :host")};
        {PgBench.With(PortStore.FreePorts, "'host-' || :host", "'*'", "20000", "29999", NoPorts, "1")} \gset
        {PgBench.With(PortStore.Expire, "'host-' || :host", ":p", "NULL::text")};
        {PgBench.With(PortStore.Insert, "'pgbench-' || :host || '-' || :p", ":p", "'bench'", "'host-' || :host", "'*'", "NULL", "NULL", "false", "NULL", "NULL", "NULL")};
        INSERT INTO platform.audit_log (event_id, actor, via, action, subject_type, subject_id, project_id, request_id, ip, details, outcome, key_id, mac)
        VALUES (gen_random_uuid(), 'system', NULL, 'port.created', 'port', 'host-' || :host || ':' || :p, NULL, NULL, NULL, '{NoDetails}', 'done', 'bench', '\x00');
        COMMIT;

        """;

    private static void Print(List<Row> rows)
    {
        Console.WriteLine();
        Console.WriteLine($"## Ports: allocated by {Callers} callers over {Hosts} hosts, each with its row of the audit log, PostgreSQL on the same two cores");
        Console.WriteLine();
        Console.WriteLine("| | ports/s | pgbench, same statements | % of pgbench | to reach % (fsync off) |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var (name, pgBench, ours) in rows) Console.WriteLine($"| {name} | {ours:N0} | {pgBench:N0} | {100 * ours / pgBench:F0} | 30 |");
    }

    private static async Task ExecuteAsync(DatabaseAddress address, string sql)
    {
        await using var connection = new NpgsqlConnection(address.OwnerConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
