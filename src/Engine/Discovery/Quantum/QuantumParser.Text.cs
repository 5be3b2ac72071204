using System.Buffers;

namespace Alicerce.Engine.Discovery.Quantum;

public sealed partial class QuantumParser
{
    /// <summary>The ampersand, and what XML forbids in any text.</summary>
    private static readonly SearchValues<char> s_suspicious = SearchValues.Create(
        "&\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF");

    private void ReadText()
    {
        int length = _text.AsSpan(_at, _end - _at).IndexOf('<');
        if (length < 0) length = _end - _at;
        if (length == 0) return;
        Current.AddText(_at, length, literal: false);
        CheckCharacters(_at, length);
        CheckDataEnd(_at, length);
        _at += length;
    }

    private void ReadLiteralLessThan()
    {
        _document.Report("parse.raw_less_than", _at, "< that starts no tag", "write &lt;");
        int run = _text.AsSpan(_at, _end - _at).IndexOfAnyExcept('<');
        int length = run < 0 ? _end - _at : run > 1 ? run - 1 : 1;
        Current.AddText(_at, length, literal: true);
        _at += length;
    }

    private void ReadComment()
    {
        int length = Find("-->", _at + 4, ref _noCommentEnd);
        if (length < 0)
        {
            _document.Report("parse.unclosed_comment", _at, "the comment has no end", "add -->");
            int stop = _text.AsSpan(_at, _end - _at).IndexOf('>');
            _at = stop < 0 ? _end : _at + stop + 1;
            return;
        }
        if (_text.AsSpan(_at + 4, length).Contains("--", StringComparison.Ordinal) || length > 0 && _text[_at + 3 + length] == '-')
            _document.Report("parse.comment", _at, "-- inside a comment", "write it another way: XML ends a comment at --");
        _at += 4 + length + 3;
    }

    private void ReadCharacterData()
    {
        const int opening = 9;
        int length = Find("]]>", _at + opening, ref _noDataEnd);
        if (length < 0)
        {
            _document.Report("parse.unclosed_cdata", _at, "the CDATA section has no end", "add ]]>");
            _at += opening;
            return;
        }
        Current.AddText(_at + opening, length, literal: true);
        _at += opening + length + 3;
    }

    /// <summary>Skipped whole: what a document type declares is never read, so there is nothing to expand (T004-32).</summary>
    private void ReadDoctype()
    {
        ReadOnlySpan<char> rest = _text.AsSpan(_at, _end - _at);
        bool prolog = _open.Count == 1 && _document.Root is null && rest.StartsWith("<!DOCTYPE");
        int stop = rest.IndexOfAny('>', '[');
        if (stop >= 0 && rest[stop] == '[')
        {
            _document.Report("parse.doctype_subset", _at, "declarations inside DOCTYPE are not read", "remove the [ … ] part");
            int end = rest[stop..].IndexOf(']');
            int close = end < 0 ? -1 : rest[(stop + end)..].IndexOf('>');
            stop = close < 0 ? rest.Length - 1 : stop + end + close;
        }
        else if (!prolog)
        {
            _document.Report("parse.misplaced_doctype", _at, "a declaration may stand only before the root", "remove it: the runtime writes the page's DOCTYPE");
        }
        _at = stop < 0 ? _end : _at + stop + 1;
    }

    private void ReadInstruction()
    {
        ReadOnlySpan<char> rest = _text.AsSpan(_at, _end - _at);
        if (_at > 0 && rest.StartsWith("<?xml ")) _document.Report("parse.misplaced_declaration", _at, "the XML declaration is not at the very start", "move it to line 1, column 1");
        int stop = rest.IndexOf('>');
        if (stop < 0 || rest[stop - 1] != '?') _document.Report("parse.unclosed_instruction", _at, "the instruction has no end", "add ?>");
        _at = stop < 0 ? _end : _at + stop + 1;
    }

    /// <summary>To the end tag, as in HTML. The runtime reads it as markup all the same, so it is checked as such.</summary>
    private void ReadRawText(QuantumElement element)
    {
        int start = _at;
        int length = IndexOfEndTag(element.LocalName);
        int end = length < 0 ? _end : start + length;
        element.AddText(start, end - start, literal: true);
        if (!_document.IsFull)
        {
            // A document of its own, so that what is found in a script becomes one problem of the page, not dozens.
            QuantumDocument probe = _document.Fork();
            new QuantumParser(probe, start, end, readsRawText: false, probe.Top).Run();
            if (probe.Problems is [var first, ..])
                _document.ReportAt("parse.raw_text", first.Location, $"<{element.LocalName}> is read as markup: {first.Message}", "put it into <![CDATA[ … ]]>, or into a file of its own");
        }
        _at = end;
    }

    private int IndexOfEndTag(string localName)
    {
        int from = _at;
        while (from < _end && _text.AsSpan(from, _end - from).IndexOf("</") is var found and >= 0)
        {
            int at = from + found;
            if (_text.AsSpan(at + 2, _end - at - 2).StartsWith(localName, StringComparison.OrdinalIgnoreCase)) return at - _at;
            from = at + 2;
        }
        return -1;
    }

    private void CheckCharacters(int start, int length)
    {
        int end = start + length;
        while (!_document.IsFull && _text.AsSpan(start, end - start).IndexOfAny(s_suspicious) is var found and >= 0)
        {
            int at = start + found;
            start = at + CheckCharacter(at, end);
        }
    }

    private int CheckCharacter(int at, int end)
    {
        if (_text[at] != '&')
        {
            _document.Report("parse.illegal_character", at, $"character U+{(int)_text[at]:X4} is not allowed", "remove it");
            return 1;
        }
        ReadOnlySpan<char> reference = _text.AsSpan(at, end - at);
        CharacterReferences.Kind kind = CharacterReferences.Classify(reference, out int length);
        if (kind == CharacterReferences.Kind.Bare) _document.Report("parse.raw_ampersand", at, "& that starts no reference", "write &amp;");
        else if (kind == CharacterReferences.Kind.Unknown)
            _document.Report("parse.undefined_entity", at, $"{reference[..length]} is not defined in XML", "write the character itself, or its number such as &#160;");
        return length;
    }

    private void CheckDataEnd(int start, int length)
    {
        int found = _text.AsSpan(start, length).IndexOf("]]>");
        if (found >= 0) _document.Report("parse.cdata_end", start + found, "]]> outside a CDATA section", "write ]]&gt;");
    }

    /// <summary>Length up to <paramref name="marker"/>, or -1; a marker that is absent once is not searched again, which keeps time linear.</summary>
    private int Find(string marker, int from, ref bool absent)
    {
        if (absent || from > _end) return -1;
        int length = _text.AsSpan(from, _end - from).IndexOf(marker, StringComparison.Ordinal);
        absent = length < 0;
        return length;
    }
}
