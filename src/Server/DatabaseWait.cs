using System.Net.Sockets;
using Npgsql;

namespace Alicerce.Server;

/// <summary>
/// Waits for a PostgreSQL of somebody else that is still starting, as it is when both are started together (S000-OPS-03). A private one needs no waiting, and
/// one that answers and refuses us will not change its mind.
/// </summary>
internal static class DatabaseWait
{
    private static readonly TimeSpan s_step = TimeSpan.FromSeconds(2);

    /// <exception cref="NpgsqlException">It was not there in time, or it refuses us.</exception>
    public static async Task UntilThereAsync(ServerOptions options, TextWriter output, CancellationToken ct)
    {
        if (options.Database is not { } address) return;
        var settings = new NpgsqlConnectionStringBuilder(address.OwnerConnectionString) { Pooling = false, Timeout = 5 };
        for (var waited = TimeSpan.Zero; ; waited += s_step)
        {
            try
            {
                await using var connection = new NpgsqlConnection(settings.ConnectionString);
                await connection.OpenAsync(ct);
                return;
            }
            catch (NpgsqlException e) when (IsNotThereYet(e) && waited < options.DatabaseWait)
            {
                await output.WriteLineAsync("Waiting for PostgreSQL...");
                await Task.Delay(s_step, ct);
            }
        }
    }

    private static bool IsNotThereYet(NpgsqlException e) =>
        e is PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow } || e.InnerException is SocketException or IOException or TimeoutException;
}
