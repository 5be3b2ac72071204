using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Alicerce.Bench;

/// <summary>
/// Requests a second of the house's API with everything on (token, limits, log line, metrics, headers, tag) beside the bare framework that
/// answers the same data, the same with one indexed read, and discovery of a service from the cache.
/// </summary>
internal static partial class ApiBench
{
    private const int WarmUps = 4;
    private const int Rounds = 5;

    public static async Task<int> RunAsync()
    {
        using var place = new Workplace();
        var (housePort, barePort) = (Workplace.FreePort(), Workplace.FreePort());
        using var house = Start(Path.Combine(place.Folder, "house.log"), "serve-house", place.Folder, $"{housePort}");
        try
        {
            var connection = await FileAsync(Path.Combine(place.Folder, ApiHouse.ConnectionFile));
            var token = (await File.ReadAllTextAsync(Path.Combine(place.Folder, "admin.token"))).Trim();
            using var bare = Start(Path.Combine(place.Folder, "bare.log"), "serve-bare", connection, $"{barePort}");
            try
            {
                await Workplace.WaitAsync(barePort);
                var value = await CompareAsync($"http://127.0.0.1:{barePort}/value", $"http://127.0.0.1:{housePort}/api/v1/bench/value", token);
                var row = await CompareAsync($"http://127.0.0.1:{barePort}/rows/1", $"http://127.0.0.1:{housePort}/api/v1/bench/rows/1", token);
                var instances = await CompareAsync($"http://127.0.0.1:{barePort}/instances", $"http://127.0.0.1:{housePort}/api/v1/resources/services/discover?name=shop&project_id=1", token);
                Print(value, row, instances);
                return 0;
            }
            finally
            {
                bare.Kill();
            }
        }
        finally
        {
            Process.Start("kill", ["-TERM", $"{house.Id}"]).WaitForExit();
            await house.WaitForExitAsync();
        }
    }

    private sealed record Pair(double Bare, double House);

    // Alternately, because the machine's speed changes from one minute to the next.
    private static async Task<Pair> CompareAsync(string bare, string house, string token)
    {
        List<Pair> rounds = [];
        // The compiler at run time goes over hot code more than once, and has more of ours to go over.
        for (var i = 0; i < WarmUps; i++)
        {
            await WrkAsync(bare, token);
            await WrkAsync(house, token);
        }

        for (var i = 0; i < Rounds; i++) rounds.Add(new Pair(await WrkAsync(bare, token), await WrkAsync(house, token)));
        return rounds.OrderBy(round => round.House / round.Bare).ElementAt(Rounds / 2);
    }

    private static async Task<double> WrkAsync(string address, string token)
    {
        var wrk = await Measured.RunAsync("wrk", "-t1", "-c32", "-d4s", "-H", $"Authorization: Bearer {token}", address);
        if (wrk.Output.Contains("Non-2xx", StringComparison.Ordinal)) throw new InvalidOperationException($"{address} refused some: {wrk.Output}");
        return double.Parse(RequestsPerSecond().Match(wrk.Output).Groups["rate"].Value);
    }

    /// <summary>This program as another process, whose output goes to a file.</summary>
    public static Process Start(string log, params string[] arguments)
    {
        var command = $"exec dotnet {typeof(ApiBench).Assembly.Location} {string.Join(' ', arguments)} >{log} 2>&1";
        return Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]))!;
    }

    /// <summary>The path, once something is there.</summary>
    public static async Task<string> FileAsync(string path)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if (File.Exists(path)) return path;
            await Task.Delay(100);
        }

        throw new TimeoutException("the server did not start within 60 s");
    }

    private static void Print(Pair value, Pair row, Pair instances)
    {
        Console.WriteLine();
        Console.WriteLine("## API: requests/s, wrk with 1 thread and 32 connections");
        Console.WriteLine();
        Console.WriteLine("| | bare framework | Alicerce | % of bare | to reach |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        Console.WriteLine($"| JSON, no database | {value.Bare:N0} | {value.House:N0} | {value.House / value.Bare:P0} | 60 % |");
        Console.WriteLine($"| discovery of a service, from the cache | {instances.Bare:N0} | {instances.House:N0} | {instances.House / instances.Bare:P0} | 60 % |");
        Console.WriteLine($"| JSON, one indexed read | {row.Bare:N0} | {row.House:N0} | {row.House / row.Bare:P0} | 50 % |");
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[0-9.]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex RequestsPerSecond();
}
