using System.Security.Cryptography;
using System.Text;

namespace Alicerce.Platform.Keys;

/// <summary>The one key that all others are derived from, each for one purpose (D9). In the database only its id is known.</summary>
public sealed class MasterKey
{
    public const int Length = 32;
    private const int IdLength = 8;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private readonly byte[] _key;

    private MasterKey(byte[] key)
    {
        _key = key;
        Id = Convert.ToHexStringLower(Derive("key id").AsSpan(0, IdLength));
    }

    /// <summary>A short hash, which tells keys apart and says nothing of them.</summary>
    public string Id { get; }

    public static MasterKey Create() => new(RandomNumberGenerator.GetBytes(Length));

    /// <param name="text">Base64 of 32 bytes.</param>
    public static bool TryParse(string? text, out MasterKey key)
    {
        var bytes = new byte[Length];
        var isKey = text is not null && Convert.TryFromBase64String(text.Trim(), bytes, out var written) && written == Length;
        key = new MasterKey(bytes);
        return isKey;
    }

    /// <summary>A key of its own for a purpose; who knows it learns nothing of the others.</summary>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, Length, salt: null, info: Encoding.UTF8.GetBytes($"alicerce {purpose}"));

    /// <summary>Encrypts a key of another time.</summary>
    /// <param name="context">What it is; the same is needed to unwrap it.</param>
    public byte[] Wrap(ReadOnlySpan<byte> key, string context)
    {
        var wrapped = new byte[NonceLength + key.Length + TagLength];
        var nonce = wrapped.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(Derive("key wrap"), TagLength);
        cipher.Encrypt(nonce, key, wrapped.AsSpan(NonceLength, key.Length), wrapped.AsSpan(NonceLength + key.Length), Encoding.UTF8.GetBytes(context));
        return wrapped;
    }

    /// <returns>Null when it was not wrapped by this key, or for something else.</returns>
    public byte[]? Unwrap(ReadOnlySpan<byte> wrapped, string context)
    {
        if (wrapped.Length < NonceLength + TagLength) return null;
        var key = new byte[wrapped.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(Derive("key wrap"), TagLength);
        try
        {
            cipher.Decrypt(wrapped[..NonceLength], wrapped[NonceLength..^TagLength], wrapped[^TagLength..], key, Encoding.UTF8.GetBytes(context));
            return key;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>For the key's own file and for a backup that only the recovery key opens.</summary>
    internal string Reveal() => Convert.ToBase64String(_key);

    public override string ToString() => $"master key {Id}";
}
