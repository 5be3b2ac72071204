using System.Buffers;
using System.Buffers.Text;

namespace Alicerce.Platform.Redis;

/// <summary>Reads RESP3 in whatever pieces it arrives and keeps what is unfinished. It does not recurse, and what it holds is bounded.</summary>
/// <param name="mostBytes">Of one answer, the cost of its elements included.</param>
internal sealed class RespParser(int mostBytes)
{
    private const int MostDepth = 16;
    private const int LongestLine = 64 * 1024;
    private const int ElementCost = 24;
    private static readonly byte[] s_ok = "OK"u8.ToArray();

    private readonly Stack<Frame> _open = new();
    private long _left = mostBytes;
    private byte[]? _bulk;
    private int _filled;
    private byte _bulkType;

    /// <summary>Takes one whole answer from the front of <paramref name="input"/>, or all of it when the answer goes on in the next piece.</summary>
    /// <exception cref="InvalidDataException">This is not RESP3, or more than is accepted; nothing after it can be read.</exception>
    public bool TryRead(ref ReadOnlySequence<byte> input, out RedisReply reply)
    {
        while (_bulk is null ? TryReadLine(ref input, out reply, out var whole) : whole = TryFill(ref input, out reply))
        {
            if (!whole || !Close(ref reply)) continue;
            _left = mostBytes;
            return true;
        }

        return false;
    }

    /// <returns>Whether there was a line; <paramref name="whole"/> says whether it was a value or the beginning of one.</returns>
    private bool TryReadLine(ref ReadOnlySequence<byte> input, out RedisReply value, out bool whole)
    {
        (value, whole) = (default, false);
        var line = input.FirstSpan;
        var end = line.IndexOf((byte)'\n');
        if (end < 0 && !input.IsSingleSegment && input.PositionOf((byte)'\n') is { } position)
        {
            line = input.Slice(0, input.GetPosition(1, position)).ToArray();
            end = line.Length - 1;
        }

        if (end < 0 ? input.Length > LongestLine : end < 2 || end > LongestLine || line[end - 1] != '\r') throw Wrong("a malformed line");
        if (end < 0) return false;
        input = input.Slice(end + 1);
        whole = ReadLine(line[0], line[1..(end - 1)], ref value);
        return true;
    }

    private bool ReadLine(byte type, ReadOnlySpan<byte> text, ref RedisReply value)
    {
        switch (type)
        {
            case (byte)'_' when text.IsEmpty:
            case (byte)'$' or (byte)'*' when text.SequenceEqual("-1"u8): return true;
            case (byte)'+' or (byte)',' or (byte)'(': value = new RedisReply(RespKind.Text, Kept(text)); return true;
            case (byte)'-': value = new RedisReply(RespKind.Error, Kept(text)); return true;
            case (byte)':': value = new RedisReply(Integer(text)); return true;
            case (byte)'#' when text is [(byte)'t' or (byte)'f']: value = new RedisReply(text[0] == 't' ? 1 : 0); return true;
            case (byte)'*' or (byte)'~': return Open(RespKind.List, Integer(text), ref value);
            case (byte)'%': return Open(RespKind.List, Doubled(Integer(text)), ref value);
            case (byte)'>': return Open(RespKind.Push, Integer(text), ref value);
            case (byte)'|': return Open(RespKind.Attribute, Doubled(Integer(text)), ref value);
            case (byte)'$' or (byte)'!' or (byte)'=':
                (_bulk, _filled, _bulkType) = (GC.AllocateUninitializedArray<byte>(Charge(Integer(text), 1)), 0, type);
                return false;
            default: throw Wrong("an unknown type");
        }
    }

    private bool Open(RespKind kind, long count, ref RedisReply value)
    {
        if (_open.Count == MostDepth) throw Wrong($"more than {MostDepth} levels");
        value = new RedisReply(kind, Charge(count, ElementCost) == 0 ? [] : new RedisReply[count]);
        if (count > 0) _open.Push(new Frame { Kind = kind, Items = value.Items });
        return count == 0 && kind != RespKind.Attribute;
    }

    /// <summary>Puts a value where it belongs; true when it completes the answer, which then takes its place.</summary>
    private bool Close(ref RedisReply value)
    {
        while (_open.TryPeek(out var frame))
        {
            frame.Items[frame.Filled++] = value;
            if (frame.Filled < frame.Items.Length) return false;
            _open.Pop();
            // What Redis tells about the next value is not asked for; the value itself is still to come.
            if (frame.Kind == RespKind.Attribute) return false;
            value = new RedisReply(frame.Kind, frame.Items);
        }

        return true;
    }

    private bool TryFill(ref ReadOnlySequence<byte> input, out RedisReply value)
    {
        value = default;
        var bulk = _bulk!;
        var taken = (int)Math.Min(input.Length, bulk.Length - _filled);
        input.Slice(0, taken).CopyTo(bulk.AsSpan(_filled));
        input = input.Slice(taken);
        _filled += taken;
        if (_filled < bulk.Length || input.Length < 2) return false;
        Span<byte> end = stackalloc byte[2];
        input.Slice(0, 2).CopyTo(end);
        if (!end.SequenceEqual("\r\n"u8)) throw Wrong("a text longer than announced");
        input = input.Slice(2);
        _bulk = null;
        // A verbatim text begins with its format: "txt:".
        if (_bulkType == '=') bulk = bulk.Length >= 4 ? bulk[4..] : throw Wrong("a verbatim text without its format");
        value = new RedisReply(_bulkType == '!' ? RespKind.Error : RespKind.Text, bulk);
        return true;
    }

    private byte[] Kept(ReadOnlySpan<byte> text) => text.SequenceEqual(s_ok) ? s_ok : text[..Charge(text.Length, 1)].ToArray();

    private int Charge(long count, int cost)
    {
        if (count < 0 || count > _left / cost) throw Wrong($"a length of {count} in an answer of at most {mostBytes} bytes");
        _left -= count * cost;
        return (int)count;
    }

    private static long Doubled(long count) => count <= int.MaxValue ? count * 2 : count;

    private static long Integer(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out long number, out var used) && used == text.Length ? number : throw Wrong("a malformed number");

    private static InvalidDataException Wrong(string what) => new($"it sent {what}, which is not accepted as RESP3");

    private sealed class Frame
    {
        public required RespKind Kind;
        public required RedisReply[] Items;
        public int Filled;
    }
}
