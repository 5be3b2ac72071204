using System.Text;
using Alicerce.Engine.Files;

namespace Alicerce.Engine.Cases.Files;

/// <summary>Puts changed and new cases into the text of a case file; every other line stays as a person left it.</summary>
public static class CaseFileEdit
{
    /// <summary>The text of a file without cases.</summary>
    public const string Empty = CaseFileWriter.SchemaComment + "\ncases:\n";

    /// <param name="text">The whole file.</param>
    /// <param name="changed">By key; a case that is not in the file is left out.</param>
    /// <param name="added">Written at the end.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<string> ApplyAsync(
        string text, IReadOnlyDictionary<string, TestCase> changed, IReadOnlyList<TestCase> added, CancellationToken ct = default)
    {
        string lineBreak = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        int[] starts = LineStarts(text);
        var output = new StringBuilder(text.Length);
        var log = new ProblemLog("", _ => { });
        int copied = 0, indent = -1;
        await foreach (CaseChunk chunk in new CaseChunker(new StringReader(text)).ReadAsync(ct))
        {
            if (CaseFileReader.ReadChunk(chunk, log) is not { } placed)
                continue;
            indent = chunk.Text.IndexOf('-');
            if (!changed.TryGetValue(placed.Case.Key, out TestCase? after))
                continue;
            output.Append(text, starts[copied], starts[chunk.FirstLine - 1] - starts[copied]);
            output.Append(Item(after, indent, lineBreak));
            copied = chunk.FirstLine - 1 + OwnLines(chunk.Text, indent);
        }
        output.Append(text, starts[copied], text.Length - starts[copied]);
        return added.Count == 0 ? output.ToString() : Append(output.ToString(), added, indent, lineBreak);
    }

    private static string Append(string text, IReadOnlyList<TestCase> added, int indent, string lineBreak)
    {
        bool hasCases = indent >= 0;
        var output = new StringBuilder(hasCases ? text : text.Replace("cases: []", "cases:", StringComparison.Ordinal));
        if (!text.EndsWith('\n'))
            output.Append(lineBreak);
        bool apart = !hasCases || text.EndsWith(lineBreak + lineBreak, StringComparison.Ordinal);
        foreach (TestCase @case in added)
        {
            output.Append(apart ? "" : lineBreak).Append(Item(@case, hasCases ? indent : 2, lineBreak));
            apart = false;
        }
        return output.ToString();
    }

    private static string Item(TestCase @case, int indent, string lineBreak)
    {
        var text = new StringBuilder();
        CaseFileWriter.AppendItem(text, @case, indent);
        return text.Replace("\n", lineBreak).ToString();
    }

    /// <summary>Lines of a case without what follows it: blank lines, and comments no deeper than its dash, which speak of the next case.</summary>
    private static int OwnLines(string chunk, int indent)
    {
        string[] lines = chunk.TrimEnd('\n').Split('\n');
        int count = lines.Length;
        while (count > 1 && lines[count - 1].AsSpan().IndexOfAnyExcept(' ') is var column && (column < 0 || (lines[count - 1][column] == '#' && column <= indent)))
            count--;
        return count;
    }

    /// <summary>Offset of each line, split as the reader splits them, and the end of the text.</summary>
    private static int[] LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                starts.Add(i + 1);
        }
        if (starts[^1] != text.Length)
            starts.Add(text.Length);
        return [.. starts];
    }
}
