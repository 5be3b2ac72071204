using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Alicerce.Platform.Redis;

/// <summary>A word of a command: text, bytes or a number. A command is a list of them: <c>["SET", key, bytes, "PX", 300]</c>.</summary>
internal readonly struct RedisArgument
{
    private readonly string? _text;
    private readonly ReadOnlyMemory<byte> _bytes;

    private RedisArgument(string? text, ReadOnlyMemory<byte> bytes) => (_text, _bytes) = (text, bytes);

    public int Length => _text is null ? _bytes.Length : Encoding.UTF8.GetByteCount(_text);

    public static implicit operator RedisArgument(string text) => new(text, default);

    public static implicit operator RedisArgument(long number) => new(number.ToString(CultureInfo.InvariantCulture), default);

    public static implicit operator RedisArgument(ReadOnlyMemory<byte> bytes) => new(null, bytes);

    public static implicit operator RedisArgument(byte[] bytes) => new(null, bytes);

    public void CopyTo(Span<byte> target)
    {
        if (_text is null) _bytes.Span.CopyTo(target);
        else Encoding.UTF8.GetBytes(_text, target);
    }
}

/// <summary>Writes commands as RESP, a list of texts with their lengths.</summary>
internal static class RespWriter
{
    private const int LongestHeader = 16;

    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<RedisArgument> command)
    {
        Header(output, (byte)'*', command.Length);
        foreach (ref readonly var argument in command)
        {
            var length = argument.Length;
            Header(output, (byte)'$', length);
            var span = output.GetSpan(length + 2);
            argument.CopyTo(span);
            "\r\n"u8.CopyTo(span[length..]);
            output.Advance(length + 2);
        }
    }

    private static void Header(IBufferWriter<byte> output, byte type, int number)
    {
        var span = output.GetSpan(LongestHeader);
        span[0] = type;
        Utf8Formatter.TryFormat(number, span[1..], out var digits);
        "\r\n"u8.CopyTo(span[(digits + 1)..]);
        output.Advance(digits + 3);
    }
}
