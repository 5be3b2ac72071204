using Alicerce.Contracts.Resources;
using Alicerce.Platform.Data;
using Npgsql;
using NpgsqlTypes;

namespace Alicerce.Modules.Resources.Services.Health;

/// <summary>Takes services that are due from the table and writes what looks at them found, many in one transaction.</summary>
internal sealed class HealthStore(NpgsqlDataSource source, ServiceDirectory directory)
{
    private const string Columns = "s.id, s.host, s.port, s.protocol, s.health_endpoint, s.is_approved, s.project_id";

    private const string IsUnclaimed = "coalesce(claimed_until <= $1, true)";

    // Whoever takes a service moves its next time on in the same statement, so of all processes exactly one looks; a tenth of jitter each way
    // keeps services that were registered together from being looked at together for ever. Owners take turns, those with the fewest looks under way first.
    // No owner has more looks in this process than it leaves slots free ($5, $6 are what each has): however many owners keep slots, there is room for the next one.
    private const string ClaimDue = $"""
        UPDATE resources.service_registry s
        SET next_health_check = $1::timestamptz + s.health_interval * (0.9 + 0.2 * random()) * interval '1 second', claimed_until = $1::timestamptz + $4
        WHERE s.id IN (
            SELECT id FROM resources.service_registry WHERE next_health_check <= $1 AND {IsUnclaimed} AND id IN (
                SELECT id FROM (
                    SELECT due.id, due.turn + coalesce(here.looks, 0) AS here, row_number() OVER (ORDER BY due.turn + coalesce(busy.looks, 0), due.next_health_check) AS place
                    FROM (
                        SELECT id, project_id, next_health_check, row_number() OVER (PARTITION BY project_id ORDER BY next_health_check) AS turn
                        FROM resources.service_registry WHERE next_health_check <= $1 AND {IsUnclaimed}) AS due
                    LEFT JOIN (SELECT project_id, count(*) AS looks FROM resources.service_registry WHERE claimed_until > $1 GROUP BY project_id) AS busy
                        ON busy.project_id IS NOT DISTINCT FROM due.project_id
                    LEFT JOIN unnest($5::int[], $6::int[]) AS here (owner, looks) ON here.owner = coalesce(due.project_id, 0)
                    WHERE due.turn + coalesce(busy.looks, 0) <= $3) AS turns
                WHERE place <= $2 AND here <= greatest($2 - place, 1))
            FOR UPDATE SKIP LOCKED)
        RETURNING {Columns}
        """;

    private const string ClaimThese = $"""
        UPDATE resources.service_registry s SET claimed_until = $1::timestamptz + $4
        WHERE s.id IN (
            SELECT id FROM resources.service_registry WHERE id = ANY ($2) AND {IsUnclaimed} AND coalesce(last_health_check < $3, true) ORDER BY id FOR UPDATE)
        RETURNING {Columns}
        """;

    private const string Lock = """
        SELECT id, health_status, consecutive_failures, consecutive_successes, name, project_id, environment_id, host, port, last_health_check
        FROM resources.service_registry WHERE id = ANY ($1) ORDER BY id FOR UPDATE
        """;

    private const string Update = """
        UPDATE resources.service_registry s SET health_status = n.status, consecutive_failures = n.failures, consecutive_successes = n.successes, last_health_check = n.at, claimed_until = NULL,
            last_latency_ms = n.latency, last_error = n.error, status_since = CASE WHEN s.health_status = n.status THEN s.status_since ELSE n.at END
        FROM unnest($1::int[], $2::text[], $3::int[], $4::int[], $5::timestamptz[], $6::float8[], $7::text[]) AS n (id, status, failures, successes, at, latency, error) WHERE s.id = n.id
        """;

    private const string Insert = """
        INSERT INTO resources.service_checks (service_id, checked_at, succeeded, latency_ms, error) SELECT * FROM unnest($1::int[], $2::timestamptz[], $3::bool[], $4::float8[], $5::text[])
        """;

    private sealed record Known(int Id, HealthState State, string Name, int? ProjectId, int? EnvironmentId, string Host, int Port, DateTimeOffset? LastLook);

    private sealed record Change(Known Before, HealthState After, Look Look);

    /// <summary>The services that are due at <paramref name="now"/>; nobody else is given them, until their looks are written or <paramref name="lease"/> is over.</summary>
    /// <param name="now">The time.</param>
    /// <param name="most">Slots that are free.</param>
    /// <param name="mostOfOwner">Looks at once at the services of a project, or of the house, those of other processes included.</param>
    /// <param name="lease">Longer than a look.</param>
    /// <param name="here">How many looks of each owner are under way in this process; 0 is the house.</param>
    /// <param name="ct">The server stops.</param>
    public async Task<IReadOnlyList<LookTarget>> ClaimDueAsync(DateTimeOffset now, int most, int mostOfOwner, TimeSpan lease, IReadOnlyDictionary<int, int> here, CancellationToken ct)
    {
        await using var command = source.CreateCommand(ClaimDue);
        foreach (var value in new object[] { now, most, mostOfOwner, lease, here.Keys.ToArray(), here.Values.ToArray() }) command.Parameters.AddWithValue(value);
        return await ReadTargetsAsync(command, ct);
    }

