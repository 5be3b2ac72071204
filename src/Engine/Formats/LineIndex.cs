using System.Text;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Formats;

/// <summary>Turns byte offsets of a UTF-8 text into lines and columns; columns count characters, not bytes.</summary>
internal readonly ref struct LineIndex
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly List<int> _starts = [0];

    public LineIndex(ReadOnlySpan<byte> text)
    {
        _text = text;
        for (var at = 0; text[at..].IndexOf((byte)'\n') is var next and >= 0;)
        {
            at += next + 1;
            _starts.Add(at);
        }
    }

    public SourceLocation PlaceOf(long offset)
    {
        var bounded = (int)Math.Min(offset, _text.Length);
        var found = _starts.BinarySearch(bounded);
        var line = found >= 0 ? found : ~found - 1;
        // A generated file may be one line of many megabytes: there, counting characters for each value would be quadratic.
        var before = _text[_starts[line]..bounded];
        var column = before.Length <= 1000 ? Encoding.UTF8.GetCharCount(before) : before.Length;
        return new SourceLocation(line + 1, column + 1);
    }
}
