using Alicerce.Vectors.Text;

namespace Alicerce.Bench;

/// <summary>What suggestions are compared with: BM25 over whole words, and the cosine of counted trigrams. Lower case, no accents, no stems, no stop words.</summary>
internal sealed class LexicalBaselines
{
    private readonly (int Id, Dictionary<string, int> Words, Dictionary<string, int> Trigrams)[] titles;
    private readonly Dictionary<string, int> titlesWithWord;
    private readonly double averageLength;

    public LexicalBaselines(IReadOnlyList<LabelledTitle> all)
    {
        titles = [.. all.Select(title => (title.Id, Count(Words(title.Title)), Count(Trigrams(title.Title))))];
        titlesWithWord = titles.SelectMany(title => title.Words.Keys).CountBy(word => word).ToDictionary();
        averageLength = titles.Average(title => title.Words.Values.Sum());
    }

    public int[] ByBm25(string query)
    {
        var asked = Count(Words(query));
        return Rank(title => asked.Keys.Sum(word => Bm25(word, title.Words)));
    }

    public int[] ByTrigrams(string query)
    {
        var asked = Count(Trigrams(query));
        return Rank(title => asked.Sum(entry => (double)entry.Value * title.Trigrams.GetValueOrDefault(entry.Key)) / Math.Max(1e-9, Length(asked) * Length(title.Trigrams)));
    }

    private double Bm25(string word, Dictionary<string, int> words)
    {
        if (!words.TryGetValue(word, out var count)) return 0;
        var rarity = Math.Log(1 + (titles.Length - titlesWithWord[word] + 0.5) / (titlesWithWord[word] + 0.5));
        return rarity * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * words.Values.Sum() / averageLength));
    }

    private int[] Rank(Func<(int Id, Dictionary<string, int> Words, Dictionary<string, int> Trigrams), double> score) =>
        [.. titles.Select(title => (title.Id, Score: score(title))).Where(hit => hit.Score > 0).OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id).Take(10).Select(hit => hit.Id)];

    private static double Length(Dictionary<string, int> counted) => Math.Sqrt(counted.Values.Sum(count => (double)count * count));

    private static Dictionary<string, int> Count(IEnumerable<string> features) => features.CountBy(feature => feature).ToDictionary();

    private static string[] Words(string text) =>
        new string([.. FoldedText.Of(text).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Trigrams(string text) =>
        Words(text).Select(word => $" {word} ").SelectMany(word => Enumerable.Range(0, word.Length - 2).Select(at => word.Substring(at, 3)));
}
