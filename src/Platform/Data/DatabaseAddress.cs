using Npgsql;

namespace Alicerce.Platform.Data;

/// <summary>How to reach the one database: as owner for migrations, as the unprivileged role for everything else (D2).</summary>
public sealed record DatabaseAddress(string OwnerConnectionString, string AppConnectionString)
{
    /// <summary>The role that the server works as, which migrations grant rights to.</summary>
    public string AppRole => new NpgsqlConnectionStringBuilder(AppConnectionString).Username ?? "";

    public string OwnerRole => new NpgsqlConnectionStringBuilder(OwnerConnectionString).Username ?? "";

    // A record prints its members, and these hold passwords.
    public override string ToString() => nameof(DatabaseAddress);
}
