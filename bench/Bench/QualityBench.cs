using System.Numerics.Tensors;
using Alicerce.Vectors.Embedding.BuiltIn;
using Alicerce.Vectors.Indexes.Exact;
using Alicerce.Vectors.Indexes.Words;
using Alicerce.Vectors.Search;

namespace Alicerce.Bench;

/// <summary>How well suggestions answer the labelled queries of bench/quality, each way of ranking apart, and what an embedding and a search by words cost.</summary>
internal static class QualityBench
{
    private const int Shown = 10;
    private const int First = 5;
    private const double ReciprocalRankShift = 60;

    public static Task<int> RunAsync() => RunAsync(withHeld: false);

    public static Task<int> RunAsync(bool withHeld)
    {
        Console.WriteLine();
        Console.WriteLine("## Quality of suggestions");
        foreach (var part in withHeld ? LabelledPart.All : [LabelledPart.Developed])
            foreach (var language in new[] { "pt", "en" }) Report(LabelledSet.Read(part, language), part.Name);
        SuggestionSpeed.Report();
        return Task.FromResult(0);
    }

    private static void Report(LabelledSet set, string part)
    {
        var intents = set.Titles.ToDictionary(title => title.Id, title => title.Intent);
        var kinds = set.Queries.Select(query => query.Kind).Distinct().Order(StringComparer.Ordinal).ToArray();
        Console.WriteLine();
        Console.WriteLine($"{set.Language}, {part}, {set.Queries.Count} queries: recall@5 / MRR");
        Console.WriteLine();
        Console.WriteLine($"| | all | {string.Join(" | ", kinds)} |");
        Console.WriteLine($"| --- | --- |{string.Concat(Enumerable.Repeat(" --- |", kinds.Length))}");
        foreach (var (name, rank) in Rankings(set))
        {
            var measured = set.Queries.Select(query => (query.Kind, Figures: Measure(rank(query.Query), query.Intent, intents))).ToArray();
            var cells = kinds.Select(kind => Mean(measured.Where(entry => entry.Kind == kind).Select(entry => entry.Figures)));
            Console.WriteLine($"| {name} | {Mean(measured.Select(entry => entry.Figures))} | {string.Join(" | ", cells)} |");
        }
        Similarities(set);
    }

    private static IEnumerable<(string Name, Func<string, int[]> Rank)> Rankings(LabelledSet set)
    {
        var baselines = new LexicalBaselines(set.Titles);
        var vectors = new ExactIndex(BuiltInEmbeddingGenerator.Dimensions);
        var words = new WordsIndex(withMeaning: false);
        var meanings = new WordsIndex();
        foreach (var title in set.Titles)
        {
            vectors.Upsert(title.Id, Embed(title.Title));
            words.Upsert(title.Id, title.Title);
            meanings.Upsert(title.Id, title.Title);
        }
        var hybrid = new HybridSearch(vectors, meanings);
        yield return ("BM25, whole words", baselines.ByBm25);
        yield return ("trigrams", baselines.ByTrigrams);
        yield return ("words index: stems, trigrams for unknown words", query => [.. words.Search(query, Shown).Select(hit => hit.Id)]);
        yield return ("words index with meanings", query => [.. meanings.Search(query, Shown).Select(hit => hit.Id)]);
        yield return ("vector", query => [.. vectors.Search(Embed(query), Shown).Select(hit => hit.Id)]);
        yield return ("vector and words by reciprocal rank", query => ByReciprocalRank(vectors.Search(Embed(query), 50).Select(hit => hit.Id), meanings.Search(query, 50).Select(hit => hit.Id)));
        yield return ("**hybrid**", query => [.. hybrid.Search(query, Embed(query), Shown, BuiltInEmbeddingGenerator.NoiseSimilarity).Select(hit => hit.Id)]);
    }

    private static int[] ByReciprocalRank(params IEnumerable<int>[] lists) =>
        [.. lists.SelectMany(list => list.Select((id, rank) => (Id: id, Score: 1 / (ReciprocalRankShift + rank))))
            .GroupBy(entry => entry.Id).OrderByDescending(group => group.Sum(entry => entry.Score)).ThenBy(group => group.Key).Take(Shown).Select(group => group.Key)];

    private static (double Recall, double Mrr) Measure(int[] ranked, string intent, Dictionary<int, string> intents)
    {
        var relevant = intents.Values.Count(other => other == intent);
        var first = Array.FindIndex(ranked, id => intents[id] == intent);
        return ((double)ranked.Take(First).Count(id => intents[id] == intent) / Math.Min(First, relevant), first < 0 ? 0 : 1.0 / (first + 1));
    }

    private static string Mean(IEnumerable<(double Recall, double Mrr)> figures)
    {
        var all = figures.ToArray();
        return $"{all.Average(figure => figure.Recall):F3} / {all.Average(figure => figure.Mrr):F3}";
    }

    // What the provider's thresholds are read from.
    private static void Similarities(LabelledSet set)
    {
        var titles = set.Titles.Select(title => (title.Intent, Vector: Embed(title.Title))).ToArray();
        List<float> relevant = [], others = [], pairs = [];
        foreach (var query in set.Queries)
        {
            var vector = Embed(query.Query);
            foreach (var title in titles) (title.Intent == query.Intent ? relevant : others).Add(TensorPrimitives.Dot<float>(vector, title.Vector));
        }
        for (var i = 0; i < titles.Length; i++)
            for (var j = 0; j < i; j++)
                if (titles[i].Intent == titles[j].Intent) pairs.Add(TensorPrimitives.Dot<float>(titles[i].Vector, titles[j].Vector));
        Console.WriteLine();
        Console.WriteLine($"similarity of queries to other intents' titles: 50% under {At(others, 0.5):F2}, 95% {At(others, 0.95):F2}, 99% {At(others, 0.99):F2}; to their own: 5% under {At(relevant, 0.05):F2}, 25% {At(relevant, 0.25):F2}, 50% {At(relevant, 0.5):F2}; of titles of one intent: 95% under {At(pairs, 0.95):F2}, 99% {At(pairs, 0.99):F2}, greatest {At(pairs, 1):F2}");
    }

    private static float At(List<float> values, double part)
    {
        values.Sort();
        return values[(int)((values.Count - 1) * part)];
    }

    private static float[] Embed(string text)
    {
        var vector = new float[BuiltInEmbeddingGenerator.Dimensions];
        BuiltInEmbeddingGenerator.Embed(text, vector);
        return vector;
    }
}
