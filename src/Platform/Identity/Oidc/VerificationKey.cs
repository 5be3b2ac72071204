using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;

namespace Alicerce.Platform.Identity;

/// <summary>One public key of the provider. It serves one algorithm, whatever a token claims (ADR 0020).</summary>
internal abstract record VerificationKey(string Algorithm)
{
    public const string Rs256 = "RS256";
    public const string Es256 = "ES256";
    private const int MostKeys = 100;
    private const int SmallestRsa = 2048;
    private const int LargestRsa = 8192;
    private const int LongestExponent = 4;
    private const int P256Bytes = 32;

    public abstract bool Verify(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature);

    /// <summary>Keys by their <c>kid</c>. Those that are for something else, or weak, are left out.</summary>
    /// <exception cref="FormatException">This is no key set, or one without any usable key, or one where a <c>kid</c> means two keys.</exception>
    public static FrozenDictionary<string, VerificationKey> ReadSet(ReadOnlyMemory<byte> utf8)
    {
        if (StrictJson.ReadObject(utf8) is not { } set || !set.TryGetProperty("keys", out var list) || list.ValueKind != JsonValueKind.Array) throw new FormatException("the answer is no key set");
        if (list.GetArrayLength() > MostKeys) throw new FormatException($"the key set has more than {MostKeys} keys");
        var keys = new Dictionary<string, VerificationKey>(StringComparer.Ordinal);
        foreach (var json in list.EnumerateArray().Where(json => json.ValueKind == JsonValueKind.Object))
        {
            if (json.Text("kid") is not { Length: > 0 } kid || Read(json) is not { } key) continue;
            if (!keys.TryAdd(kid, key)) throw new FormatException("the key set has two keys under one kid");
        }

        return keys.Count > 0 ? keys.ToFrozenDictionary(StringComparer.Ordinal) : throw new FormatException("the key set has no usable key");
    }

    private static VerificationKey? Read(JsonElement json)
    {
        if (json.TryGetProperty("use", out _) && json.Text("use") != "sig") return null;
        if (json.TryGetProperty("key_ops", out var uses) && !(uses.ValueKind == JsonValueKind.Array && uses.EnumerateArray().Any(use => use.ValueKind == JsonValueKind.String && use.ValueEquals("verify")))) return null;
        try
        {
            VerificationKey? key = json.Text("kty") switch
            {
                "RSA" => Rsa(Number(json, "n"), Number(json, "e")),
                "EC" when json.Text("crv") == "P-256" => Ec(Number(json, "x"), Number(json, "y")),
                _ => null,
            };
            return key is null || (json.TryGetProperty("alg", out _) && json.Text("alg") != key.Algorithm) ? null : key;
        }
        catch (CryptographicException)
        {
            return null; // Not a point of the curve, or no modulus.
        }
    }

    private static byte[]? Number(JsonElement json, string name) => json.Text(name) is { } text ? StrictJson.FromBase64Url(text) : null;

    private static RsaKey? Rsa(byte[]? modulus, byte[]? exponent)
    {
        if (modulus is not { Length: <= LargestRsa / 8 } || exponent is not { Length: > 0 and <= LongestExponent }) return null;
        var numbers = new RSAParameters { Modulus = modulus, Exponent = exponent };
        using var rsa = RSA.Create(numbers);
        // The bits of the number itself: zeros in front make no key stronger. An exponent of 1 would sign anything.
        var isStrong = rsa.KeySize is >= SmallestRsa and <= LargestRsa && modulus[0] != 0 && (exponent[^1] & 1) == 1 && !(exponent[^1] == 1 && exponent.AsSpan(..^1).IndexOfAnyExcept((byte)0) < 0);
        return isStrong ? new RsaKey(numbers) : null;
    }

    private static EcKey? Ec(byte[]? x, byte[]? y)
    {
        if (x is not { Length: P256Bytes } || y is not { Length: P256Bytes }) return null;
        var numbers = new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } };
        using var _ = ECDsa.Create(numbers);
        return new EcKey(numbers);
    }

    // The framework's keys are not for several threads at once; making one costs little beside the check itself, and answers are remembered.
    private sealed record RsaKey(RSAParameters Numbers) : VerificationKey(Rs256)
    {
        public override bool Verify(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
        {
            using var rsa = RSA.Create(Numbers);
            return rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    private sealed record EcKey(ECParameters Numbers) : VerificationKey(Es256)
    {
        public override bool Verify(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
        {
            using var ec = ECDsa.Create(Numbers);
            return ec.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }
}
