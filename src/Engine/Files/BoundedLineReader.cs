using System.Text;

namespace Alicerce.Engine.Files;

/// <summary>Lines of a text of any size, each cut at a limit: one endless line costs no more memory than a long one.</summary>
internal sealed class BoundedLineReader(TextReader reader, int maxLength)
{
    private readonly char[] _buffer = new char[16 * 1024];
    private readonly StringBuilder _line = new();
    private int _start, _end;
    private bool _skipLineFeed;

    /// <summary>Whether the last line was longer than the limit and lost its rest.</summary>
    public bool WasCut { get; private set; }

    /// <returns>The next line without its break (<c>\n</c>, <c>\r\n</c> or <c>\r</c>); null at the end.</returns>
    public async ValueTask<string?> ReadAsync(CancellationToken ct)
    {
        _line.Clear();
        WasCut = false;
        bool any = false;
        while (await FillAsync(ct))
        {
            if (_skipLineFeed && _buffer[_start] == '\n')
            {
                (_skipLineFeed, _start) = (false, _start + 1);
                continue;
            }
            (_skipLineFeed, any) = (false, true);
            ReadOnlySpan<char> rest = _buffer.AsSpan(_start, _end - _start);
            int length = rest.IndexOfAny('\n', '\r');
            Append(length < 0 ? rest : rest[..length]);
            if (length >= 0)
            {
                _skipLineFeed = rest[length] == '\r';
                _start += length + 1;
                return _line.ToString();
            }
            _start = _end;
        }
        return any ? _line.ToString() : null;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        int room = maxLength - _line.Length;
        WasCut |= text.Length > room;
        _line.Append(text[..Math.Min(room, text.Length)]);
    }

    private async ValueTask<bool> FillAsync(CancellationToken ct)
    {
        if (_start < _end)
            return true;
        _start = 0;
        _end = await reader.ReadAsync(_buffer, ct);
        return _end > 0;
    }
}
