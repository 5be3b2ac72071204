using System.Globalization;
using System.Text.RegularExpressions;

namespace Alicerce.Platform.Data.PrivatePostgres;

/// <summary>A folder with <c>postgres</c> and <c>initdb</c> of one version.</summary>
public sealed partial record PostgresBinaries(string Folder, int Major)
{
    public string Postgres => Path.Combine(Folder, "postgres");

    public string InitDb => Path.Combine(Folder, "initdb");

    /// <summary>
    /// First found of: <c>ALICERCE_PG_BIN</c>, <c>pg_config --bindir</c>, <c>/usr/lib/postgresql/*/bin</c> (newest first), the locked npm package (D2).
    /// </summary>
    /// <param name="neededMajor">Version that made an existing cluster; only binaries of it can open the cluster.</param>
    public static async Task<PostgresBinaries> LocateAsync(DataRoot root, string? chosenFolder, int? neededMajor, CancellationToken ct)
    {
        if (chosenFolder is { Length: > 0 })
        {
            return await InspectAsync(chosenFolder, ct) is { } chosen && Fits(chosen, neededMajor)
                ? chosen
                : throw new StartupException(
                    $"ALICERCE_PG_BIN is '{chosenFolder}', which does not hold a working postgres and initdb{Wanted(neededMajor)}. Point it to such a folder or unset it.");
        }

        var seen = new List<string>();
        await foreach (var candidate in InstalledAsync(ct))
        {
            if (await InspectAsync(candidate, ct) is not { } found) continue;
            if (Fits(found, neededMajor)) return found;
            seen.Add($"{found.Major} in {found.Folder}");
        }

        var bundled = await NpmPostgres.InstallAsync(root, ct);
        if (await InspectAsync(bundled, ct) is { } npm && Fits(npm, neededMajor)) return npm;
        throw new StartupException(
            $"The cluster in '{root.ClusterFolder}' needs PostgreSQL {neededMajor}, and only {string.Join(", ", seen.DefaultIfEmpty("the npm package"))} was found. "
            + "Install that version, or set ALICERCE_PG_BIN to its folder.");
    }

    /// <returns>Null when the folder does not hold runnable binaries.</returns>
    public static async Task<PostgresBinaries?> InspectAsync(string folder, CancellationToken ct)
    {
        var binaries = new PostgresBinaries(Path.GetFullPath(folder), 0);
        if (!File.Exists(binaries.Postgres) || !File.Exists(binaries.InitDb)) return null;
        var version = await Tool.TryRunAsync([binaries.Postgres, "--version"], ct);
        if (version is not { ExitCode: 0 } || VersionNumber().Match(version.Output) is not { Success: true } match) return null;
        return binaries with { Major = int.Parse(match.Groups["major"].ValueSpan, CultureInfo.InvariantCulture) };
    }

    /// <summary>Where the system keeps its PostgreSQL; some of the folders may hold only a part of it.</summary>
    internal static async IAsyncEnumerable<string> InstalledAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        if (await Tool.TryRunAsync(["pg_config", "--bindir"], ct) is { ExitCode: 0 } config) yield return config.Output.Trim();
        const string Debian = "/usr/lib/postgresql";
        if (!Directory.Exists(Debian)) yield break;
        var versions = Directory.GetDirectories(Debian)
            .OrderByDescending(folder => double.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0);
        foreach (var folder in versions) yield return Path.Combine(folder, "bin");
    }

    private static bool Fits(PostgresBinaries binaries, int? neededMajor) => neededMajor is null || binaries.Major == neededMajor;

    private static string Wanted(int? major) => major is null ? "" : $" of PostgreSQL {major}, which made the existing cluster";

    [GeneratedRegex(@"\(PostgreSQL\) (?<major>\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex VersionNumber();
}
