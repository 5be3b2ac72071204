using System.Security.Cryptography;
using System.Text;
using Alicerce.Platform.Keys;

namespace Alicerce.Modules.Resources.Secrets;

/// <summary>
/// Envelope encryption (D9, T004-14): each version has a random data key of its own; AES-256-GCM seals the value with it, bound to name and version; the
/// master key wraps it. Written as <c>v1.{id of the master key}.{wrapped data key}.{nonce, ciphertext, tag}</c>.
/// </summary>
internal sealed class Sealer(MasterKey master)
{
    private const string Format = "v1";
    private const int NonceLength = 12;
    private const int TagLength = 16;

    public string Seal(SecretName name, int version, string value)
    {
        Span<byte> key = stackalloc byte[MasterKey.Length];
        RandomNumberGenerator.Fill(key);
        var plain = Encoding.UTF8.GetBytes(value);
        var body = new byte[NonceLength + plain.Length + TagLength];
        RandomNumberGenerator.Fill(body.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(body.AsSpan(0, NonceLength), plain, body.AsSpan(NonceLength, plain.Length), body.AsSpan(NonceLength + plain.Length), ContextOf(name, version));
        CryptographicOperations.ZeroMemory(plain);
        var wrapped = master.Wrap(key, WrapContext);
        CryptographicOperations.ZeroMemory(key);
        return $"{Format}.{master.Id}.{Convert.ToBase64String(wrapped)}.{Convert.ToBase64String(body)}";
    }

    /// <exception cref="SecretTamperedException">It was sealed for another name or version, or changed.</exception>
    public string Open(SecretName name, int version, string sealedValue)
    {
        var parts = Parts(sealedValue) ?? throw new SecretTamperedException("it is not written as a sealed value is");
        if (parts.KeyId != master.Id) throw new SecretTamperedException($"it is sealed under the master key '{parts.KeyId}', and this server has '{master.Id}'");
        if (master.Unwrap(parts.Wrapped, WrapContext) is not { } key || parts.Body.Length < NonceLength + TagLength) throw new SecretTamperedException("its data key does not open");
        var plain = new byte[parts.Body.Length - NonceLength - TagLength];
        try
        {
            using var cipher = new AesGcm(key, TagLength);
            cipher.Decrypt(parts.Body.AsSpan(0, NonceLength), parts.Body.AsSpan(NonceLength, plain.Length), parts.Body.AsSpan(NonceLength + plain.Length), plain, ContextOf(name, version));
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new SecretTamperedException("it was sealed for another key, scope or version, or was changed");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
            CryptographicOperations.ZeroMemory(key);
        }
    }

    public bool Opens(SecretName name, int version, string sealedValue)
    {
        try
        {
            Open(name, version, sealedValue);
            return true;
        }
        catch (SecretTamperedException)
        {
            return false;
        }
    }

    /// <summary>Names exactly this ciphertext, whatever master key wraps its data key: it goes into the audit log with each write.</summary>
    public static string HashOf(string sealedValue) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sealedValue[(sealedValue.LastIndexOf('.') + 1)..])));

    /// <returns>The same ciphertext with its data key wrapped by another master key; null when the old one does not open it.</returns>
    public static string? Rewrap(string sealedValue, MasterKey old, MasterKey master)
    {
        if (Parts(sealedValue) is not { } parts || old.Unwrap(parts.Wrapped, WrapContext) is not { } key) return null;
        return $"{Format}.{master.Id}.{Convert.ToBase64String(master.Wrap(key, WrapContext))}.{Convert.ToBase64String(parts.Body)}";
    }

    private const string WrapContext = "secret data key";

    private static byte[] ContextOf(SecretName name, int version) => Encoding.UTF8.GetBytes(name.At(version));

    private static (string KeyId, byte[] Wrapped, byte[] Body)? Parts(string sealedValue)
    {
        try
        {
            return sealedValue.Split('.') is [Format, var keyId, var wrapped, var body] ? (keyId, Convert.FromBase64String(wrapped), Convert.FromBase64String(body)) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

/// <summary>What is stored is not what was written. The message holds neither the value nor the ciphertext.</summary>
internal sealed class SecretTamperedException(string why) : Exception(why);
