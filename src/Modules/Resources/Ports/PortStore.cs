using Alicerce.Modules.Resources.Rows;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Data;
using Npgsql;
using NpgsqlTypes;

namespace Alicerce.Modules.Resources.Ports;

/// <summary>The statements of handing out ports: each is one look at the whole range, none is repeated for each port (T004-10).</summary>
internal static class PortStore
{
    private const int LastPort = 65_535;
    private const int Near = 1_000;
    private const string Columns = "a.id, a.service_name, a.port, a.port_type, a.host, a.bind_address, a.status, a.reserved_reason, a.project_id, a.environment_id, a.container_port, a.image, a.part_of";

    /// <summary>A reservation whose time is over holds nothing.</summary>
    private const string IsHeld = "a.status <> 'released' AND (a.status <> 'reserved' OR a.reserved_until IS NULL OR a.reserved_until > now())";

    // $1 is the host and $2 the address: `*` on either side collides with all.
    private const string Collides = "($1 = '*' OR a.host IN ($1, '*')) AND ($2 = '*' OR a.bind_address IN ($2, '*'))";

    internal const string OfService = $"SELECT {Columns} FROM resources.port_allocations a WHERE a.service_name = $1 AND a.host = $2 AND {IsHeld}";

    internal const string OnPort = $"SELECT {Columns} FROM resources.port_allocations a WHERE a.port = $3 AND {Collides} AND {IsHeld} ORDER BY a.id LIMIT 1";

    internal const string RangesOf = "SELECT name, start_port, end_port, host FROM resources.port_ranges WHERE host IN ($1, '*')";

    internal const string FreePorts = $"""
        SELECT p FROM generate_series($3::int, $4::int) AS p
        WHERE p <> ALL ($5) AND NOT EXISTS (SELECT 1 FROM resources.port_allocations a WHERE a.port = p AND {Collides} AND {IsHeld})
        ORDER BY p LIMIT $6
        """;

    internal const string Expire = $"""
        UPDATE resources.port_allocations a SET status = 'released', released_at = now()
        WHERE a.status = 'reserved' AND a.reserved_until <= now() AND a.host IN ($1, '*') AND (a.port = $2 OR a.service_name = $3) RETURNING {Columns}
        """;

    internal const string Insert = """
        INSERT INTO resources.port_allocations (service_name, port, port_type, host, bind_address, status, project_id, environment_id, is_automatic, container_port, image, part_of)
        VALUES ($1, $2, $3, $4, $5, 'allocated', $6, $7, $8, $9, $10, $11) RETURNING id
        """;

