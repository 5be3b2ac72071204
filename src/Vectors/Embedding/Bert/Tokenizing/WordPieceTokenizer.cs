using System.Buffers;

namespace Alicerce.Vectors.Embedding.Bert.Tokenizing;

/// <summary>Text to the ids of its word pieces: of each word the longest known beginning, then the longest known continuation, and so on.</summary>
internal sealed class WordPieceTokenizer
{
    /// <summary>In code points; nothing longer is looked up.</summary>
    public const int LongestWord = 256;

    private readonly TokenizerSettings _settings;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _beginnings;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _continuations;
    private readonly SearchValues<string> _added;
    private readonly int _longestPiece;

    public WordPieceTokenizer(TokenizerSettings settings)
    {
        _settings = settings;
        var prefix = settings.ContinuationPrefix;
        _beginnings = new Dictionary<string, int>(settings.Vocabulary, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var continuations = settings.Vocabulary.Where(entry => entry.Key.Length > prefix.Length && entry.Key.StartsWith(prefix, StringComparison.Ordinal));
        _continuations = continuations.ToDictionary(entry => entry.Key[prefix.Length..], entry => entry.Value, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _added = SearchValues.Create([.. settings.Added.Keys], StringComparison.Ordinal);
        _longestPiece = settings.Vocabulary.Keys.Select(piece => piece.Length).DefaultIfEmpty().Max();
    }

    /// <summary>The largest id that can come out.</summary>
    public int LargestId => _settings.Vocabulary.Values.Concat(_settings.Added.Values).Max();

    /// <param name="mostTokens">With the two that stand around every text; what is beyond is cut off.</param>
    public int[] Encode(string text, int mostTokens)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mostTokens, 2);
        List<int> ids = [_settings.FirstId];
        var rest = text.AsSpan();
        while (rest.Length > 0 && ids.Count < mostTokens)
        {
            var at = rest.IndexOfAny(_added);
            AddWords(ids, at < 0 ? rest : rest[..at], mostTokens);
            if (at < 0) break;
            var token = AddedAt(rest[at..]);
            ids.Add(_settings.Added[token]);
            rest = rest[(at + token.Length)..];
        }

        if (ids.Count > mostTokens - 1) ids.RemoveRange(mostTokens - 1, ids.Count - mostTokens + 1);
        ids.Add(_settings.LastId);
        return [.. ids];
    }

    private string AddedAt(ReadOnlySpan<char> text)
    {
        var found = "";
        foreach (var token in _settings.Added.Keys)
            if (token.Length > found.Length && text.StartsWith(token, StringComparison.Ordinal)) found = token;
        return found;
    }

    private void AddWords(List<int> ids, ReadOnlySpan<char> text, int mostTokens) => _settings.Normalizer.Split(text, word =>
    {
        AddPieces(ids, word);
        return ids.Count < mostTokens;
    });

    private void AddPieces(List<int> ids, ReadOnlySpan<char> word)
    {
        var before = ids.Count;
        if (CodePoints(word) > _settings.LongestWord)
        {
            ids.Add(_settings.UnknownId);
            return;
        }

        for (var start = 0; start < word.Length;)
        {
            var length = LongestPiece(start == 0 ? _beginnings : _continuations, word[start..], out var id);
            if (length == 0)
            {
                // A word with one unknown part is unknown as a whole.
                ids.RemoveRange(before, ids.Count - before);
                ids.Add(_settings.UnknownId);
                return;
            }

            ids.Add(id);
            start += length;
        }
    }

    private int LongestPiece(Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> pieces, ReadOnlySpan<char> rest, out int id)
    {
        for (var length = Math.Min(rest.Length, _longestPiece); length > 0; length--)
            if (pieces.TryGetValue(rest[..length], out id)) return length;
        id = 0;
        return 0;
    }

    private static int CodePoints(ReadOnlySpan<char> word)
    {
        var count = 0;
        foreach (var _ in word.EnumerateRunes()) count++;
        return count;
    }
}
