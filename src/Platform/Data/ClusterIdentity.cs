using System.Net;
using Npgsql;

namespace Alicerce.Platform.Data;

/// <summary>
/// Who our own PostgreSQL is, so that the query executor and the egress guard can refuse it however it is addressed (D10).
/// </summary>
/// <param name="SystemIdentifier">The number that <c>initdb</c> gave the cluster; the same behind every address.</param>
/// <param name="Endpoints">Addresses under which this process reaches it.</param>
public sealed record ClusterIdentity(string SystemIdentifier, IReadOnlyList<IPEndPoint> Endpoints)
{
    public static async Task<ClusterIdentity> ReadAsync(string connectionString, CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand("SELECT system_identifier::text FROM pg_control_system()", connection);
        var identifier = (string)(await command.ExecuteScalarAsync(ct))!;
        return new ClusterIdentity(identifier, await EndpointsAsync(settings, ct));
    }

    private static async Task<IPEndPoint[]> EndpointsAsync(NpgsqlConnectionStringBuilder settings, CancellationToken ct)
    {
        if (settings.Host is not { Length: > 0 } host || host.StartsWith('/')) return [];
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, ct);
        return [.. addresses.Select(address => new IPEndPoint(address, settings.Port))];
    }
}
