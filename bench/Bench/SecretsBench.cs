using System.Diagnostics;
using Alicerce.Demo;
using Alicerce.Modules.Resources;
using Alicerce.Modules.Resources.Secrets;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Data;
using Alicerce.Platform.Keys;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Alicerce.Bench;

/// <summary>
/// Secrets read a second, each proven against the audit log, opened and written down, beside pgbench running the same statements, with fsync off and on.
/// </summary>
internal static class SecretsBench
{
    private const int Readers = 8;
    private const int Secrets = 500;
    private const int Reads = 20_000;

    private sealed record Row(string Name, double PgBench, double Ours);

    public static async Task<int> RunAsync()
    {
        using var place = new Workplace();
        List<Row> rows = [];
        foreach (var isDurable in new[] { false, true })
        {
            await using var cluster = await ShopCluster.StartAsync(Path.Combine(place.Folder, isDurable ? "durable" : "fast"), isDurable, CancellationToken.None);
            await cluster.CreateDatabaseAsync("secrets", CancellationToken.None);
            var address = new DatabaseAddress(cluster.ConnectionString("secrets"), cluster.ConnectionString("secrets"));
            await new Migrator(address, [PlatformDb.ForMigrations, new ResourcesModule().Schema!]).UpAsync(CancellationToken.None);
            await using var source = NpgsqlDataSource.Create(address.AppConnectionString);
            var master = MasterKey.Create();
            var log = new AuditLog(AuditKey.Of(master), new HttpContextAccessor());
            await FillAsync(source, log, new Sealer(master));
            // No environment is read for, so no project is asked for.
            var reading = new SecretReading(source, new Sealer(master), new AuditTrail(master), log, projects: null!, NullLogger<SecretReading>.Instance);
            await ReadAsync(reading, Reads / 4);
            var baseline = await (await PgBench.LocateAsync(address.AppConnectionString)).RunAsync(Script());
            var watch = Stopwatch.StartNew();
            await ReadAsync(reading, Reads);
            var row = new Row($"fsync {(isDurable ? "on" : "off")}", baseline, Reads / watch.Elapsed.TotalSeconds);
            await Console.Error.WriteLineAsync($"{row.Name}: {row.Ours:F0} beside {row.PgBench:F0}");
            rows.Add(row);
        }

        Print(rows);
        return 0;
    }

    private static Task ReadAsync(SecretReading reading, int times) => Parallel.ForAsync(0, times, new ParallelOptions { MaxDegreeOfParallelism = Readers }, async (i, ct) =>
    {
        var read = await reading.ResolveAsync(Owner.House, [KeyOf(i % Secrets)], "bench", ct);
        if (read is not [{ Value.Length: 32 }]) throw new InvalidOperationException("The secret was not read.");
    });

    private static async Task FillAsync(NpgsqlDataSource source, AuditLog log, Sealer sealer)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        for (var i = 0; i < Secrets; i++)
        {
            var name = new SecretName(Owner.House, KeyOf(i));
            var sealedValue = sealer.Seal(name, 1, new string('s', 32));
            await using var insert = new NpgsqlCommand("INSERT INTO resources.secrets (key, scope, version, encrypted_value) VALUES ($1, 'global', 1, $2) RETURNING id", connection, transaction);
            insert.Parameters.AddWithValue(name.Key);
            insert.Parameters.AddWithValue(sealedValue);
            var id = (int)(await insert.ExecuteScalarAsync())!;
            await log.WriteAsync(transaction, new AuditEntry(SecretStore.Created, new AuditSubject("secret", $"{id}", null)) { Details = new { name.Key, Version = 1, CiphertextHash = Sealer.HashOf(sealedValue) } }, CancellationToken.None);
        }

        await transaction.CommitAsync();
        await using var analyze = source.CreateCommand("ANALYZE resources.secrets; ANALYZE platform.audit_log");
        await analyze.ExecuteNonQueryAsync();
    }

    private static string KeyOf(int i) => $"SECRET_{i}";

    /// <summary>One read as the server does it: the same two statements.</summary>
    private static string Script() => $$"""
        \set n random(0, {{Secrets - 1}})
        {{PgBench.With(SecretReading.ChainOfKeys, "NULL::int", "NULL::int", "ARRAY['SECRET_' || :n]")}} \gset
        INSERT INTO platform.audit_log (event_id, actor, via, action, subject_type, subject_id, project_id, request_id, ip, details, outcome, key_id, mac)
        VALUES (gen_random_uuid(), 'system', NULL, 'secret.read', 'secret', :id::text, NULL, NULL, NULL, '{}', 'done', 'bench', '\x00');

        """;

    private static void Print(List<Row> rows)
    {
        Console.WriteLine();
        Console.WriteLine($"## Secrets: read by {Readers} readers, each proven, opened and written to the audit log, PostgreSQL on the same two cores");
        Console.WriteLine();
        Console.WriteLine("| | secrets/s | pgbench, same statements | % of pgbench | to reach, secrets/s |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var (name, pgBench, ours) in rows) Console.WriteLine($"| {name} | {ours:N0} | {pgBench:N0} | {100 * ours / pgBench:F0} | {(name == "fsync off" ? "3,000" : "reported")} |");
    }
}
