using System.Globalization;
using System.Text.RegularExpressions;

namespace Alicerce.Bench;

/// <summary>What one run of wrk counted.</summary>
internal sealed partial record Wrk(double RequestsPerSecond, double P50, double P99, long Requests)
{
    // Each line of the file is asked for once, then again from the start.
    private const string Script = """
        local requests, last = {}, 0
        function init(args)
          for path in io.lines(args[1]) do requests[#requests + 1] = wrk.format("GET", path) end
        end
        function request()
          last = last % #requests + 1
          return requests[last]
        end
        """;

    /// <summary>Asks for the paths of a file by one thread over 64 connections.</summary>
    /// <param name="address">Scheme, host and port.</param>
    /// <param name="paths">A file with one path a line.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="token">A bearer token; none when empty.</param>
    public static async Task<Wrk> RunAsync(string address, string paths, int seconds, string token = "")
    {
        var script = $"{paths}.lua";
        await File.WriteAllTextAsync(script, Script);
        string[] header = token.Length > 0 ? ["-H", $"Authorization: Bearer {token}"] : [];
        var run = await Measured.RunAsync("wrk", ["-t1", "-c64", $"-d{seconds}s", "--timeout", "10s", "--latency", .. header, "-s", script, address, "--", paths]);
        if (run.ExitCode != 0 || run.Output.Contains("Non-2xx", StringComparison.Ordinal) || run.Output.Contains("Socket errors", StringComparison.Ordinal))
            throw new InvalidOperationException($"{address} did not answer all: {run.Output}");
        return new Wrk(
            Number(RateLine().Match(run.Output)), Milliseconds(run.Output, 50), Milliseconds(run.Output, 99), (long)Number(RequestsLine().Match(run.Output)));
    }

    private static double Milliseconds(string output, int percentile)
    {
        var match = LatencyLines().Matches(output).Single(line => line.Groups["percentile"].Value == $"{percentile}");
        return Number(match) * match.Groups["unit"].Value switch { "us" => 0.001, "ms" => 1, "s" => 1000, var unit => throw new FormatException($"wrk counts in '{unit}'") };
    }

    private static double Number(Match match) => double.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Requests/sec:\s+(?<number>[0-9.]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex RateLine();

    [GeneratedRegex(@"(?<number>[0-9]+) requests in", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex RequestsLine();

    [GeneratedRegex(@"(?<percentile>[0-9]+)%\s+(?<number>[0-9.]+)(?<unit>us|ms|s)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LatencyLines();
}
