using Alicerce.Outbound;

namespace Alicerce.Datasources;

/// <summary>A database that a project admin registered for an environment. Never made from credentials found in scanned files.</summary>
public sealed record DatasourceDefinition
{
    public required string Name { get; init; }

    /// <summary><c>postgres</c> or <c>postgresql</c>; other drivers are known by name only and their cases are skipped.</summary>
    public required string Driver { get; init; }

    public required string Host { get; init; }
    public int Port { get; init; } = 5432;
    public required string Database { get; init; }
    public required string Username { get; init; }

    /// <summary>Null for roles that need none. The process's own <c>PGPASSWORD</c> and password files are never used instead.</summary>
    public Secret? Password { get; init; }

    /// <summary>disable, allow, prefer, require, verify-ca or verify-full, as in libpq.</summary>
    public string SslMode { get; init; } = "prefer";
}
