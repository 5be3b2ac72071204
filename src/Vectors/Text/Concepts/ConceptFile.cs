using System.Globalization;

namespace Alicerce.Vectors.Text.Concepts;

/// <summary>A line of the list: <c>name *weight &lt; broader, broader = phrase, phrase</c>.</summary>
internal sealed record ConceptLine(string Name, float Weight, string[] Broader, string[] Phrases);

/// <summary>Reads the list of concepts. The form is described in <c>List/README.md</c>.</summary>
internal static class ConceptFile
{
    private const StringSplitOptions Clean = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    /// <summary>In this order: the first weight of a concept counts, and of two words as near to a mistyped one the first.</summary>
    private static readonly string[] Files =
    [
        "testing", "software", "accounts", "commerce", "banking", "health", "daily-life",
        "scenes", "scenes-accounts", "scenes-commerce", "scenes-banking", "scenes-health", "scenes-engineering",
        "everyday", "things", "shorthand", "proper-names",
    ];

    public static IReadOnlyList<ConceptLine> ReadBuiltIn() => Parse(string.Join('\n', Files.Select(Read)));

    private static string Read(string file)
    {
        using var stream = typeof(ConceptFile).Assembly.GetManifestResourceStream($"concepts/{file}.txt") ?? throw new InvalidOperationException($"{file}.txt is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static IReadOnlyList<ConceptLine> Parse(string text)
    {
        List<string> lines = [];
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd()))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (char.IsWhiteSpace(line[0]) && lines.Count > 0) lines[^1] += line;
            else lines.Add(line);
        }
        return [.. lines.Select(ParseLine).GroupBy(line => line.Name).Select(Join)];
    }

    private static ConceptLine Join(IGrouping<string, ConceptLine> lines) =>
        new(lines.Key, lines.First().Weight, [.. lines.SelectMany(line => line.Broader).Distinct()], [.. lines.SelectMany(line => line.Phrases)]);

    private static ConceptLine ParseLine(string line)
    {
        if (line.Split('=', 2, Clean) is not [var head, var phrases]) throw new FormatException($"'{line}' is not \"name = phrase, phrase\"");
        var (title, broader) = head.Split('<', 2, Clean) is [var first, var second] ? (first, second.Split(',', Clean)) : (head, []);
        var (name, weight) = title.Split('*', 2, Clean) is [var plain, var number] ? (plain, float.Parse(number, CultureInfo.InvariantCulture)) : (title, 1);
        return new ConceptLine(name, weight, broader, phrases.Split(',', Clean));
    }
}
