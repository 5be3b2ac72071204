using System.Text;

namespace Alicerce.Datasources;

/// <summary>
/// Turns <c>:name</c> into <c>$1</c>, <c>$2</c>… outside of strings, quoted names, comments and dollar quotes, and leaves <c>::type</c>,
/// <c>:=</c> and array slices alone. It only decides where values are bound; what runs is the server's judgement.
/// </summary>
internal static class NamedPlaceholders
{
    /// <param name="Sql">The text with positional placeholders.</param>
    /// <param name="Names">Name of each position, in order.</param>
    public sealed record Positional(string Sql, IReadOnlyList<string> Names);

    /// <param name="isKnown">Whether a value was given for a name; inside <c>[…]</c> an unknown name is a slice's bound, not a placeholder.</param>
    public static Positional Translate(string sql, Func<string, bool> isKnown)
    {
        var text = new StringBuilder(sql.Length + 16);
        List<string> names = [];
        var brackets = 0;
        for (var i = 0; i < sql.Length;)
        {
            var end = EndOfQuotedPart(sql, i);
            if (end == i && IsNameStart(sql[i]))
                end = EndOfName(sql, i);
            if (end == i && sql[i] == ':' && TryReadName(sql, i, out var name) && (brackets == 0 || isKnown(name)))
            {
                text.Append('$').Append(PositionOf(name, names));
                i += name.Length + 1;
                continue;
            }
            if (end == i)
            {
                brackets += sql[i] switch { '[' => 1, ']' => -1, _ => 0 };
                end = i + (sql[i] == ':' && i + 1 < sql.Length && sql[i + 1] is ':' or '=' ? 2 : 1);
            }
            text.Append(sql, i, Math.Min(end, sql.Length) - i);
            i = end;
        }
        return new Positional(text.ToString(), names);
    }

    private static int PositionOf(string name, List<string> names)
    {
        var at = names.IndexOf(name);
        if (at >= 0)
            return at + 1;
        names.Add(name);
        return names.Count;
    }

    private static bool TryReadName(string sql, int colon, out string name)
    {
        var start = colon + 1;
        var end = start < sql.Length && IsNameStart(sql[start]) ? EndOfName(sql, start) : start;
        name = sql[start..end];
        return name.Length > 0;
    }

    /// <summary>Where the string, quoted name, comment or dollar quote that begins at <paramref name="at"/> ends; <paramref name="at"/> itself when none begins.</summary>
    private static int EndOfQuotedPart(string sql, int at) => sql[at] switch
    {
        '\'' => EndOfQuote(sql, at, '\'', backslashes: false),
        '"' => EndOfQuote(sql, at, '"', backslashes: false),
        'e' or 'E' when Next(sql, at) == '\'' => EndOfQuote(sql, at + 1, '\'', backslashes: true),
        '-' when Next(sql, at) == '-' => After(sql.IndexOf('\n', at), 1, sql),
        '/' when Next(sql, at) == '*' => EndOfComment(sql, at),
        '$' => EndOfDollarQuote(sql, at),
        _ => at,
    };

    private static int EndOfQuote(string sql, int open, char quote, bool backslashes)
    {
        for (var i = open + 1; i < sql.Length; i++)
            if (backslashes && sql[i] == '\\')
                i++;
            else if (sql[i] == quote && Next(sql, i) == quote)
                i++;
            else if (sql[i] == quote)
                return i + 1;
        return sql.Length;
    }

    private static int EndOfComment(string sql, int open)
    {
        var depth = 0;
        for (var i = open; i < sql.Length - 1; i++)
            if (sql[i] == '/' && sql[i + 1] == '*')
            {
                depth++;
                i++;
            }
            else if (sql[i] == '*' && sql[i + 1] == '/')
            {
                i++;
                if (--depth == 0)
                    return i + 1;
            }
        return sql.Length;
    }

    private static int EndOfDollarQuote(string sql, int open)
    {
        var tagEnd = open + 1;
        while (tagEnd < sql.Length && (IsNameStart(sql[tagEnd]) || (tagEnd > open + 1 && char.IsAsciiDigit(sql[tagEnd]))))
            tagEnd++;
        if (tagEnd >= sql.Length || sql[tagEnd] != '$')
            return open;
        var tag = sql[open..(tagEnd + 1)];
        return After(sql.IndexOf(tag, tagEnd + 1, StringComparison.Ordinal), tag.Length, sql);
    }

    private static int After(int found, int length, string sql) => found < 0 ? sql.Length : found + length;

    private static char Next(string sql, int at) => at + 1 < sql.Length ? sql[at + 1] : '\0';

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_' || c >= 0x80;

    private static int EndOfName(string sql, int start)
    {
        var end = start + 1;
        while (end < sql.Length && (IsNameStart(sql[end]) || char.IsAsciiDigit(sql[end]) || sql[end] == '$'))
            end++;
        return end;
    }
}
