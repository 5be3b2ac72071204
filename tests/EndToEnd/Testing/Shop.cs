using System.Diagnostics;
using Alicerce.Harness;
using Alicerce.Platform.Data;

namespace Alicerce.EndToEnd.Testing;

/// <summary>The sample shop as a process of its own over a database of its own, with its planted bugs.</summary>
public sealed class Shop : IAsyncLifetime
{
    private const string Ready = "loja ready on ";
    private TestDatabase? _database;
    private Process? _process;

    public Uri Url { get; private set; } = null!;

    /// <summary>Its source, as somebody would upload it.</summary>
    public static byte[] Source()
    {
        var root = Path.Combine(Repository.Root, "samples", "loja");
        var files = Directory.EnumerateFiles(Path.Combine(root, "components"), "*.q", SearchOption.AllDirectories).Append(Path.Combine(root, "openapi.yaml")).Append(Path.Combine(root, "quantum.config.yaml"));
        return Suites.Zip(files.Select(file => (Path.GetRelativePath(root, file), File.ReadAllText(file))));
    }

    public async ValueTask InitializeAsync()
    {
        _database = await TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations], CancellationToken.None);
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, ArgumentList = { Path.Combine(Repository.Root, "artifacts", "bin", "Loja", "debug", "Loja.dll"), "--urls", "http://127.0.0.1:0" } };
        start.Environment["LOJA_DATABASE_URL"] = _database.SuperuserConnectionString;
        _process = Process.Start(start)!;
        while (await _process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            if (!line.StartsWith(Ready, StringComparison.Ordinal)) continue;
            Url = new Uri(line[Ready.Length..]);
            return;
        }

        throw new InvalidOperationException("The shop ended before it was ready.");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process?.Dispose();
        if (_database is not null) await _database.DisposeAsync();
    }
}
