using System.Collections.Frozen;

namespace Alicerce.Engine.Discovery.Quantum;

/// <summary>Looks at SQL as far as discovery needs: words and named parameters outside literals and comments.</summary>
internal static class SqlText
{
    private static readonly FrozenSet<string> s_changing = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "insert", "update", "delete", "merge", "truncate", "create", "alter", "drop", "grant", "revoke", "call", "do", "copy", "lock", "into",
        "vacuum", "reindex", "refresh", "set", "replace");

    private static readonly FrozenSet<string> s_reading = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "select", "with", "values", "table");

    /// <summary>
    /// True for one SELECT, WITH … SELECT, VALUES or TABLE statement in which no word that changes data stands as a statement of its own.
    /// In doubt it is not read-only.
    /// </summary>
    public static bool IsReadOnly(string sql)
    {
        bool first = true;
        bool atStatement = true;
        bool ended = false;
        foreach (Token token in Tokens(sql))
        {
            ReadOnlySpan<char> text = sql.AsSpan(token.Start, token.Length);
            if (token.Kind == TokenKind.Other)
            {
                atStatement = text[0] is '(' or ')';
                ended |= text[0] == ';';
                continue;
            }
            if (token.Kind != TokenKind.Word) continue;
            if (ended) return false;
            var lookup = s_reading.GetAlternateLookup<ReadOnlySpan<char>>();
            if (first && !lookup.Contains(text)) return false;
            bool changes = s_changing.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text);
            if (!first && changes && (atStatement || text.Equals("into", StringComparison.OrdinalIgnoreCase))) return false;
            (first, atStatement) = (false, false);
        }
        return !first;
    }

    /// <summary>Named parameters (<c>:name</c>), each once, in the order of the text.</summary>
    public static List<string> NamedParameters(string sql)
    {
        var names = new List<string>();
        foreach (Token token in Tokens(sql))
        {
            if (token.Kind != TokenKind.Parameter) continue;
            string name = sql.Substring(token.Start + 1, token.Length - 1);
            if (!names.Contains(name)) names.Add(name);
        }
        return names;
    }

    public static bool HasCast(string sql) => Tokens(sql).Any(t => t.Kind == TokenKind.Cast);

    public static bool HasBraces(string sql) => sql.IndexOf('{') is var open and >= 0 && sql.IndexOf('}', open) > open + 1;

    private static IEnumerable<Token> Tokens(string sql)
    {
        for (int at = 0; at < sql.Length;)
        {
            Token token = Next(sql, at);
            at += token.Length;
            if (token.Kind != TokenKind.Space) yield return token;
        }
    }

    private static Token Next(string sql, int at)
    {
        char c = sql[at];
        char next = at + 1 < sql.Length ? sql[at + 1] : '\0';
        if (c is '\'' or '"') return Until(sql, at, c.ToString(), 1);
        if (c == '-' && next == '-') return Until(sql, at, "\n", 2);
        if (c == '/' && next == '*') return Until(sql, at, "*/", 2);
        if (c == ':' && next == ':') return new Token(TokenKind.Cast, at, 2);
        if (c == ':' && IsWordStart(next)) return new Token(TokenKind.Parameter, at, 1 + WordLength(sql, at + 1));
        if (IsWordStart(c)) return new Token(TokenKind.Word, at, WordLength(sql, at));
        return new Token(char.IsWhiteSpace(c) ? TokenKind.Space : TokenKind.Other, at, 1);
    }

    private static Token Until(string sql, int at, string end, int opening)
    {
        int found = sql.IndexOf(end, at + opening, StringComparison.Ordinal);
        return new Token(TokenKind.Space, at, (found < 0 ? sql.Length : found + end.Length) - at);
    }

    private static bool IsWordStart(char c) => char.IsLetter(c) || c == '_';

    private static int WordLength(string sql, int at)
    {
        int end = at;
        while (end < sql.Length && (char.IsLetterOrDigit(sql[end]) || sql[end] == '_')) end++;
        return end - at;
    }

    private enum TokenKind { Space, Word, Parameter, Cast, Other }

    private readonly record struct Token(TokenKind Kind, int Start, int Length);
}
