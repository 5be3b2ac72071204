using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Loja;

/// <summary>Values that travel through the visitor's hands and come back unchanged or not at all. The key lives as long as the process.</summary>
internal sealed class Signatures
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>JSON and its HMAC-SHA256, both in base64url, joined by a dot. The purpose keeps a token from serving as a session.</summary>
    public string Sign<T>(string purpose, T value)
    {
        var payload = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
        return $"{payload}.{Base64Url.EncodeToString(Mac(purpose, payload))}";
    }

    /// <summary>The value, or null when the text was not signed here for this purpose.</summary>
    public T? Verify<T>(string purpose, string? text) where T : class
    {
        if (text is not { Length: < 4096 } || text.Split('.') is not [var payload, var mac] || !Base64Url.IsValid(payload) || !Base64Url.IsValid(mac))
            return null;
        return CryptographicOperations.FixedTimeEquals(Mac(purpose, payload), Base64Url.DecodeFromChars(mac))
            ? JsonSerializer.Deserialize<T>(Base64Url.DecodeFromChars(payload))
            : null;
    }

    private byte[] Mac(string purpose, string payload) => HMACSHA256.HashData(_key, System.Text.Encoding.UTF8.GetBytes($"{purpose}:{payload}"));
}
