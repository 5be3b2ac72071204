namespace Alicerce.Engine.Discovery.Quantum;

/// <summary>
/// Reads <c>.q</c> text the way a browser reads HTML, and notes each place where a strict XML parser, which the runtime uses, would have
/// stopped (T004-30, T004-31). It never throws, works in one pass in time linear in the text, and its stack is bounded.
/// </summary>
/// <remarks>
/// Recovery, in the manner of HTML: an end tag closes the nearest open element of its name and all inside it; an end tag without such an
/// element is dropped; void elements (<c>&lt;br&gt;</c>) need no end; a <c>&lt;</c> that starts no tag is text.
/// </remarks>
public sealed partial class QuantumParser
{
    /// <summary>Deeper elements are kept as children of the last allowed one.</summary>
    public const int MaxDepth = 256;

    /// <summary>Attributes beyond this many on one tag are dropped.</summary>
    public const int MaxAttributes = 256;

    /// <summary>Reading stops at this many: it bounds the memory of a file that is nothing but tags.</summary>
    public const int MaxElements = 200_000;

    private readonly QuantumDocument _document;
    private readonly string _text;
    private readonly int _end;
    private readonly bool _readsRawText;
    private readonly Stack<QuantumElement> _open = new();
    private readonly Dictionary<string, int> _openByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _namesBySpan;
    private readonly HashSet<char> _quotesUsedUp = [];
    private readonly HashSet<string> _declaredPrefixes = new(StringComparer.Ordinal);
    private int _at;
    private int _elements;
    private int _tooDeep;
    private bool _noCommentEnd;
    private bool _noDataEnd;

    private QuantumParser(QuantumDocument document, int start, int end, bool readsRawText, QuantumElement top)
    {
        _document = document;
        _text = document.Text;
        _at = start;
        _end = end;
        _readsRawText = readsRawText;
        _namesBySpan = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        _open.Push(top);
    }

    /// <summary>Parses a whole file, already bounded in size by its source.</summary>
    public static QuantumDocument Parse(ReadOnlySpan<byte> content)
    {
        QuantumDocument document = QuantumDocument.Decode(content);
        new QuantumParser(document, 0, document.Text.Length, readsRawText: true, document.Top).Run();
        return document;
    }

    private QuantumElement Current => _open.Peek();

    private void Run()
    {
        while (_at < _end)
        {
            ReadText();
            if (_at < _end) ReadMarkup();
        }
        while (_open.Count > 1) ReportUnclosed(Close());
    }

    private void ReadMarkup()
    {
        ReadOnlySpan<char> rest = _text.AsSpan(_at, _end - _at);
        switch (rest)
        {
            case ['<', '!', '-', '-', ..]: ReadComment(); break;
            case ['<', '!', '[', 'C', 'D', 'A', 'T', 'A', '[', ..]: ReadCharacterData(); break;
            case ['<', '!', ..]: ReadDoctype(); break;
            case ['<', '?', ..]: ReadInstruction(); break;
            case ['<', '/', var first, ..] when IsNameStart(first): ReadEndTag(); break;
            case ['<', var first, ..] when IsNameStart(first) && StartsTag(rest): ReadStartTag(); break;
            default: ReadLiteralLessThan(); break;
        }
    }

    /// <summary>Inside SQL, <c>a &lt;b</c> compares: only tags of the language are tags there.</summary>
    private bool StartsTag(ReadOnlySpan<char> rest)
    {
        if (Current.Tag != "query") return true;
        ReadOnlySpan<char> name = rest[1..(1 + NameLength(rest[1..]))];
        return name.Contains(':') || name is "param";
    }

    private void Open(QuantumElement element)
    {
        Current.Add(element);
        if (_open.Count > MaxDepth)
        {
            if (_tooDeep++ == 0)
            {
                _document.Report("parse.too_deep", _at, $"elements are nested more than {MaxDepth} deep", "split the page into components");
            }
            return;
        }
        _open.Push(element);
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_openByName, element.QualifiedName, out _)++;
    }

    private QuantumElement Close()
    {
        QuantumElement closed = _open.Pop();
        _openByName[closed.QualifiedName]--;
        return closed;
    }

    private void ReadEndTag()
    {
        int start = _at;
        int length = NameLength(_text.AsSpan(_at + 2, _end - _at - 2));
        string name = Shared(_text.AsSpan(_at + 2, length));
        _at += 2 + length;
        SkipToTagEnd(start);

        if (_tooDeep > 0)
        {
            _tooDeep--;
            return;
        }
        if (_openByName.GetValueOrDefault(name) == 0)
        {
            if (!_document.IsFull) _document.Report("parse.stray_end_tag", start, $"</{name}> closes nothing", "remove it, or open the element before it");
            return;
        }
        while (Current.QualifiedName != name) ReportUnclosed(Close());
        Close();
    }

    private void SkipToTagEnd(int start)
    {
        int stop = _text.AsSpan(_at, _end - _at).IndexOfAny('>', '<');
        bool closed = stop >= 0 && _text[_at + stop] == '>';
        if (!closed || !_text.AsSpan(_at, stop).IsWhiteSpace())
            _document.Report("parse.broken_end_tag", start, "this end tag has more in it than a name", "write </name>");
        _at = stop < 0 ? _end : _at + stop + (closed ? 1 : 0);
    }

    private void ReportUnclosed(QuantumElement element)
    {
        if (_document.IsFull) return;
        string name = element.QualifiedName;
        _document.ReportAt("parse.unclosed_tag", element.Location, $"<{name}> is never closed", $"add </{name}>, or write <{name} /> when it is empty");
    }

    private string Shared(ReadOnlySpan<char> name)
    {
        if (_namesBySpan.TryGetValue(name, out string? known)) return known;
        string added = name.ToString();
        _names.Add(added, added);
        return added;
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_' or ':' || c > '\u007F' && char.IsLetter(c);
}
