using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Alicerce.Outbound;

namespace Alicerce.Platform.Redis;

/// <summary>From an address to an open connection: resolve, connect, TLS, HELLO with the account, database.</summary>
internal sealed class RedisHandshake(RedisOptions options, OwnEndpoints own, TimeProvider clock)
{
    /// <exception cref="RedisUnavailableException">It did not come about; the message says why.</exception>
    public async Task<RedisConnection> OpenAsync(Action<RedisReply[]> onPush, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.Timeout);
        RedisConnection? connection = null;
        try
        {
            connection = new RedisConnection(options, await ConnectAsync(limit.Token), onPush, clock);
            var hello = options.Password is { } password
                ? connection.CallAsync(["HELLO", 3, "AUTH", options.User ?? "default", password.Reveal(), "SETNAME", "alicerce"], options.Timeout, limit.Token)
                : connection.CallAsync(["HELLO", 3, "SETNAME", "alicerce"], options.Timeout, limit.Token);
            await hello;
            if (options.Database != 0) await connection.CallAsync(["SELECT", options.Database], options.Timeout, limit.Token);
            return connection;
        }
        catch (Exception e)
        {
            if (connection is not null) await connection.DisposeAsync();
            ct.ThrowIfCancellationRequested();
            // No inner exception: an old server repeats the words of an unknown HELLO, and with them the password.
            throw new RedisUnavailableException($"No connection to Redis at {options.Place}: {Reason(e)}.");
        }
    }

    private async Task<Stream> ConnectAsync(CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(options.Host, ct);
        foreach (var address in addresses) own.Add(new IPEndPoint(address, options.Port));
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, options.Port, ct);
            var stream = new NetworkStream(socket, ownsSocket: true);
            return options.Tls ? await EncryptAsync(stream, ct) : stream;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<SslStream> EncryptAsync(Stream stream, CancellationToken ct)
    {
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck };
        if (options.AuthorityFile is { } file)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.ImportFromPemFile(file);
        }

        var encrypted = new SslStream(stream);
        await encrypted.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = options.Host, CertificateChainPolicy = policy }, ct);
        return encrypted;
    }

    private string Reason(Exception e) => e switch
    {
        RedisErrorException { Code: "WRONGPASS" or "NOAUTH" or "NOPERM" } refused => $"it refuses the account ({refused.Code}); check user and password in REDIS_URL",
        RedisErrorException { Code: "ERR" or "NOPROTO" } => "it does not accept HELLO 3 with this account, or has no such database; Redis 6 or newer is needed",
        RedisErrorException other => $"it answered {other.Code}",
        OperationCanceledException or RedisTimeoutException => $"nothing answered within {options.Timeout.TotalSeconds:0.###} s",
        AuthenticationException => $"its certificate is not accepted: {e.Message}",
        _ => e.Message,
    };
}
