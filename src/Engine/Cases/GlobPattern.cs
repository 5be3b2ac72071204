namespace Alicerce.Engine.Cases;

/// <summary>
/// A glob over keys, names and paths: <c>*</c> is any run of characters within a path segment, <c>**</c> any run at all, <c>?</c> one
/// character. Matching takes time linear in pattern times text; upper and lower case count as one.
/// </summary>
public sealed class GlobPattern
{
    private const char AnyRun = '\uFFFE', AnyInSegment = '\uFFFF';

    private readonly string _tokens;

    private GlobPattern(string tokens) => _tokens = tokens;

    /// <summary>Whether the text holds a wildcard at all; without one it is a plain text.</summary>
    public static bool IsGlob(string text) => text.AsSpan().ContainsAny('*', '?');

    /// <param name="pattern">The glob.</param>
    /// <param name="crossSegments"><c>*</c> crosses slashes too: right for keys and names, where a slash separates nothing.</param>
    public static GlobPattern Parse(string pattern, bool crossSegments = false)
    {
        string tokens = pattern.Replace("**/", "\uFFFE").Replace("**", "\uFFFE").Replace('*', crossSegments ? AnyRun : AnyInSegment);
        return new GlobPattern(tokens.ToLowerInvariant());
    }

    public bool IsMatch(string text)
    {
        text = text.ToLowerInvariant();
        var reached = new bool[_tokens.Length + 1];
        reached[0] = true;
        SkipRuns(reached);
        foreach (char c in text)
        {
            for (int i = _tokens.Length; i >= 0; i--)
            {
                bool stays = i < _tokens.Length && reached[i] && (_tokens[i] == AnyRun || (_tokens[i] == AnyInSegment && c != '/'));
                bool comes = i > 0 && reached[i - 1] && (_tokens[i - 1] == c || (_tokens[i - 1] == '?' && c != '/'));
                reached[i] = stays || comes;
            }
            SkipRuns(reached);
        }
        return reached[^1];
    }

    /// <summary>A run may be empty.</summary>
    private void SkipRuns(bool[] reached)
    {
        for (int i = 0; i < _tokens.Length; i++)
            reached[i + 1] |= reached[i] && (_tokens[i] is AnyRun or AnyInSegment);
    }
}
