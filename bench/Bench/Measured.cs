using System.Diagnostics;
using System.Globalization;

namespace Alicerce.Bench;

/// <summary>What one whole process cost.</summary>
/// <param name="PeakMegabytes">High-water mark of resident memory, as the kernel counted it.</param>
internal sealed record Measurement(double Seconds, double PeakMegabytes, int ExitCode, string Output);

/// <summary>Runs a command to its end and measures it from outside.</summary>
internal static class Measured
{
    private static readonly TimeSpan SampleEvery = TimeSpan.FromMilliseconds(20);

    public static async Task<Measurement> RunAsync(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // Step CI reports its use to its makers and dies where it cannot.
        start.Environment["STEPCI_DISABLE_ANALYTICS"] = "1";
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command} did not start");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var peak = 0.0;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakMegabytes(process.Id));
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(SampleEvery));
        }
        watch.Stop();
        return new Measurement(watch.Elapsed.TotalSeconds, peak, process.ExitCode, await output + await errors);
    }

    /// <summary>The median of several runs by time, with the largest memory of all.</summary>
    public static async Task<Measurement> MedianAsync(int runs, string command, params string[] arguments)
    {
        List<Measurement> all = [];
        for (var i = 0; i < runs; i++)
            all.Add(await RunAsync(command, arguments));
        return all.OrderBy(m => m.Seconds).ElementAt(runs / 2) with { PeakMegabytes = all.Max(m => m.PeakMegabytes) };
    }

    private static double PeakMegabytes(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line[6..^2].Trim(), CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0; // the process ended between two samples
        }
    }
}
