using System.Globalization;
using System.Text.RegularExpressions;
using Alicerce.Platform.Data;
using Alicerce.Platform.Data.PrivatePostgres;
using Npgsql;

namespace Alicerce.Platform.Backups;

/// <summary>A folder with <c>pg_dump</c> and <c>pg_restore</c> that fit a server.</summary>
internal sealed partial record PostgresClient(string Folder, int Major)
{
    public string Dump => Path.Combine(Folder, "pg_dump");

    public string Restore => Path.Combine(Folder, "pg_restore");

    /// <summary>Of the server's version, else the next newer one: an older client does not understand the server.</summary>
    public static async Task<PostgresClient> LocateAsync(string? chosenFolder, int serverMajor, CancellationToken ct)
    {
        var found = new List<PostgresClient>();
        await foreach (var folder in PostgresBinaries.InstalledAsync(ct)) found.AddRange(await InspectAsync(folder, ct));
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)) found.AddRange(await InspectAsync(folder, ct));
        if (chosenFolder is { Length: > 0 }) found.InsertRange(0, await InspectAsync(chosenFolder, ct));
        return found.Where(client => client.Major >= serverMajor).MinBy(client => client.Major) ?? throw new StartupException(Missing(serverMajor, found));
    }

    /// <summary>How the programs find the database; the password stays out of the list of processes.</summary>
    public static Dictionary<string, string> VariablesFor(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PGHOST"] = settings.Host ?? "",
            ["PGPORT"] = settings.Port.ToString(CultureInfo.InvariantCulture),
            ["PGDATABASE"] = settings.Database ?? "",
            ["PGUSER"] = settings.Username ?? "",
            ["PGCONNECT_TIMEOUT"] = "15",
            ["PGSSLMODE"] = settings.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => mode.ToString().ToLowerInvariant() },
        };
        if (settings.Password is { Length: > 0 } password) variables["PGPASSWORD"] = password;
        return variables;
    }

    private static async Task<PostgresClient[]> InspectAsync(string folder, CancellationToken ct)
    {
        var client = new PostgresClient(folder, 0);
        if (!File.Exists(client.Dump) || !File.Exists(client.Restore)) return [];
        return await Tool.TryRunAsync([client.Dump, "--version"], ct) is { ExitCode: 0 } version && VersionNumber().Match(version.Output) is { Success: true } match
            ? [client with { Major = int.Parse(match.Groups["major"].ValueSpan, CultureInfo.InvariantCulture) }]
            : [];
    }

    private static string Missing(int serverMajor, List<PostgresClient> found)
    {
        var seen = found.Count == 0 ? "none was found" : $"only {string.Join(", ", found.Select(client => $"{client.Major} in {client.Folder}"))} was found";
        return $"pg_dump and pg_restore of PostgreSQL {serverMajor} or newer are needed, and {seen} (ALICERCE_PG_BIN, pg_config, /usr/lib/postgresql, PATH). "
            + $"Install them: 'apt-get install postgresql-client-{serverMajor}' on Debian and Ubuntu, 'dnf install postgresql' on Fedora and Red Hat, 'apk add postgresql{serverMajor}-client' on Alpine. "
            + "The PostgreSQL that comes by npm has neither.";
    }

    [GeneratedRegex(@"\(PostgreSQL\) (?<major>\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex VersionNumber();
}
