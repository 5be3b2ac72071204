using System.Buffers;
using System.Text;

namespace Alicerce.Modules.Resources.Formats;

/// <param name="Line">Where it begins, from 1.</param>
internal sealed record DotEnvEntry(string Key, string Value, int Line);

/// <summary>What is wrong with a file; the message holds no value.</summary>
internal sealed class DotEnvException(int line, string message) : Exception($"Line {line}: {message}")
{
    public int Line { get; } = line;
}

/// <summary>Files of variables, as a shell's <c>source</c> and Docker Compose both read them.</summary>
internal static class DotEnv
{
    private static readonly SearchValues<char> s_plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./:@%+,=-");

    /// <summary>One line, or several where the value has several: bare when nobody could read it in two ways, in single quotes when that says it all, else in double ones.</summary>
    public static string Write(string key, string value)
    {
        if (value.Length > 0 && !value.AsSpan().ContainsAnyExcept(s_plain)) return $"{key}={value}";
        if (!value.AsSpan().ContainsAny('\'', '\\')) return $"{key}='{value}'";
        var text = new StringBuilder(value.Length + 16).Append(key).Append("=\"");
        foreach (var character in value)
        {
            if (character is '\\' or '"' or '$' or '`') text.Append('\\');
            text.Append(character);
        }

        return text.Append('"').ToString();
    }

    /// <exception cref="DotEnvException">The file cannot be read in one way only.</exception>
    public static IReadOnlyList<DotEnvEntry> Read(string text) => new Reader(text).All();

    private sealed class Reader(string text)
    {
        private int _at;
        private int _line = 1;

        public List<DotEnvEntry> All()
        {
            var entries = new List<DotEnvEntry>();
            while (SkipToKey())
            {
                var line = _line;
                var key = Key();
                entries.Add(new DotEnvEntry(key, Value(key), line));
            }

            return entries;
        }

        private bool SkipToKey()
        {
            while (_at < text.Length)
            {
                if (text[_at] == '#') SkipLine();
                else if (char.IsWhiteSpace(text[_at])) Next();
                else return true;
            }

            return false;
        }

        private string Key()
        {
            if (text.AsSpan(_at).StartsWith("export ", StringComparison.Ordinal)) _at += "export ".Length;
            while (_at < text.Length && text[_at] == ' ') _at++;
            var start = _at;
            while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] == '_')) _at++;
            var key = text[start.._at];
            if (key.Length == 0 || char.IsAsciiDigit(key[0])) throw new DotEnvException(_line, "a variable's name has letters, digits and underscores, and does not start with a digit.");
            if (_at >= text.Length || text[_at] != '=') throw new DotEnvException(_line, $"after '{key}' comes '=' without a space before it, like {key}=value.");
            _at++;
            return key;
        }

        private string Value(string key)
        {
            while (_at < text.Length && text[_at] is ' ' or '\t') _at++;
            return _at >= text.Length ? "" : text[_at] switch { '\'' => Quoted('\'', key), '"' => Quoted('"', key), _ => Bare(key) };
        }

        private string Bare(string key)
        {
            var start = _at;
            while (_at < text.Length && text[_at] != '\n' && !(text[_at] == '#' && _at > start && text[_at - 1] is ' ' or '\t')) _at++;
            var value = text[start.._at].Trim();
            if (value.AsSpan().ContainsAny("$`'\"\\")) throw new DotEnvException(_line, $"'{key}' holds $, a quote, a backtick or a backslash, which readers understand in different ways: put the value into single quotes to have it as it is.");
            SkipLine();
            return value;
        }

        private string Quoted(char quote, string key)
        {
            var opened = _line;
            _at++;
            var value = new StringBuilder();
            while (_at < text.Length && text[_at] != quote)
            {
                if (quote == '"' && text[_at] == '\\' && _at + 1 < text.Length) value.Append(Escaped());
                else value.Append(text[_at]);
                Next();
            }

            if (_at >= text.Length) throw new DotEnvException(opened, $"the quote of '{key}' is not closed.");
            _at++;
            DemandEndOfLine(key);
            return value.ToString();
        }

        private string Escaped() => text[++_at] switch
        {
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            '\n' => "",
            '\\' or '"' or '$' or '`' or '\'' => $"{text[_at]}",
            var other => $"\\{other}",
        };

        private void DemandEndOfLine(string key)
        {
            while (_at < text.Length && text[_at] is ' ' or '\t' or '\r') _at++;
            if (_at < text.Length && text[_at] is not ('\n' or '#')) throw new DotEnvException(_line, $"behind the closing quote of '{key}' stands more text.");
            SkipLine();
        }

        private void SkipLine()
        {
            while (_at < text.Length && text[_at] != '\n') _at++;
        }

        private void Next()
        {
            if (text[_at] == '\n') _line++;
            _at++;
        }
    }
}
