using System.Buffers.Text;
using System.Text;

namespace Alicerce.Platform.Redis;

/// <summary>What an answer is. Maps and sets are lists (key, value, key, value…), truth is 1 or 0, and numbers with a fraction are text, as they were sent.</summary>
internal enum RespKind : byte { Null, Text, Number, Error, List, Push, Attribute }

/// <summary>One answer of Redis. The properties give it in the wanted form or throw.</summary>
internal readonly struct RedisReply
{
    private readonly long _number;
    private readonly object? _value;

    public RedisReply(long number) => (Kind, _number) = (RespKind.Number, number);

    public RedisReply(RespKind kind, byte[] text) => (Kind, _value) = (kind, text);

    public RedisReply(RespKind kind, RedisReply[] items) => (Kind, _value) = (kind, items);

    public RespKind Kind { get; }

    public bool IsNull => Kind == RespKind.Null;

    /// <summary>The bytes of a text; null for Redis's null.</summary>
    public byte[]? Bytes => IsNull ? null : _value as byte[] ?? throw NotA("text");

    public string? Text => Bytes is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>A number, also one that was stored as text.</summary>
    public long Number =>
        Kind == RespKind.Number ? _number
        : _value is byte[] text && Utf8Parser.TryParse(text, out long number, out var used) && used == text.Length ? number : throw NotA("number");

    public RedisReply[] Items => IsNull ? [] : _value as RedisReply[] ?? throw NotA("list");

    /// <summary>What it is, not what is in it.</summary>
    public override string ToString() => _value switch
    {
        byte[] bytes => $"{Kind} of {bytes.Length} bytes",
        RedisReply[] items => $"{Kind} of {items.Length}",
        _ => Kind.ToString(),
    };

    private RedisException NotA(string wanted) => new($"Redis answered {this} where a {wanted} was expected.");
}
