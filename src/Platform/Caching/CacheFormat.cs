using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alicerce.Platform.Caching;

/// <summary>
/// How a value lies in Redis: a head that must be as expected (version of this format, type of the value, number of tags, the tags' tokens), when the
/// value ends, then the value as JSON.
/// </summary>
internal static class CacheFormat
{
    public const int TokenLength = 16;
    private const byte Version = 1;
    private const int FixedHead = 10;

    private static readonly JsonSerializerOptions s_json = new()
    {
        IncludeFields = true, // the elements of a tuple are fields
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <exception cref="NotSupportedException">Such a value cannot be kept.</exception>
    public static byte[] ToJson<T>(T value) =>
        typeof(T) != typeof(object)
            ? JsonSerializer.SerializeToUtf8Bytes(value, s_json)
            : throw new NotSupportedException("A cached value needs a type of its own: an object read back from JSON is not what was put in.");

    /// <summary>What an entry of that type and with so many tags begins with, before the tokens.</summary>
    public static byte[] Prefix<T>(int tags) => [Version, .. TypeOf<T>.Fingerprint, checked((byte)tags)];

    public static byte[] Write<T>(IReadOnlyList<byte[]> tokens, DateTimeOffset until, byte[] json)
    {
        var head = FixedHead + (tokens.Count * TokenLength);
        var entry = new byte[head + sizeof(long) + json.Length];
        Prefix<T>(tokens.Count).CopyTo(entry, 0);
        for (var i = 0; i < tokens.Count; i++) tokens[i].CopyTo(entry, FixedHead + (i * TokenLength));
        BinaryPrimitives.WriteInt64LittleEndian(entry.AsSpan(head), until.ToUnixTimeMilliseconds());
        json.CopyTo(entry, head + sizeof(long));
        return entry;
    }

    /// <returns>False when the entry is of another type or format, or hangs on a tag that has been invalidated.</returns>
    public static bool TryRead<T>(ReadOnlySpan<byte> entry, ReadOnlySpan<byte[]?> tokens, out T value, out DateTimeOffset until, out int size)
    {
        (value, until, size) = (default!, default, 0);
        var head = FixedHead + (tokens.Length * TokenLength);
        if (entry.Length <= head + sizeof(long) || entry[0] != Version || entry[FixedHead - 1] != tokens.Length || !entry[1..(FixedHead - 1)].SequenceEqual(TypeOf<T>.Fingerprint)) return false;
        for (var i = 0; i < tokens.Length; i++)
            if (!entry.Slice(FixedHead + (i * TokenLength), TokenLength).SequenceEqual(tokens[i])) return false;
        var milliseconds = BinaryPrimitives.ReadInt64LittleEndian(entry[head..]);
        var json = entry[(head + sizeof(long))..];
        try
        {
            (until, size, value) = (DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), json.Length, JsonSerializer.Deserialize<T>(json, s_json)!);
            return value is not null;
        }
        catch (Exception e) when (e is JsonException or ArgumentOutOfRangeException)
        {
            // Written by another version of the type: as good as absent.
            return false;
        }
    }

    private static class TypeOf<T>
    {
        public static byte[] Fingerprint { get; } = SHA256.HashData(Encoding.UTF8.GetBytes(typeof(T).ToString()))[..8];
    }
}
