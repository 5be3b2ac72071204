using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Alicerce.Platform.Data.PrivatePostgres;

/// <summary>
/// A PostgreSQL of our own on a free loopback port, alive exactly as long as its owner: closing it, or the owner's death by any
/// signal, shuts it down cleanly.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    public const string Superuser = "postgres";
    private const int PortAttempts = 5;
    private readonly ClusterOptions _options;
    private readonly Postmaster _postmaster;

    private PrivateCluster(ClusterOptions options, Postmaster postmaster, int port) =>
        (_options, _postmaster, Port) = (options, postmaster, port);

    public int Port { get; }

    /// <summary>Process id of the shell that holds the owner's pipe.</summary>
    public int ProcessId => _postmaster.ProcessId;

    /// <summary>Makes the cluster if the folder is empty, mends what a crash left, starts it and waits until it answers.</summary>
    public static async Task<PrivateCluster> StartAsync(ClusterOptions options, CancellationToken ct)
    {
        var parent = Path.GetDirectoryName(options.Folder)!;
        await FolderAccess.DemandTraversalAsync(parent, options.Account, "the data folder", ct);
        await FolderAccess.DemandTraversalAsync(options.Binaries.Folder, options.Account, "the PostgreSQL binaries", ct);
        if (!Directory.Exists(options.Folder)) await ClusterFolder.CreateAsync(options, ct);
        await ClusterFolder.ReleaseStalePidAsync(options, ct);

        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var postmaster = Postmaster.Start(options, port);
            try
            {
                var cluster = new PrivateCluster(options, postmaster, port);
                await cluster.WaitUntilReadyAsync(ct);
                return cluster;
            }
            catch (StartupException) when (attempt < PortAttempts && postmaster.LogTail().Contains("Address already in use", StringComparison.Ordinal))
            {
                // Somebody took the port between our look and the start: try the next one.
                await postmaster.DisposeAsync();
            }
            catch
            {
                await postmaster.DisposeAsync();
                throw;
            }
        }
    }

    /// <summary>For creating databases, roles and extensions; never for the server's own work.</summary>
    public string ConnectionString(string database = "postgres", string user = Superuser, string? password = null) =>
        ConnectionString(Port, database, user, password ?? (user == Superuser ? _options.Password?.Reveal() : null));

    internal static string ConnectionString(int port, string database, string user, string? password) =>
        new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Database = database, Username = user, Password = password }.ConnectionString;

    /// <summary>Fast shutdown: sessions are ended, data is written, no recovery is needed at the next start.</summary>
    public ValueTask DisposeAsync() => _postmaster.DisposeAsync();

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private async Task WaitUntilReadyAsync(CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(_options.StartTimeout);
        var address = new NpgsqlConnectionStringBuilder(ConnectionString()) { Pooling = false, Timeout = 5 }.ConnectionString;
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(address);
                await connection.OpenAsync(timeout.Token);
                return;
            }
            catch (Exception e) when (e is NpgsqlException && !ct.IsCancellationRequested && !IsRefusal(e))
            {
                if (_postmaster.HasExited) throw new StartupException($"PostgreSQL did not start. Its log '{_options.LogFile}' ends with:\n{_postmaster.LogTail()}", e);
            }
            catch (PostgresException e)
            {
                throw new StartupException($"PostgreSQL in '{_options.Folder}' refuses us: {e.MessageText}. The passwords in the data folder do not belong to this cluster.", e);
            }
            catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
            {
                throw new StartupException($"PostgreSQL did not answer within {_options.StartTimeout}. See '{_options.LogFile}'.", e);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), timeout.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // 57P03 says "still starting"; any other answer of the server is final.
    private static bool IsRefusal(Exception e) => e is PostgresException { SqlState: not PostgresErrorCodes.CannotConnectNow };
}
