using System.Text;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Discovery.Quantum;

namespace Alicerce.Engine.Tests.Discovery;

/// <summary>Shortcuts of the discovery tests: scan a text, a fixture, a project in memory.</summary>
internal static class Scans
{
    public static string Fixtures => Path.Combine(AppContext.BaseDirectory, "Fixtures", "quantum");

    public static ScannedFile Text(string text, string path = "components/page.q") => Bytes(Encoding.UTF8.GetBytes(text), path);

    public static ScannedFile Bytes(byte[] content, string path = "components/page.q") =>
        new QuantumScanner(new ScanOptions()).Scan(new SourceFile(path, content, null), _ => null);

    public static Component Component(string text, string path = "components/page.q") => Text(text, path).Components.ShouldHaveSingleItem();

    public static ScannedFile Fixture(string path) => Bytes(File.ReadAllBytes(Path.Combine(Fixtures, path)), path);

    public static ProjectScanner Scanner(ScanOptions? options = null) =>
        new([new QuantumScanner(options ?? new ScanOptions()), new QuantumConfigScanner()], options ?? new ScanOptions());

    public static ProjectScan Project(IProjectSource source, IReadOnlyDictionary<string, KnownFile>? previous = null, ScanOptions? options = null) =>
        Scanner(options).Scan(source, previous, TestContext.Current.CancellationToken);

    public static ProjectScan Project(params (string Path, string Text)[] files) => Project(new MemorySource(files));

    public static string[] Codes(this ScannedFile scanned) => [.. scanned.Findings.Select(f => f.Code)];
}

/// <summary>A project in memory.</summary>
internal sealed class MemorySource(params (string Path, string Text)[] files) : IProjectSource
{
    public ProjectFiles List(CancellationToken cancellationToken) => new(
        [.. files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => new ProjectFile(f.Path, f.Text.Length, null, () => Encoding.UTF8.GetBytes(f.Text)))],
        []);
}

/// <summary>A folder of one test, removed with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("alicerce-scan-").FullName;

    public string Write(string relative, string text)
    {
        string full = System.IO.Path.Combine(Path, relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
