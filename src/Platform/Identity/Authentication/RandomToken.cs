using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Alicerce.Platform.Identity;

/// <summary>Secrets that we make ourselves: 256 random bits, so their SHA-256 is all that is ever stored.</summary>
internal static class RandomToken
{
    private const int Bytes = 32;

    /// <param name="prefix">Tells people and secret scanners what it is.</param>
    public static string Create(string prefix) => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
