using Alicerce.Outbound;

namespace Alicerce.Platform.Data.PrivatePostgres;

/// <summary>What a private cluster is made of.</summary>
/// <param name="Folder">The cluster's own folder; its parent must let <paramref name="Account"/> pass.</param>
/// <param name="Password">Of the superuser <c>postgres</c>. Null means trust authentication: throw-away test clusters only.</param>
public sealed record ClusterOptions(string Folder, PostgresBinaries Binaries, ClusterAccount Account, Secret? Password)
{
    /// <summary>False gives up crash safety for speed: throw-away test clusters only.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>What PostgreSQL says; moved aside at start when it has grown beyond 10 MB.</summary>
    public string LogFile => Path.Combine(Folder, "server.log");

    /// <summary>Recovery after a crash of a large database may take long; while PostgreSQL says that it is starting, we wait this long.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(5);
}
