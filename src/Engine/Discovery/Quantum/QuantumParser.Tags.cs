using System.Buffers;

namespace Alicerce.Engine.Discovery.Quantum;

public sealed partial class QuantumParser
{
    private static readonly SearchValues<char> s_nameEnds = SearchValues.Create(" \t\r\n\f/>=<\"'");

    private static int NameLength(ReadOnlySpan<char> text) => text.IndexOfAny(s_nameEnds) is var length and >= 0 ? length : text.Length;

    private void ReadStartTag()
    {
        int start = _at;
        if (++_elements > MaxElements)
        {
            _document.ReportLast("parse.too_many_elements", start, $"the file has more than {MaxElements:N0} elements: the rest was not read", "split the page into components");
            _at = _end;
            return;
        }
        int length = NameLength(_text.AsSpan(_at + 1, _end - _at - 1));
        ReadOnlySpan<char> name = _text.AsSpan(_at + 1, length);
        (string prefix, string localName) = SplitName(name);
        var element = new QuantumElement(_document, Current, Shared(name), prefix, localName, start);
        _at += 1 + length;
        bool empty = ReadAttributes(element, start);
        CheckPrefixes(element, start);

        if (empty)
        {
            Current.Add(element);
            return;
        }
        if (QuantumVocabulary.IsVoid(prefix, localName))
        {
            Current.Add(element);
            if (!SkipEndTagOf(localName))
                _document.Report("parse.unclosed_tag", start, $"<{localName}> is never closed", $"write <{localName} />");
            return;
        }
        Open(element);
        if (_readsRawText && QuantumVocabulary.IsRawText(prefix, localName)) ReadRawText(element);
    }

    private (string Prefix, string LocalName) SplitName(ReadOnlySpan<char> name)
    {
        int colon = name.IndexOf(':');
        return colon > 0 ? (Shared(name[..colon]), Shared(name[(colon + 1)..])) : ("", Shared(name));
    }

    /// <summary>True when the tag ends in <c>/&gt;</c>. The position is left behind the tag, whatever is wrong inside it.</summary>
    private bool ReadAttributes(QuantumElement element, int start)
    {
        while (true)
        {
            SkipWhiteSpace();
            if (_at >= _end || _text[_at] == '<')
            {
                _document.Report("parse.unclosed_start_tag", start, $"the tag <{element.QualifiedName}> has no closing >", "add >");
                return false;
            }
            switch (_text[_at])
            {
                case '>':
                    _at++;
                    return false;
                case '/' when _at + 1 < _end && _text[_at + 1] == '>':
                    _at += 2;
                    return true;
                case '/' or '=' or '"' or '\'':
                    _document.Report("parse.broken_tag", _at, $"{_text[_at]} has no meaning here", "remove it");
                    _at++;
                    break;
                default:
                    ReadAttribute(element);
                    break;
            }
        }
    }

    private void ReadAttribute(QuantumElement element)
    {
        int start = _at;
        ReadOnlySpan<char> name = _text.AsSpan(_at, NameLength(_text.AsSpan(_at, _end - _at)));
        _at += name.Length;
        int afterName = _at;
        SkipWhiteSpace();
        bool bare = _at >= _end || _text[_at] != '=';
        (int valueStart, int valueLength) = (afterName, 0);
        if (bare)
        {
            _at = afterName;
            if (!_document.IsFull)
                _document.Report("parse.bare_attribute", start, $"attribute '{name}' has no value", $"write {name}=\"{name}\"");
        }
        else
        {
            _at++;
            SkipWhiteSpace();
            (valueStart, valueLength) = ReadValue(start);
        }
        AddAttribute(element, name, start, valueStart, valueLength);
    }

    private (int Start, int Length) ReadValue(int nameStart)
    {
        if (_at < _end && _text[_at] is '"' or '\'')
        {
            char quote = _text[_at];
            int length = _quotesUsedUp.Contains(quote) ? -1 : _text.AsSpan(_at + 1, _end - _at - 1).IndexOf(quote);
            if (length >= 0)
            {
                int start = _at + 1;
                _at = start + length + 1;
                CheckValue(start, length);
                return (start, length);
            }
            _quotesUsedUp.Add(quote);
            _document.Report("parse.unclosed_attribute", _at, "the value's closing quote is missing", $"add {quote}");
            _at++;
        }
        else
        {
            _document.Report("parse.unquoted_attribute", nameStart, "the attribute's value has no quotes", "write name=\"value\"");
        }
        int from = _at;
        int stop = _text.AsSpan(_at, _end - _at).IndexOfAny(" \t\r\n>");
        _at = stop < 0 ? _end : _at + stop;
        return (from, _at - from);
    }

    private void CheckValue(int start, int length)
    {
        int lessThan = _text.AsSpan(start, length).IndexOf('<');
        if (lessThan >= 0)
            _document.Report("parse.less_than_in_attribute", start + lessThan, "< inside an attribute's value", "write &lt;");
        CheckCharacters(start, length);
    }

    private void AddAttribute(QuantumElement element, ReadOnlySpan<char> name, int offset, int valueStart, int valueLength)
    {
        if (element.Attributes.Count >= MaxAttributes)
        {
            if (element.Attributes.Count == MaxAttributes && !_document.IsFull)
                _document.Report("parse.too_many_attributes", offset, $"more than {MaxAttributes} attributes on one tag", "remove some");
            return;
        }
        (string prefix, string localName) = SplitName(name);
        if (!IsNameStart(name[0]) || name[0] == ':')
            _document.Report("parse.invalid_attribute_name", offset, $"'{localName}' is no name of an attribute", "start it with a letter");
        foreach (QuantumAttribute other in element.Attributes)
        {
            if (other.LocalName != localName || other.Prefix != prefix) continue;
            _document.Report("parse.duplicate_attribute", offset, $"attribute '{name}' is given twice", "remove one of the two");
            return;
        }
        element.Add(new QuantumAttribute { Prefix = prefix, LocalName = localName, ValueStart = valueStart, ValueLength = valueLength });
    }

    private void CheckPrefixes(QuantumElement element, int offset)
    {
        foreach (QuantumAttribute attribute in element.Attributes)
        {
            if (attribute.Prefix == "xmlns") _declaredPrefixes.Add(attribute.LocalName);
        }
        CheckPrefix(element.Prefix, offset);
        foreach (QuantumAttribute attribute in element.Attributes) CheckPrefix(attribute.Prefix, offset);
    }

    private void CheckPrefix(string prefix, int offset)
    {
        if (prefix.Length == 0 || QuantumVocabulary.IsBound(prefix) || _declaredPrefixes.Contains(prefix)) return;
        _document.Report("parse.unbound_prefix", offset, $"the prefix '{prefix}:' is not declared", $"declare xmlns:{prefix} on the root, or write the name without it");
    }

    private bool SkipEndTagOf(string localName)
    {
        int at = _at;
        while (at < _end && char.IsWhiteSpace(_text[at])) at++;
        ReadOnlySpan<char> rest = _text.AsSpan(at, _end - at);
        if (!rest.StartsWith("</") || !rest[2..].StartsWith(localName) || rest.Length <= localName.Length + 2 || rest[localName.Length + 2] != '>') return false;
        _at = at + localName.Length + 3;
        return true;
    }

    private void SkipWhiteSpace()
    {
        while (_at < _end && char.IsWhiteSpace(_text[_at])) _at++;
    }
}
