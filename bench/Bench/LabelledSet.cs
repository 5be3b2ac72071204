using System.Text.Json;

namespace Alicerce.Bench;

internal sealed record LabelledTitle(int Id, string Intent, string Title);

internal sealed record LabelledQuery(string Query, string Intent, string Kind);

/// <summary>A part of bench/quality: one to develop with, one that is held out, and one by another author who saw nothing of the first two.</summary>
internal sealed record LabelledPart(string Name, string Titles, string Queries)
{
    public static readonly LabelledPart Developed = new("to develop with", "titles", "queries.dev");
    public static readonly LabelledPart[] All = [Developed, new("held out", "titles", "held/queries"), new("by another author", "fresh/titles", "fresh/queries")];
}

/// <summary>The titles and queries of a part in one language.</summary>
internal sealed record LabelledSet(string Language, IReadOnlyList<LabelledTitle> Titles, IReadOnlyList<LabelledQuery> Queries)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static LabelledSet Read(LabelledPart part, string language) => new(language, Lines<LabelledTitle>(part.Titles, language), Lines<LabelledQuery>(part.Queries, language));

    private static T[] Lines<T>(string file, string language) => [.. File.ReadLines(Path.Combine(Workplace.Root, "bench", "quality", $"{file}.{language}.jsonl")).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<T>(line, Json)!)];
}
