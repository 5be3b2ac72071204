using System.Text.Json;

namespace Alicerce.Bench;

internal sealed record LabelledTitle(int Id, string Intent, string Title);

internal sealed record LabelledQuery(string Query, string Intent, string Kind);

/// <summary>The labelled set of bench/quality in one language.</summary>
internal sealed record LabelledSet(string Language, IReadOnlyList<LabelledTitle> Titles, IReadOnlyList<LabelledQuery> Queries)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static LabelledSet Read(string language, bool held)
    {
        var folder = Path.Combine(Workplace.Root, "bench", "quality");
        var queries = held ? Path.Combine("held", $"queries.{language}.jsonl") : $"queries.dev.{language}.jsonl";
        return new LabelledSet(language, Lines<LabelledTitle>(Path.Combine(folder, $"titles.{language}.jsonl")), Lines<LabelledQuery>(Path.Combine(folder, queries)));
    }

    private static T[] Lines<T>(string path) => [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<T>(line, Json)!)];
}