    /// <summary>Those of these services that nobody looks at now, or has looked at since; nobody else is given them.</summary>
    public async Task<IReadOnlyList<LookTarget>> ClaimAsync(DateTimeOffset now, int[] ids, DateTimeOffset since, TimeSpan lease, CancellationToken ct)
    {
        await using var command = source.CreateCommand(ClaimThese);
        foreach (var value in new object[] { now, ids, since, lease }) command.Parameters.AddWithValue(value);
        return await ReadTargetsAsync(command, ct);
    }

    public async Task<bool> IsAnyClaimedAsync(int[] ids, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT EXISTS (SELECT 1 FROM resources.service_registry WHERE id = ANY ($1) AND claimed_until > $2)");
        command.Parameters.AddWithValue(ids);
        command.Parameters.AddWithValue(now);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Leaves services to others that were claimed and not looked at.</summary>
    public async Task LetGoAsync(int[] ids, CancellationToken ct)
    {
        if (ids.Length == 0) return;
        await using var command = source.CreateCommand("UPDATE resources.service_registry SET claimed_until = NULL WHERE id = ANY ($1)");
        command.Parameters.AddWithValue(ids);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Writes looks, the states that follow from them, and a fact for each state that is another one than before.</summary>
    public async Task WriteAsync(IReadOnlyCollection<Look> looks, CancellationToken ct)
    {
        if (looks.Count == 0) return;
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var known = await LockAsync(transaction, [.. looks.Select(look => look.ServiceId)], ct);
        // A service that is gone meanwhile has no state to write, and a look that began before the latest one, or before a heartbeat, knows nothing new.
        var changes = looks.Where(look => known.TryGetValue(look.ServiceId, out var before) && !(look.At < before.LastLook))
            .Select(look => new Change(known[look.ServiceId], known[look.ServiceId].State.After(look.Succeeded, look.Slow), look)).ToList();
        await UpdateAsync(transaction, changes, ct);
        await InsertAsync(transaction, changes, ct);
        var others = changes.FindAll(change => change.Before.State.Status != change.After.Status);
        await Outbox.WriteAsync(transaction, others.ConvertAll(FactOf), ct);
        var owners = others.Select(change => change.Before.ProjectId).Distinct().ToList();
        await ServiceDirectory.AnnounceAsync(transaction, owners, ct);
        await transaction.CommitAsync(ct);
        await directory.ForgetAsync(owners, ct);
    }

    private static async Task<IReadOnlyList<LookTarget>> ReadTargetsAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var targets = new List<LookTarget>();
        while (await reader.ReadAsync(ct))
            targets.Add(new LookTarget(reader.GetInt32(0), reader.GetString(1), reader.GetInt32(2), reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetString(4), reader.GetBoolean(5), reader.IsDBNull(6) ? 0 : reader.GetInt32(6)));
        return targets;
    }

    private static async Task<Dictionary<int, Known>> LockAsync(NpgsqlTransaction transaction, int[] ids, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Lock, transaction.Connection, transaction);
        command.Parameters.AddWithValue(ids);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var known = new Dictionary<int, Known>();
        while (await reader.ReadAsync(ct))
        {
            known[reader.GetInt32(0)] = new Known(
                reader.GetInt32(0), new HealthState(reader.GetString(1), reader.GetInt32(2), reader.GetInt32(3)), reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetInt32(5),
                reader.IsDBNull(6) ? null : reader.GetInt32(6), reader.GetString(7), reader.GetInt32(8),
                reader.IsDBNull(9) ? null : reader.GetFieldValue<DateTimeOffset>(9));
        }

        return known;
    }

    private static async Task UpdateAsync(NpgsqlTransaction transaction, List<Change> changes, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Update, transaction.Connection, transaction);
        command.Parameters.AddWithValue(changes.Select(c => c.Before.Id).ToArray());
        command.Parameters.AddWithValue(changes.Select(c => c.After.Status).ToArray());
        command.Parameters.AddWithValue(changes.Select(c => c.After.Failures).ToArray());
        command.Parameters.AddWithValue(changes.Select(c => c.After.Successes).ToArray());
        command.Parameters.AddWithValue(changes.Select(c => c.Look.At).ToArray());
        command.Parameters.Add(Latencies(changes));
        command.Parameters.Add(Errors(changes, c => c.Look.Error ?? (c.Look.Slow ? "slow" : null)));
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task InsertAsync(NpgsqlTransaction transaction, List<Change> changes, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Insert, transaction.Connection, transaction);
        command.Parameters.AddWithValue(changes.Select(c => c.Before.Id).ToArray());
        command.Parameters.AddWithValue(changes.Select(c => c.Look.At).ToArray());
        command.Parameters.AddWithValue(changes.Select(c => c.Look.Succeeded).ToArray());
        command.Parameters.Add(Latencies(changes));
        command.Parameters.Add(Errors(changes, c => c.Look.Error));
        await command.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlParameter Latencies(List<Change> changes) => new() { Value = changes.Select(c => c.Look.LatencyMs).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Double };

    private static NpgsqlParameter Errors(List<Change> changes, Func<Change, string?> errorOf) => new() { Value = changes.Select(errorOf).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    private static Fact FactOf(Change change)
    {
        var (before, after, look) = change;
        var told = new ServiceHealthChanged(
            before.Id, before.Name, before.ProjectId, before.EnvironmentId, before.Host, before.Port, before.State.Status, after.Status, look.Error ?? (look.Slow ? "slow" : null), look.LatencyMs,
            look.At);
        return new Fact(ServiceHealthChanged.Type, before.ProjectId, $"{before.Id}", told);
    }
}
