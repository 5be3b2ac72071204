using System.Text;

namespace Alicerce.Engine.Discovery.Quantum;

/// <summary>A parsed <c>.q</c> file: the light tree, the text it points into, and what a strict XML parser would have refused.</summary>
public sealed class QuantumDocument
{
    private readonly List<int> _lineStarts;
    private readonly List<QuantumProblem> _problems = [];

    private QuantumDocument(string text, List<int> lineStarts)
    {
        Text = text;
        _lineStarts = lineStarts;
        Top = new QuantumElement(this, null, "", "", "", 0);
    }

    internal string Text { get; }

    /// <summary>A nameless element above the root: a broken file may have several roots or none.</summary>
    public QuantumElement Top { get; }

    /// <summary>The first element of the file, or null.</summary>
    public QuantumElement? Root => Top.Children.Count > 0 ? Top.Children[0] : null;

    /// <summary>In the order of the file; at most <see cref="MaxProblems"/>.</summary>
    public IReadOnlyList<QuantumProblem> Problems => _problems;

    public int LineCount => Text.Length == 0 ? 0 : Text[^1] == '\n' ? _lineStarts.Count - 1 : _lineStarts.Count;

    /// <summary>A file of nothing but mistakes is told about the first ones only.</summary>
    internal const int MaxProblems = 100;

    internal bool IsFull => _problems.Count >= MaxProblems;

    internal void Report(string code, int offset, string message, string hint)
    {
        if (!IsFull) ReportAt(code, Locate(offset), message, hint);
    }

    /// <summary>Reported even by a full list: it says that the rest of the file was not read.</summary>
    internal void ReportLast(string code, int offset, string message, string hint) =>
        _problems.Add(new QuantumProblem(code, Locate(offset), message, hint));

    internal void ReportAt(string code, SourceLocation location, string message, string hint)
    {
        if (!IsFull) _problems.Add(new QuantumProblem(code, location, message, hint));
    }

    /// <summary>The same text with no tree and no problems.</summary>
    internal QuantumDocument Fork() => new(Text, _lineStarts);

    internal SourceLocation Locate(int offset)
    {
        int line = _lineStarts.BinarySearch(offset);
        if (line < 0) line = ~line - 1;
        return new SourceLocation(line + 1, offset - _lineStarts[line] + 1);
    }

    /// <summary>UTF-8 unless a byte-order mark says UTF-16; bytes that are not valid text become U+FFFD and a problem.</summary>
    internal static QuantumDocument Decode(ReadOnlySpan<byte> bytes)
    {
        Encoding encoding = Encoding.UTF8;
        int mark = 0;
        if (bytes.StartsWith("\uFEFF"u8)) mark = 3;
        else if (bytes is [0xFF, 0xFE, ..]) (encoding, mark) = (Encoding.Unicode, 2);
        else if (bytes is [0xFE, 0xFF, ..]) (encoding, mark) = (Encoding.BigEndianUnicode, 2);
        bytes = bytes[mark..];

        var document = Of(encoding.GetString(bytes));
        int broken = document.Text.IndexOf('\uFFFD');
        if (broken >= 0 && bytes.IndexOf("\uFFFD"u8) < 0)
            document.Report("parse.encoding", broken, "bytes that are not valid text", "save the file as UTF-8");
        return document;
    }

    private static QuantumDocument Of(string text)
    {
        List<int> lineStarts = [0];
        for (int at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1))
            lineStarts.Add(at + 1);
        return new QuantumDocument(text, lineStarts);
    }
}

/// <summary>One place that a strict XML parser, and so the runtime, refuses.</summary>
public readonly record struct QuantumProblem(string Code, SourceLocation Location, string Message, string Hint);
