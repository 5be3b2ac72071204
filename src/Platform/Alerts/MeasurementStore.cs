using Npgsql;

namespace Alicerce.Platform.Alerts;

/// <summary>What all processes measured lately, and how long the queue is, in PostgreSQL.</summary>
internal sealed class MeasurementStore(NpgsqlDataSource source)
{
    private const string Write = """
        INSERT INTO platform.measurements (taken_at, kind, name, calls, failures, timed, slow, total_ms)
        SELECT $1, * FROM unnest($2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::float8[])
        """;

    private const string ReadWindow = """
        SELECT kind, name, sum(calls)::bigint, sum(failures)::bigint, sum(timed)::bigint, sum(slow)::bigint, sum(total_ms)
        FROM platform.measurements WHERE taken_at > $1 GROUP BY kind, name ORDER BY kind, name
        """;

    // By the database's clock, which also says when jobs are due.
    private const string ReadQueue = """
        SELECT count(*), coalesce(extract(epoch FROM now() - min(run_at)), 0)::float8
        FROM (SELECT run_at FROM platform.jobs WHERE state = 'queued' AND run_at <= now() LIMIT $1) waiting
        """;

    public async Task WriteAsync(DateTimeOffset at, IReadOnlyList<Measured> measured, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Write);
        command.Parameters.AddWithValue(at);
        command.Parameters.AddWithValue(measured.Select(one => one.Kind).ToArray());
        command.Parameters.AddWithValue(measured.Select(one => one.Name).ToArray());
        command.Parameters.AddWithValue(measured.Select(one => one.Calls).ToArray());
        command.Parameters.AddWithValue(measured.Select(one => one.Failures).ToArray());
        command.Parameters.AddWithValue(measured.Select(one => one.Timed).ToArray());
        command.Parameters.AddWithValue(measured.Select(one => one.Slow).ToArray());
        command.Parameters.AddWithValue(measured.Select(one => one.TotalMs).ToArray());
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<IReadOnlyList<Measured>> ReadSinceAsync(DateTimeOffset start, CancellationToken ct)
    {
        await using var command = source.CreateCommand(ReadWindow);
        command.Parameters.AddWithValue(start);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var measured = new List<Measured>();
        while (await reader.ReadAsync(ct))
            measured.Add(new Measured(reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5), reader.GetDouble(6)));
        return measured;
    }

    public async Task<QueueLook> ReadQueueAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand(ReadQueue);
        command.Parameters.AddWithValue(QueueLook.MostCounted + 1);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new QueueLook(reader.GetInt64(0), TimeSpan.FromSeconds(reader.GetDouble(1)));
    }
}
