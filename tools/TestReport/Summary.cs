namespace Alicerce.Tools.TestReport;

/// <summary>Prints totals by assembly, what failed and why, what was skipped and why, and the plain closing line.</summary>
internal static class Summary
{
    public static int Print(IReadOnlyList<TestResult> results, TextWriter to)
    {
        foreach (var assembly in results.GroupBy(r => r.Assembly).OrderBy(g => g.Key, StringComparer.Ordinal))
            to.WriteLine($"{assembly.Key,-36} {assembly.Count(r => r.Passed),6} passed {assembly.Count(Failed),4} failed {assembly.Count(r => r.Skipped),4} skipped");

        foreach (var skipped in results.Where(r => r.Skipped))
            to.WriteLine($"skipped: {skipped.Name}: {FirstLine(skipped.Message)}");
        foreach (var failed in results.Where(Failed))
            to.WriteLine($"FAILED: {failed.Name}: {FirstLine(failed.Message)}");

        var skips = results.Count(r => r.Skipped);
        to.WriteLine($"{results.Count(r => r.Passed)} passed, {results.Count(Failed)} failed{(skips > 0 ? $", {skips} skipped" : "")}");
        return results.Any(Failed) || results.Count == 0 ? 1 : 0;
    }

    private static bool Failed(TestResult result) => !result.Passed && !result.Skipped;

    private static string FirstLine(string? text) => (text ?? "no reason given").Trim().Split('\n')[0];
}
