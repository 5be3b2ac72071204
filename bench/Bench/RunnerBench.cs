using System.Text.RegularExpressions;

namespace Alicerce.Bench;

/// <summary>Cases a second and peak memory of <c>alicerce check</c> beside newman, Step CI and the raw ceiling that wrk shows on the same target.</summary>
internal static partial class RunnerBench
{
    private const int Cases = 10_000;
    private const int CompetitorCases = 1_000;
    private const int ManyCases = 100_000;
    private const int Runs = 3;

    public static async Task<int> RunAsync()
    {
        using var place = new Workplace();
        var port = Workplace.FreePort();
        var target = $"http://127.0.0.1:{port}";
        using var server = await Workplace.StartTargetAsync(port);
        try
        {
            List<Row> rows =
            [
                await AlicerceAsync(place, target, CompetitorCases),
                await AlicerceAsync(place, target, Cases),
                await AlicerceAsync(place, target, ManyCases),
                await CompetitorAsync("newman", BenchSuite.WriteNewman(place.Folder, CompetitorCases, target), "newman", "run", "--silent"),
                await CompetitorAsync("Step CI", BenchSuite.WriteStepCi(place.Folder, CompetitorCases, target), "stepci", "run"),
            ];
            var ceiling = await WrkAsync(target);
            Print(rows, ceiling);
            return rows.All(r => r.Measurement.ExitCode == 0) ? 0 : 1;
        }
        finally
        {
            server.Kill();
        }
    }

    private static async Task<Row> AlicerceAsync(Workplace place, string target, int cases)
    {
        var project = BenchSuite.WriteAlicerce(place.Folder, cases);
        var measured = await Measured.MedianAsync(Runs, Workplace.Cli, "check", project, "--url", target, "--parallel", "32", "--json");
        return new Row($"alicerce check, {cases:N0} cases", cases, measured, CheckDocument.Read(measured.Output).Seconds);
    }

    private static async Task<Row> CompetitorAsync(string name, string suite, string command, params string[] arguments)
    {
        var binary = Path.Combine(Workplace.Root, "bench", "competitors", "node_modules", ".bin", command);
        var measured = await Measured.MedianAsync(Runs, binary, [arguments[0], suite, .. arguments[1..]]);
        return new Row($"{name}, {CompetitorCases:N0} cases", CompetitorCases, measured);
    }

    private static async Task<double> WrkAsync(string target)
    {
        var wrk = await Measured.RunAsync("wrk", "-t1", "-c32", "-d6s", $"{target}/items/1");
        return double.Parse(RequestsPerSecond().Match(wrk.Output).Groups["rate"].Value);
    }

    private static void Print(List<Row> rows, double ceiling)
    {
        Console.WriteLine();
        Console.WriteLine("## Runner: 3 assertions a case, local static target");
        Console.WriteLine();
        Console.WriteLine("| | seconds | cases/s | x newman | % of wrk | % of wrk, run alone | peak MB | exit |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        var newman = rows.Single(r => r.Name.StartsWith("newman", StringComparison.Ordinal)).Rate;
        foreach (var row in rows)
        {
            Console.WriteLine($"| {row.Name} | {row.Measurement.Seconds:F2} | {row.Rate:F0} | {row.Rate / newman:F1} | {100 * row.Rate / ceiling:F0} | {row.OwnRate / ceiling:P0} | " +
                $"{row.Measurement.PeakMegabytes:F0} | {row.Measurement.ExitCode} |");
        }
        Console.WriteLine($"| wrk, 1 thread, 32 connections | | {ceiling:F0} | | 100 | 100 | | |");
    }

    /// <param name="RunSeconds">Of the run alone, without the start of the process, as wrk counts; null where the tool does not say.</param>
    private sealed record Row(string Name, int Cases, Measurement Measurement, double? RunSeconds = null)
    {
        public double Rate => Cases / Measurement.Seconds;

        public double? OwnRate => Cases / RunSeconds;
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[\d.]+)", RegexOptions.NonBacktracking)]
    private static partial Regex RequestsPerSecond();
}