    /// <summary>What a service holds on a host, who holds the preferred port, and the ranges: all that is known before choosing.</summary>
    public static async Task<(HeldPort? OfService, HeldPort? OnPreferred, List<PortRange> Ranges)> LookAsync(NpgsqlTransaction transaction, PortWish wish, string host, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction)
        {
            BatchCommands =
            {
                new(OfService)
                {
                    Parameters = { new() { Value = wish.Service }, new() { Value = host } },
                },
                HolderOf(host, wish.BindAddress, wish.Preferred ?? 0),
                new(RangesOf) { Parameters = { new() { Value = host } } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var ofService = await reader.ReadAsync(ct) ? Read(reader) : null;
        await reader.NextResultAsync(ct);
        var onPreferred = await reader.ReadAsync(ct) ? Read(reader) : null;
        await reader.NextResultAsync(ct);
        var ranges = new List<PortRange>();
        while (await reader.ReadAsync(ct)) ranges.Add(new PortRange { Name = reader.GetString(0), StartPort = reader.GetInt32(1), EndPort = reader.GetInt32(2), Host = reader.GetString(3) });
        return (ofService, onPreferred, ranges);
    }

    public static async Task<HeldPort?> FindHolderAsync(NpgsqlConnection connection, string host, string address, int port, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { HolderOf(host, address, port) } };
        await using var reader = await batch.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? Read(reader) : null;
    }

    /// <summary>The lowest free ports of a span, as many as asked for, in order.</summary>
    /// <param name="connection">In the transaction of the change, if there is one.</param>
    /// <param name="host">Under which the ports are kept.</param>
    /// <param name="address">That the service listens on.</param>
    /// <param name="from">First port to look at.</param>
    /// <param name="to">Last port to look at.</param>
    /// <param name="busy">Ports that are passed over.</param>
    /// <param name="most">How many.</param>
    /// <param name="ct">The caller left.</param>
    public static async Task<List<int>> FreeAsync(NpgsqlConnection connection, string host, string address, int from, int to, IEnumerable<int> busy, int most, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(FreePorts, connection);
        foreach (var value in new object[] { host, address, from, to, busy.ToArray(), most }) command.Parameters.AddWithValue(value);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var free = new List<int>();
        while (await reader.ReadAsync(ct)) free.Add(reader.GetInt32(0));
        return free;
    }

    /// <summary>The next free port above one; null when there is none near it.</summary>
    public static async Task<int?> NextFreeAsync(NpgsqlConnection connection, string host, string address, int above, IEnumerable<int> busy, CancellationToken ct)
    {
        var free = await FreeAsync(connection, host, address, above + 1, Math.Min(above + Near, LastPort), busy, 1, ct);
        return free.Count > 0 ? free[0] : null;
    }

    /// <summary>Releases the reservations whose time is over and that stand in the way of a service or a port.</summary>
    public static async Task ReleaseExpiredAsync(NpgsqlTransaction transaction, AuditLog audit, string host, string? service, int port, CancellationToken ct)
    {
        foreach (var over in await ReleaseExpiredAsync(transaction, host, service, port, ct))
            await TellAsync(transaction, audit, EntryOf("port.released", over, new { Why = "expired" }) with { Actor = AuditActor.System }, over, ct);
    }

    /// <summary>To the audit log, and to who follows changes.</summary>
    public static async Task TellAsync(NpgsqlTransaction transaction, AuditLog audit, AuditEntry entry, HeldPort port, CancellationToken ct)
    {
        await audit.WriteAsync(transaction, entry, ct);
        await Outbox.WriteAsync(transaction, [ResourceFacts.OfPort(entry.Action, port.Host, port.Port, port.Owner.ProjectId)], ct);
    }

    public static AuditEntry EntryOf(string action, HeldPort port, object details) => new(action, new AuditSubject("port", $"{port.Host}:{port.Port}", port.Owner.ProjectId)) { Details = details };

    private static async Task<List<HeldPort>> ReleaseExpiredAsync(NpgsqlTransaction transaction, string host, string? service, int port, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Expire, transaction.Connection, transaction);
        command.Parameters.AddWithValue(host);
        command.Parameters.AddWithValue(port);
        command.Parameters.Add(new() { Value = (object?)service ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var released = new List<HeldPort>();
        while (await reader.ReadAsync(ct)) released.Add(Read(reader));
        return released;
    }

    public static async Task<HeldPort> InsertAsync(NpgsqlTransaction transaction, PortWish wish, string host, int port, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Insert, transaction.Connection, transaction);
        foreach (var value in new object[] { wish.Service, port, wish.Type, host, wish.BindAddress }) command.Parameters.AddWithValue(value);
        foreach (var id in new[] { wish.Owner.ProjectId, wish.Owner.EnvironmentId }) command.Parameters.Add(Number(id));
        command.Parameters.AddWithValue(wish.IsAutomatic);
        AddContainer(command, wish.Container);
        var made = (int)(await command.ExecuteScalarAsync(ct))!;
        return new HeldPort(made, wish.Service, port, wish.Type, host, wish.BindAddress, PortAllocation.Allocated, null, wish.Owner, wish.Container);
    }

    /// <summary>A service comes for the port that was reserved for it.</summary>
    public static async Task ClaimAsync(NpgsqlTransaction transaction, int id, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "UPDATE resources.port_allocations SET status = 'allocated', reserved_reason = NULL, reserved_until = NULL, allocated_at = now() WHERE id = $1", transaction.Connection, transaction);
        command.Parameters.AddWithValue(id);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>What runs behind a port that the service has already.</summary>
    public static async Task WriteContainerAsync(NpgsqlTransaction transaction, int id, ContainerFacts container, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("UPDATE resources.port_allocations SET container_port = $1, image = $2, part_of = $3 WHERE id = $4", transaction.Connection, transaction);
        AddContainer(command, container);
        command.Parameters.AddWithValue(id);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static void AddContainer(NpgsqlCommand command, ContainerFacts container)
    {
        command.Parameters.Add(Number(container.Port));
        foreach (var text in new[] { container.Image, container.PartOf }) command.Parameters.Add(new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
    }

    private static NpgsqlParameter Number(int? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer };

    private static NpgsqlBatchCommand HolderOf(string host, string address, int port) => new(OnPort) { Parameters = { new() { Value = host }, new() { Value = address }, new() { Value = port } } };

    private static HeldPort Read(NpgsqlDataReader reader) => new(
        reader.GetInt32(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetInt32(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetString(6),
        reader.IsDBNull(7) ? null : reader.GetString(7), new Owner(reader.IsDBNull(8) ? null : reader.GetInt32(8), reader.IsDBNull(9) ? null : reader.GetInt32(9)),
        new ContainerFacts(reader.IsDBNull(10) ? null : reader.GetInt32(10), reader.IsDBNull(11) ? null : reader.GetString(11), reader.IsDBNull(12) ? null : reader.GetString(12)));
}
