using System.Text;

namespace Alicerce.Bench;

/// <summary>Scan speed on 10,000 generated files with the tag mix of the sample shop, median size at least 3 KB.</summary>
internal static class ScanBench
{
    private const int Files = 10_000;
    private const int Runs = 3;
    private const int MedianSize = 3 * 1024;

    public static async Task<int> RunAsync()
    {
        using var place = new Workplace();
        var median = Generate(place.Folder);
        var scan = await Measured.MedianAsync(Runs, Workplace.Cli, "scan", place.Folder, "--json");
        Console.WriteLine();
        Console.WriteLine($"## Scan: {Files} files, median {median} bytes");
        Console.WriteLine();
        Console.WriteLine("| | seconds | files/s | peak MB |");
        Console.WriteLine("| --- | --- | --- | --- |");
        Console.WriteLine($"| `alicerce scan --json` (whole process) | {scan.Seconds:F2} | {Files / scan.Seconds:F0} | {scan.PeakMegabytes:F0} |");
        return scan.ExitCode;
    }

    // Each generated file repeats the pages of the shop under new names until it has the wanted size, so the mix of tags stays the shop's.
    private static int Generate(string folder)
    {
        var shop = Directory.GetFiles(Path.Combine(Workplace.Root, "samples", "loja", "components"), "*.q", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText)
            .ToArray();
        List<int> sizes = [];
        for (var i = 0; i < Files; i++)
        {
            var text = shop[i % shop.Length];
            var end = text.LastIndexOf("</q:", StringComparison.Ordinal);
            var body = new StringBuilder(text);
            for (var n = 0; body.Length < MedianSize && end > 0; n++)
                body.Insert(end, $"\n  <section id=\"part{i}-{n}\">\n    <q:query name=\"q{n}\" datasource=\"loja\">SELECT id, nome FROM produtos WHERE id &gt; {n}</q:query>\n    <q:if condition=\"{{q{n}_result.recordCount}} > {n}\"><p>{{q{n}.nome}}</p><q:else><p>nada</p></q:else></q:if>\n  </section>\n");
            var path = Path.Combine(folder, "components", $"area{i % 100:D2}", $"page{i:D5}.q");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, body.ToString());
            sizes.Add(body.Length);
        }
        sizes.Sort();
        return sizes[Files / 2];
    }
}
