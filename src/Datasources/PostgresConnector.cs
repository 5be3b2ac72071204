using System.Net.Sockets;
using Alicerce.Outbound;
using Npgsql;

namespace Alicerce.Datasources;

/// <summary>Opens one unpooled connection to the addresses that the guard has checked.</summary>
internal sealed class PostgresConnector(ConnectGuard guard, QueryLimits limits)
{
    /// <summary>The caller owns the connection and the data source that made it.</summary>
    public async Task<(NpgsqlDataSource Source, NpgsqlConnection Connection)> OpenAsync(DatasourceDefinition definition, CancellationToken ct)
    {
        var addresses = await guard.ResolveAsync(definition.Host, definition.Port, ct);
        for (var i = 0; ; i++)
        {
            var source = Build(definition, addresses[i].ToString());
            try
            {
                return (source, await source.OpenConnectionAsync(ct));
            }
            catch (NpgsqlException e) when (i + 1 < addresses.Count && e.InnerException is SocketException or TimeoutException)
            {
                await source.DisposeAsync();
            }
            catch
            {
                await source.DisposeAsync();
                throw;
            }
        }
    }

    /// <exception cref="FormatException">The SSL mode is unknown.</exception>
    private NpgsqlDataSource Build(DatasourceDefinition definition, string address)
    {
        var seconds = (int)Math.Ceiling(limits.ConnectTimeout.TotalSeconds);
        var builder = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder
        {
            Host = address,
            Port = definition.Port,
            Database = definition.Database,
            Username = definition.Username,
            SslMode = ReadSslMode(definition.SslMode),
            GssEncryptionMode = GssEncryptionMode.Disable,
            Pooling = false,
            Multiplexing = false,
            Enlist = false,
            Timeout = seconds,
            CommandTimeout = (int)Math.Ceiling(limits.Total.TotalSeconds),
            ApplicationName = "alicerce",
            Options = "",
        }.ConnectionString);
        // A provider that always answers keeps Npgsql from falling back to PGPASSWORD or a password file of this process.
        var password = definition.Password?.Reveal() ?? "";
        builder.UsePasswordProvider(_ => password, (_, _) => ValueTask.FromResult(password));
        // The connection goes to the checked address; the certificate must still be the named host's.
        builder.UseSslClientAuthenticationOptionsCallback(tls => tls.TargetHost = definition.Host);
        builder.EnableUnmappedTypes();
        return builder.Build();
    }

    private static SslMode ReadSslMode(string mode) => mode.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal) switch
    {
        "disable" => SslMode.Disable,
        "allow" => SslMode.Allow,
        "prefer" => SslMode.Prefer,
        "require" => SslMode.Require,
        "verifyca" => SslMode.VerifyCA,
        "verifyfull" => SslMode.VerifyFull,
        _ => throw new FormatException($"unknown ssl mode '{mode}'; use disable, allow, prefer, require, verify-ca or verify-full."),
    };
}
