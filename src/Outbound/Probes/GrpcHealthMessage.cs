using System.Buffers.Binary;
using System.Text;

namespace Alicerce.Outbound.Probes;

/// <summary>
/// The two messages of <c>grpc.health.v1</c> in their frame of five bytes (compressed or not, length): <c>HealthCheckRequest { string service = 1; }</c>
/// and <c>HealthCheckResponse { ServingStatus status = 1; }</c>.
/// </summary>
internal static class GrpcHealthMessage
{
    private const int Frame = 5;
    private const int Varint = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5;

    public static byte[] Request(string service)
    {
        var name = Encoding.UTF8.GetBytes(service);
        if (name.Length == 0)
            return new byte[Frame];
        List<byte> message = [(1 << 3) | Bytes];
        for (var rest = name.Length; ; rest >>= 7)
        {
            message.Add((byte)(rest > 0x7F ? (rest & 0x7F) | 0x80 : rest));
            if (rest <= 0x7F) break;
        }
        message.AddRange(name);
        var framed = new byte[Frame + message.Count];
        BinaryPrimitives.WriteInt32BigEndian(framed.AsSpan(1), message.Count);
        message.CopyTo(framed, Frame);
        return framed;
    }

    /// <summary>The status of an answer, 0 where the field is left out as protobuf does with zeros; null when it is no such message.</summary>
    public static int? StatusOf(ReadOnlySpan<byte> framed)
    {
        if (framed.Length < Frame || framed[0] != 0 || BinaryPrimitives.ReadUInt32BigEndian(framed[1..]) != (uint)(framed.Length - Frame))
            return null;
        var rest = framed[Frame..];
        ulong status = 0;
        while (rest.Length > 0)
        {
            if (ReadVarint(ref rest) is not { } tag || tag >> 3 == 0)
                return null;
            if (tag == ((1 << 3) | Varint) && ReadVarint(ref rest) is { } value)
                status = value;
            else if (tag == ((1 << 3) | Varint) || !Skip(ref rest, (int)(tag & 7)))
                return null;
        }
        return status > int.MaxValue ? null : (int)status;
    }

    private static bool Skip(ref ReadOnlySpan<byte> rest, int wireType)
    {
        var length = wireType switch
        {
            Varint => ReadVarint(ref rest) is null ? null : 0UL,
            Fixed64 => 8UL,
            Bytes => ReadVarint(ref rest),
            Fixed32 => 4UL,
            _ => null,
        };
        if (length is not { } bytes || bytes > (ulong)rest.Length)
            return false;
        rest = rest[(int)bytes..];
        return true;
    }

    private static ulong? ReadVarint(ref ReadOnlySpan<byte> rest)
    {
        ulong value = 0;
        for (var i = 0; i < rest.Length && i < 10; i++)
        {
            value |= (ulong)(rest[i] & 0x7F) << (7 * i);
            if (rest[i] <= 0x7F)
            {
                rest = rest[(i + 1)..];
                return value;
            }
        }
        return null;
    }
}
