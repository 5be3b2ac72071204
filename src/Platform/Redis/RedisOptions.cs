using Alicerce.Outbound;

namespace Alicerce.Platform.Redis;

/// <summary>Where Redis is and how far a client of it goes. It prints without its account.</summary>
public sealed record RedisOptions
{
    public required string Host { get; init; }

    public int Port { get; init; } = 6379;

    public int Database { get; init; }

    /// <summary>The ACL user; null with a password is Redis's user <c>default</c>.</summary>
    public string? User { get; init; }

    public Secret? Password { get; init; }

    /// <summary>TLS; the certificate has to name <see cref="Host"/>.</summary>
    public bool Tls { get; init; }

    /// <summary>A PEM file of the authorities that are trusted instead of the system's.</summary>
    public string? AuthorityFile { get; init; }

    /// <summary>How long a call waits unless it says otherwise, and how long a connection may take to open.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Connections at most: one that everybody shares, the others for blocking reads (S001-RED-01).</summary>
    public int Connections { get; init; } = 20;

    /// <summary>Calls that may wait for answers; one more is refused at once.</summary>
    public int MostPending { get; init; } = 16_384;

    /// <summary>Bytes that may wait to be sent, beside the command that is added.</summary>
    public int MostUnsentBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>A longer answer breaks the connection.</summary>
    public int MostReplyBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>A connection that was silent so long is asked whether it still lives.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(15);

    internal string Place => $"{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}";

    public override string ToString() => $"{(Tls ? "rediss" : "redis")}://{Place}/{Database}";
}
