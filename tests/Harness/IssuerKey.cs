using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Alicerce.Harness;

/// <summary>A private key of a test's identity provider.</summary>
public sealed class IssuerKey
{
    private readonly AsymmetricAlgorithm _key;
    private readonly Lock _gate = new();

    private IssuerKey(string kid, AsymmetricAlgorithm key) => (Kid, _key) = (kid, key);

    public string Kid { get; }

    public string Algorithm => _key is RSA ? "RS256" : "ES256";

    public static IssuerKey Rsa(string kid, int bits = 2048) => new(kid, RSA.Create(bits));

    public static IssuerKey Ec(string kid) => new(kid, ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>The same key under another name.</summary>
    public IssuerKey As(string kid) => new(kid, _key);

    public Dictionary<string, object> PublicJwk()
    {
        if (_key is RSA rsa)
        {
            var numbers = rsa.ExportParameters(false);
            return new() { ["kty"] = "RSA", ["kid"] = Kid, ["use"] = "sig", ["n"] = Base64Url.EncodeToString(numbers.Modulus), ["e"] = Base64Url.EncodeToString(numbers.Exponent) };
        }

        var point = ((ECDsa)_key).ExportParameters(false).Q;
        return new() { ["kty"] = "EC", ["crv"] = "P-256", ["kid"] = Kid, ["use"] = "sig", ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y) };
    }

    /// <summary>A token of these texts, however strange they are.</summary>
    public string Sign(string header, string claims)
    {
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(SignatureOf(Encoding.ASCII.GetBytes(signed)))}";
    }

    public string Sign(IReadOnlyDictionary<string, object?> header, IReadOnlyDictionary<string, object?> claims) => Sign(JsonSerializer.Serialize(header), JsonSerializer.Serialize(claims));

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private byte[] SignatureOf(byte[] signed)
    {
        lock (_gate)
        {
            return _key is RSA rsa
                ? rsa.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                : ((ECDsa)_key).SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }
}
