using System.Globalization;

namespace Alicerce.Engine.Generation.Values;

/// <summary>Reads the subset of regular expressions that <see cref="PatternStrings"/> can write.</summary>
internal ref struct PatternParser
{
    private const string Lower = "abcdefghijklmnopqrstuvwxyz", Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", Digit = "0123456789";
    private const string Word = Lower + Upper + Digit + "_", Printable = Word + " !#$%&'()*+,-./:;<=>?@[]^`{|}~";
    private const int MaxRepeat = 1_000, MaxDepth = 30;

    private readonly ReadOnlySpan<char> _pattern;
    private int _at;
    private bool _failed;

    private PatternParser(ReadOnlySpan<char> pattern) => _pattern = pattern;

    /// <summary>Null when the expression uses something outside the subset.</summary>
    public static PatternNode? Parse(string pattern)
    {
        var parser = new PatternParser(pattern);
        var node = parser.Choice(0);
        return parser._failed || parser._at < pattern.Length ? null : node;
    }

    private readonly bool More => _at < _pattern.Length && !_failed;

    private PatternNode Choice(int depth)
    {
        if (depth > MaxDepth) _failed = true;
        List<PatternNode> branches = [Sequence(depth)];
        while (More && _pattern[_at] == '|')
        {
            _at++;
            branches.Add(Sequence(depth));
        }
        return branches.Count == 1 ? branches[0] : new ChoiceNode(branches);
    }

    private SequenceNode Sequence(int depth)
    {
        List<PatternNode> items = [];
        while (More && _pattern[_at] is not ('|' or ')'))
        {
            if (_pattern[_at] is '^' or '$')
            {
                _at++;
                continue;
            }
            items.Add(Quantified(Atom(depth)));
        }
        return new SequenceNode(items);
    }

    private PatternNode Atom(int depth)
    {
        var c = _pattern[_at++];
        switch (c)
        {
            case '(': return Group(depth);
            case '[': return new CharNode(Class());
            case '.': return new CharNode(Word);
            case '\\': return new CharNode(Escape());
            default: return new CharNode(c.ToString());
        }
    }

    private PatternNode Group(int depth)
    {
        if (More && _pattern[_at] == '?')
        {
            if (_at + 1 < _pattern.Length && _pattern[_at + 1] == ':') _at += 2;
            else _failed = true;
        }
        var inner = Choice(depth + 1);
        if (More && _pattern[_at] == ')') _at++;
        else _failed = true;
        return inner;
    }

    private string Class()
    {
        var negated = More && _pattern[_at] == '^';
        if (negated) _at++;
        var set = new HashSet<char>();
        for (var first = true; More && (first || _pattern[_at] != ']'); first = false) AddClassItem(set);
        if (More) _at++;
        else _failed = true;
        var chars = negated ? string.Concat(Printable.Where(c => !set.Contains(c))) : string.Concat(set.Order());
        if (chars.Length == 0) _failed = true;
        return chars.Length == 0 ? "x" : chars;
    }

    private void AddClassItem(HashSet<char> set)
    {
        var from = _pattern[_at] == '\\' && ++_at < _pattern.Length ? Escape() : _at < _pattern.Length ? _pattern[_at++].ToString() : "";
        if (from.Length == 1 && _at + 1 < _pattern.Length && _pattern[_at] == '-' && _pattern[_at + 1] != ']')
        {
            _at++;
            var to = _pattern[_at] == '\\' && ++_at < _pattern.Length ? Escape() : _pattern[Math.Min(_at++, _pattern.Length - 1)].ToString();
            if (to.Length != 1 || to[0] < from[0]) _failed = true;
            else for (int c = from[0]; c <= to[0]; c++) set.Add((char)c);
            return;
        }
        set.UnionWith(from);
    }

    /// <summary>The characters of what follows a backslash.</summary>
    private string Escape()
    {
        if (_at >= _pattern.Length)
        {
            _failed = true;
            return "x";
        }
        var c = _pattern[_at++];
        if (char.IsAsciiLetterOrDigit(c) && "dwsDWStnr".IndexOf(c) < 0) _failed = true;
        return c switch
        {
            'd' => Digit,
            'w' => Word,
            's' => " ",
            'D' => Lower,
            'W' => "-",
            'S' => Word,
            't' => "\t",
            'n' => "\n",
            'r' => "\r",
            _ => c.ToString(),
        };
    }

    private PatternNode Quantified(PatternNode atom)
    {
        if (!More) return atom;
        var (min, max) = _pattern[_at] switch
        {
            '?' => (0, 1),
            '*' => (0, MaxRepeat),
            '+' => (1, MaxRepeat),
            '{' => Braces(),
            _ => (-1, -1),
        };
        if (min < 0) return atom;
        _at++;
        if (More && _pattern[_at] is '?' or '+') _at++;
        if (max > MaxRepeat || min > max) _failed = true;
        return new RepeatNode(atom, min, max);
    }

    /// <summary>Reads <c>{2}</c>, <c>{2,}</c> or <c>{2,5}</c> and stops at the closing brace.</summary>
    private (int Min, int Max) Braces()
    {
        var length = _pattern[_at..].IndexOf('}');
        if (length < 2)
        {
            _failed = true;
            return (0, 0);
        }
        var body = _pattern.Slice(_at + 1, length - 1);
        _at += length;
        var comma = body.IndexOf(',');
        var low = comma < 0 ? body : body[..comma];
        var high = comma < 0 ? body : body[(comma + 1)..];
        var max = MaxRepeat;
        if (!int.TryParse(low, NumberStyles.None, null, out var min) || (!high.IsEmpty && !int.TryParse(high, NumberStyles.None, null, out max))) _failed = true;
        return (min, max);
    }
}
