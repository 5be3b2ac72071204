using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Alicerce.Platform.Web.Answers;

namespace Alicerce.Modules.Resources.Secrets;

/// <summary>A value that nobody has to think up.</summary>
/// <param name="Kind"><c>password</c>, <c>hex</c>, <c>rsa</c> or <c>ec</c>.</param>
/// <param name="Length">Characters of a password (16 to 128, else 32), bytes of hex (16 to 512, else 32), bits of an RSA key (2048, 3072 or 4096, else 3072) or of an EC key's curve (256, 384 or 521, else 256).</param>
internal sealed record SecretGenerator([property: RegularExpression("^(password|hex|rsa|ec)$")] string Kind, int? Length = null)
{
    private const string Lower = "abcdefghijkmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Digits = "23456789";

    // None that a shell, a URL or YAML reads as anything else.
    private const string Marks = "-_.~";
    private static readonly string[] s_classes = [Lower, Upper, Digits, Marks];

    public Validation Check(Validation validation) => Kind switch
    {
        "password" => validation.Check(Length is null or (>= 16 and <= 128), "generate.length", "out_of_range", "A password has 16 to 128 characters."),
        "hex" => validation.Check(Length is null or (>= 16 and <= 512), "generate.length", "out_of_range", "hex has 16 to 512 bytes, two characters each."),
        "rsa" => validation.Check(Length is null or 2048 or 3072 or 4096, "generate.length", "out_of_range", "An RSA key has 2048, 3072 or 4096 bits."),
        "ec" => validation.Check(Length is null or 256 or 384 or 521, "generate.length", "out_of_range", "An EC key is of the curve P-256, P-384 or P-521: 256, 384 or 521."),
        _ => validation.Check(false, "generate.kind", "unknown", "generate.kind is password, hex, rsa or ec."),
    };

    /// <returns>The value, and of a pair of keys the public half, both as PEM.</returns>
    public (string Value, string? PublicKey) Create() => Kind switch
    {
        "password" => (Password(Length ?? 32), null),
        "hex" => (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Length ?? 32)), null),
        "rsa" => Pair(RSA.Create(Length ?? 3072)),
        _ => Pair(ECDsa.Create(Length switch { 384 => ECCurve.NamedCurves.nistP384, 521 => ECCurve.NamedCurves.nistP521, _ => ECCurve.NamedCurves.nistP256 })),
    };

    private static string Password(int length)
    {
        var characters = RandomNumberGenerator.GetItems<char>(string.Concat(s_classes), length);
        for (var i = 0; i < s_classes.Length; i++) characters[i] = RandomNumberGenerator.GetItems<char>(s_classes[i], 1)[0];
        RandomNumberGenerator.Shuffle<char>(characters);
        return new string(characters);
    }

    private static (string Value, string? PublicKey) Pair(AsymmetricAlgorithm key)
    {
        using (key) return (key.ExportPkcs8PrivateKeyPem(), key.ExportSubjectPublicKeyInfoPem());
    }
}
