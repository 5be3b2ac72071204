using System.Runtime.CompilerServices;
using System.Text;
using Alicerce.Engine.Files;

namespace Alicerce.Engine.Cases.Files;

/// <summary>
/// Cuts a case file into its cases by indentation alone, before any of it is parsed. So memory holds one case at a time whatever the
/// file's size, and a syntax error costs the case that holds it.
/// </summary>
internal sealed class CaseChunker(TextReader reader)
{
    /// <summary>Characters of one case at most.</summary>
    public const int MaxCaseLength = 2 * 1024 * 1024;

    private readonly BoundedLineReader _lines = new(reader, MaxCaseLength);
    private readonly StringBuilder _chunk = new();
    private int _line, _firstLine;
    private bool _tooLarge;

    /// <summary>Column of the dashes; -1 until the first one is seen.</summary>
    private int _indent = -1;

    public async IAsyncEnumerable<CaseChunk> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        bool inCases = false, strayReported = false;
        while (await _lines.ReadAsync(ct) is { } line)
        {
            _line++;
            if (_line == 1)
                line = line.TrimStart('\uFEFF');
            LineKind kind = Classify(line, inCases);
            if (kind is LineKind.Item or LineKind.Stray or LineKind.Cases && TakeChunk() is { } finished)
                yield return finished;
            switch (kind)
            {
                case LineKind.Cases:
                    inCases = true;
                    break;
                case LineKind.Item:
                    _firstLine = _line;
                    strayReported = false;
                    Append(line);
                    break;
                case LineKind.Inside when _firstLine > 0:
                    Append(line);
                    break;
                case LineKind.Stray when !strayReported:
                    strayReported = true;
                    yield return DescribeStray(line, inCases);
                    break;
            }
        }
        if (TakeChunk() is { } last)
            yield return last;
        if (!inCases && !strayReported)
            yield return new CaseChunk("", Math.Max(1, _line), "There is no 'cases:' in this file.", "Start it with 'cases:' and write each case beneath it as a list item.");
    }

    private enum LineKind { Blank, Cases, Item, Inside, Stray }

    private LineKind Classify(string line, bool inCases)
    {
        int column = line.AsSpan().IndexOfAnyExcept(' ');
        if (column < 0 || line[column] == '#')
            return _firstLine > 0 ? LineKind.Inside : LineKind.Blank;
        if (column == 0 && (line == "---" || line.StartsWith("--- #", StringComparison.Ordinal)) && !inCases)
            return LineKind.Blank;
        if (column == 0 && line.StartsWith("cases:", StringComparison.Ordinal) && IsEmptyOrComment(line.AsSpan(6)))
            return inCases ? LineKind.Stray : LineKind.Cases;
        if (!inCases)
            return LineKind.Stray;
        if (line[column] == '\t' && _firstLine > 0)
            return LineKind.Inside; // Whatever it was meant to be, the reader of the case names the tab.
        bool dash = line[column] == '-' && (column + 1 == line.Length || line[column + 1] == ' ');
        if (_indent < 0 && dash)
            _indent = column;
        if (dash && column == _indent)
            return LineKind.Item;
        return _indent >= 0 && column > _indent && _firstLine > 0 ? LineKind.Inside : LineKind.Stray;
    }

    private static bool IsEmptyOrComment(ReadOnlySpan<char> rest)
    {
        rest = rest.Trim();
        return rest.IsEmpty || rest[0] == '#' || rest is "[]";
    }

    private CaseChunk DescribeStray(string line, bool inCases)
    {
        if (inCases)
            return new CaseChunk(line, _line, "This line belongs to no case.", _indent < 0 ? "Write each case as a list item: '  - key: …'." : $"Indent it by {_indent + 2} spaces when it belongs to the case above.");
        string word = line.Split(':')[0].Trim();
        string hint = line.TrimStart().StartsWith('-') ? "Put 'cases:' on a line of its own above the first case."
            : word == "cases" ? "Write 'cases:' alone and each case beneath it as a list item: '  - key: …'."
            : Spelling.Suggest(word, ["cases"]);
        return new CaseChunk(line, _line, "Only 'cases:' can stand here.", hint);
    }

    private void Append(string line)
    {
        _tooLarge |= _lines.WasCut || _chunk.Length + line.Length > MaxCaseLength;
        if (!_tooLarge)
            _chunk.Append(line).Append('\n');
    }

    private CaseChunk? TakeChunk()
    {
        if (_firstLine == 0)
            return null;
        CaseChunk chunk = _tooLarge
            ? new CaseChunk("", _firstLine, $"This case has more than {MaxCaseLength} characters.", "Split it, or check that nothing was pasted by accident.")
            : new CaseChunk(_chunk.ToString(), _firstLine);
        _chunk.Clear();
        (_firstLine, _tooLarge) = (0, false);
        return chunk;
    }
}
