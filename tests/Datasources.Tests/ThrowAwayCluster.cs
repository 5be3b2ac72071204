using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Alicerce.Datasources.Tests;
using Npgsql;

[assembly: AssemblyFixture(typeof(ThrowAwayCluster))]

namespace Alicerce.Datasources.Tests;

/// <summary>
/// A PostgreSQL of its own for this test process: superuser <c>alicerce</c> without a password, everybody else by password. It stops when
/// the process ends, however it ends, because the shell that holds it sees its standard input close.
/// </summary>
public sealed class ThrowAwayCluster : IAsyncLifetime
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), $"alicerce-datasources-{Guid.NewGuid():N}");
    private Process? _shell;

    public int Port { get; private set; }

    /// <summary>Why there is no cluster; null when there is one.</summary>
    public string? Missing { get; private set; }

    public string AdminConnection(string database) => $"Host=127.0.0.1;Port={Port};Username=alicerce;Database={database};Pooling=false";

    public async ValueTask InitializeAsync()
    {
        var binaries = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Order().LastOrDefault() + "/bin" : null;
        if (!File.Exists($"{binaries}/initdb"))
        {
            Missing = "PostgreSQL is not installed: apt-get install postgresql-15 postgresql-contrib";
            return;
        }
        await RunAsync($"{binaries}/initdb -D {_data} -U alicerce -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null");
        await File.WriteAllTextAsync($"{_data}/pg_hba.conf", "host all alicerce 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
        Port = FreePort();
        _shell = Start($"{binaries}/postgres -D {_data} -c listen_addresses=127.0.0.1 -c port={Port} -c unix_socket_directories={_data} -c fsync=off >{_data}/log 2>&1 & " +
            "server=$!; read -r _; kill -QUIT $server; wait $server");
        await WaitUntilItAnswersAsync();
        await SetUpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_shell is null)
            return;
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>Runs statements as superuser.</summary>
    public async Task AdminAsync(string database, params string[] statements)
    {
        await using var connection = new NpgsqlConnection(AdminConnection(database));
        await connection.OpenAsync();
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    public async Task<object?> AskAsync(string database, string question)
    {
        await using var connection = new NpgsqlConnection(AdminConnection(database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(question, connection);
        return await command.ExecuteScalarAsync();
    }

    private async Task SetUpAsync()
    {
        await AdminAsync("postgres",
            "create role reader login password 'reader-password'",
            "create role prog login password 'reader-password' in role pg_execute_server_program",
            "create role files login password 'reader-password' in role pg_read_server_files",
            "create role writer login password 'reader-password' in role pg_write_server_files",
            "create role super login superuser password 'reader-password'",
            "create role boss superuser",
            "create role sleeper login noinherit password 'reader-password' in role boss",
            "create database shop",
            "create database linked");
        await AdminAsync("shop",
            "create table product(id bigint primary key, name text, price numeric(10,2), added timestamptz, tags text[], extra jsonb)",
            "insert into product values (1, 'café', 10.50, '2026-01-02T03:04:05Z', '{a,b}', '{\"k\":1}'), (2, null, 2.00, null, null, null)",
            "grant all on product to public",
            "grant all on schema public to public",
            "create sequence numbers",
            "grant all on sequence numbers to public");
        await AdminAsync("linked", "create extension dblink", "create table target(id int)", "grant all on target to public");
    }

    private async Task WaitUntilItAnswersAsync()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await AdminAsync("postgres", "select 1");
                return;
            }
            catch (NpgsqlException) when (attempt < 200)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System);
            }
        }
    }

    private static async Task RunAsync(string script)
    {
        using var process = Start(script);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"'{script}' ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}.");
    }

    // PostgreSQL refuses to run as root, so root becomes postgres.
    private static Process Start(string script)
    {
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", "--", "bash", "-c", script])
            : new ProcessStartInfo("bash", ["-c", script]);
        start.RedirectStandardInput = true;
        start.WorkingDirectory = "/";
        return Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
