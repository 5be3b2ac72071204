using System.Security.Cryptography;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Vectors.Text;

namespace Alicerce.Vectors.Tests.Quality;

/// <summary>The set that the quality of suggestions is measured with (bench/quality) is sound, and the one that docs/performance.md speaks of.</summary>
public class LabelledSetTests
{
    private static readonly string _folder = Path.Combine(Repository.Root, "bench", "quality");

    /// <summary>The order in which the sum of the whole set is taken.</summary>
    private static readonly string[] _files =
        ["titles.pt.jsonl", "titles.en.jsonl", "queries.dev.pt.jsonl", "queries.dev.en.jsonl", "held/queries.pt.jsonl", "held/queries.en.jsonl"];

    private static readonly JsonSerializerOptions _strict = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static readonly string[] _kinds = ["synonym", "typo", "no-accents", "abbreviation", "colloquial", "cross-words"];

    [Theory]
    [InlineData("pt")]
    [InlineData("en")]
    public void Titles_are_at_least_400_each_once_with_6_to_10_for_an_intent(string language)
    {
        var titles = Titles(language);
        titles.Count.ShouldBeGreaterThanOrEqualTo(400);
        titles.Select(title => title.Id).ShouldBeUnique();
        titles.Select(title => FoldedText.Of(title.Title)).ShouldBeUnique();
        titles.CountBy(title => title.Intent).Where(intent => intent.Value is < 6 or > 10).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("pt")]
    [InlineData("en")]
    public void Queries_ask_for_intents_that_have_titles_and_are_none_themselves(string language)
    {
        List<LabelledQuery> queries = [.. Development(language), .. Held(language)];
        queries.Count.ShouldBeGreaterThanOrEqualTo(200);
        queries.Select(query => query.Intent).Except(Titles(language).Select(title => title.Intent)).ShouldBeEmpty();
        queries.Select(query => query.Kind).Except(_kinds).ShouldBeEmpty();
        queries.Select(query => FoldedText.Of(query.Query)).Intersect(Titles(language).Select(title => FoldedText.Of(title.Title))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("pt")]
    [InlineData("en")]
    public void Queries_held_out_are_no_others_and_half_are_about_intents_that_no_other_asks_for(string language)
    {
        var (development, held) = (Development(language), Held(language));
        development.Concat(held).Select(query => FoldedText.Of(query.Query)).ShouldBeUnique();
        held.Count.ShouldBeGreaterThanOrEqualTo(70);
        var asked = development.Select(query => query.Intent).ToHashSet();
        held.Count(query => !asked.Contains(query.Intent)).ShouldBeGreaterThanOrEqualTo((held.Count + 1) / 2);
    }

    [Fact]
    public void The_set_is_the_one_whose_sums_the_page_of_measurements_gives()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "performance.md"));
        var contents = _files.Select(file => File.ReadAllBytes(Path.Combine(_folder, file))).ToList();
        var rows = _files.Append("all six, in this order").Zip(contents.Append([.. contents.SelectMany(bytes => bytes)]), (file, bytes) => $"| {file} | `{Sum(bytes)}` |");
        rows.Where(row => !page.Contains(row, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static string Sum(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static List<LabelledTitle> Titles(string language) => Lines<LabelledTitle>($"titles.{language}.jsonl");

    private static List<LabelledQuery> Development(string language) => Lines<LabelledQuery>($"queries.dev.{language}.jsonl");

    private static List<LabelledQuery> Held(string language) => Lines<LabelledQuery>($"held/queries.{language}.jsonl");

    private static List<T> Lines<T>(string file) =>
        [.. File.ReadLines(Path.Combine(_folder, file)).Select(line => JsonSerializer.Deserialize<T>(line, _strict)!)];

    private sealed record LabelledTitle(int Id, string Intent, string Title);

    private sealed record LabelledQuery(string Query, string Intent, string Kind);
}
