using System.Text.Json;

namespace Alicerce.Bench;

/// <summary>What <c>alicerce check --json</c> says of its run.</summary>
/// <param name="Seconds">From the first case to the last result, by the run's own clock.</param>
internal sealed record CheckDocument(int Passed, double Seconds)
{
    /// <param name="output">Both streams: the document follows the lines for people, which go to stderr.</param>
    public static CheckDocument Read(string output)
    {
        var start = output.IndexOf('{', StringComparison.Ordinal);
        var end = output.LastIndexOf("\n}", StringComparison.Ordinal);
        if (start < 0 || end < start)
            throw new InvalidOperationException($"the check printed no document: {output}");
        using var document = JsonDocument.Parse(output[start..(end + 2)]);
        return new CheckDocument(document.RootElement.GetProperty("counts").GetProperty("passed").GetInt32(), document.RootElement.GetProperty("duration_ms").GetDouble() / 1000);
    }
}
