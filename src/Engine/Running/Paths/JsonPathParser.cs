using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Alicerce.Engine.Running.Paths;

/// <summary>Reads the text of a <see cref="JsonPath"/> by recursive descent; filters may nest <see cref="MaxDepth"/> deep.</summary>
internal sealed class JsonPathParser(string text)
{
    private const int MaxDepth = 32;

    private int _at;
    private int _depth;

    public bool TryParse([NotNullWhen(true)] out JsonPath? path, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            Expect('$');
            path = Segments();
            if (_at < text.Length) throw Wrong($"unexpected '{text[_at]}'");
            problem = null;
            return true;
        }
        catch (FormatException e)
        {
            (path, problem) = (null, $"'{text}' is not a JSON path: {e.Message}");
            return false;
        }
    }

    private JsonPath Segments()
    {
        var segments = new List<PathSegment>();
        while (_at < text.Length)
        {
            if (text[_at] == '[') segments.Add(new PathSegment(Descends: false, Bracket()));
            else if (Take("..")) segments.Add(new PathSegment(Descends: true, Peek() == '[' ? Bracket() : [Shorthand()]));
            else if (Take(".")) segments.Add(new PathSegment(Descends: false, [Shorthand()]));
            else break;
        }
        return new JsonPath(segments);
    }

    private NameSelector Named(string name) => new(Whole(name));

    /// <summary>Half of a surrogate pair cannot be looked up in UTF-8.</summary>
    private string Whole(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i])) continue;
            if (i + 1 == value.Length || !char.IsSurrogatePair(value[i], value[++i])) throw Wrong("it holds half of a surrogate pair");
        }
        return value;
    }

    private PathSelector Shorthand()
    {
        if (Take("*")) return new WildcardSelector();
        var start = _at;
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '_' or '-' || text[_at] > 127)) _at++;
        if (_at == start) throw Wrong("a name or * must follow the dot");
        return Named(text[start.._at]);
    }

    private List<PathSelector> Bracket()
    {
        Enter();
        Expect('[');
        var selectors = new List<PathSelector>();
        do
        {
            SkipBlanks();
            selectors.Add(Selector());
            SkipBlanks();
        }
        while (Take(","));
        Expect(']');
        _depth--;
        return selectors;
    }

    private PathSelector Selector()
    {
        if (Take("*")) return new WildcardSelector();
        if (Peek() is '\'' or '"') return Named(Quoted());
        if (Take("?"))
        {
            SkipBlanks();
            return new FilterSelector(Or());
        }
        var first = Integer();
        SkipBlanks();
        if (!Take(":")) return new IndexSelector(first ?? throw Wrong("a name, a number, * or ? is expected in brackets"));
        SkipBlanks();
        var end = Integer();
        SkipBlanks();
        var step = 1;
        if (Take(":"))
        {
            SkipBlanks();
            step = Integer() ?? 1;
        }
        return new SliceSelector(first, end, step);
    }

    private PathFilter Or()
    {
        var left = And();
        for (SkipBlanks(); Take("||"); SkipBlanks()) left = new AnyOf(left, And());
        return left;
    }

    private PathFilter And()
    {
        var left = Condition();
        for (SkipBlanks(); Take("&&"); SkipBlanks()) left = new AllOf(left, Condition());
        return left;
    }

    private PathFilter Condition()
    {
        Enter();
        SkipBlanks();
        PathFilter condition;
        if (Peek() == '!' && Peek(1) != '=')
        {
            _at++;
            condition = new NotHolds(Condition());
        }
        else if (Take("("))
        {
            condition = Or();
            SkipBlanks();
            Expect(')');
        }
        else
        {
            condition = Comparison();
        }
        _depth--;
        return condition;
    }

    private PathFilter Comparison()
    {
        var left = Operand();
        SkipBlanks();
        foreach (var name in (ReadOnlySpan<string>)["==", "!=", "<=", ">=", "<", ">"])
        {
            if (!Take(name)) continue;
            SkipBlanks();
            return new Comparison(Single(left), name, Single(Operand()));
        }
        return left.Path is null ? throw Wrong("a comparison must follow the value") : new Exists(left);
    }

    private FilterOperand Single(FilterOperand operand) =>
        operand.Path is { IsSingular: false } ? throw Wrong("only a path to a single place can be compared") : operand;

    private FilterOperand Operand()
    {
        if (Take("@")) return new FilterOperand(null, Segments(), FromRoot: false);
        if (Take("$")) return new FilterOperand(null, Segments(), FromRoot: true);
        if (Peek() is '\'' or '"') return new FilterOperand(JsonSerializer.SerializeToElement(Quoted()), null, FromRoot: false);
        foreach (var word in (ReadOnlySpan<string>)["true", "false", "null"])
            if (Take(word)) return new FilterOperand(Literal(word), null, FromRoot: false);
        var start = _at;
        while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] is '-' or '+' or '.' or 'e' or 'E')) _at++;
        try
        {
            return new FilterOperand(Literal(text[start.._at]), null, FromRoot: false);
        }
        catch (JsonException)
        {
            throw Wrong("a path (@ or $), text, number, true, false or null is expected; functions are not known");
        }
    }

    private static JsonElement Literal(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private int? Integer()
    {
        var start = _at;
        if (Peek() == '-') _at++;
        while (_at < text.Length && char.IsAsciiDigit(text[_at])) _at++;
        if (_at == start) return null;
        return int.TryParse(text.AsSpan(start, _at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number : throw Wrong("the number is out of range");
    }

    private string Quoted()
    {
        var quote = text[_at++];
        var value = new StringBuilder();
        while (_at < text.Length && text[_at] != quote) value.Append(text[_at] == '\\' ? Escaped() : text[_at++]);
        Expect(quote);
        return Whole(value.ToString());
    }

    private char Escaped()
    {
        _at++;
        var c = Peek();
        _at++;
        if (c != 'u') return c switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', '\0' => throw Wrong("the text is not closed"), _ => c };
        if (_at + 4 > text.Length || !ushort.TryParse(text.AsSpan(_at, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
            throw Wrong("\\u needs four hexadecimal digits");
        _at += 4;
        return (char)code;
    }

    private void Enter()
    {
        if (++_depth > MaxDepth) throw Wrong($"it nests deeper than {MaxDepth}");
    }

    private char Peek(int ahead = 0) => _at + ahead < text.Length ? text[_at + ahead] : '\0';

    private bool Take(string token)
    {
        if (string.CompareOrdinal(text, _at, token, 0, token.Length) != 0) return false;
        _at += token.Length;
        return true;
    }

    private void Expect(char c)
    {
        if (Peek() != c || _at >= text.Length) throw Wrong($"'{c}' is expected");
        _at++;
    }

    private void SkipBlanks()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t' or '\n' or '\r') _at++;
    }

    private FormatException Wrong(string what) => new($"{what} (at character {_at + 1})");
}
