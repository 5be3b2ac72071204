using System.Buffers.Text;
using System.Security.Cryptography;
using Alicerce.Platform.Data;

namespace Alicerce.Platform.Backups;

/// <summary>
/// What opens backups (D9): P-256. Its public half rests in the data folder; the private half is shown once, to be kept elsewhere, and never
/// stored here.
/// </summary>
public sealed class RecoveryKey : IDisposable
{
    private const string FileName = "recovery.pub";
    private const string Prefix = "alcr1-";
    private const int ScalarLength = 32;
    private const int ChecksumLength = 4;
    private readonly ECDiffieHellman _key;

    private RecoveryKey(ECDiffieHellman key) => _key = key;

    /// <summary>A short hash of the public half.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(PublicBytes).AsSpan(0, 8));

    internal ECDiffieHellmanPublicKey PublicHalf => _key.PublicKey;

    private byte[] PublicBytes => _key.ExportSubjectPublicKeyInfo();

    public static RecoveryKey Create() => new(ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256));

    public static string PathIn(DataRoot root) => root.File(FileName);

    /// <summary>The public half, which backups are made for.</summary>
    public static RecoveryKey ReadPublic(DataRoot root)
    {
        var path = PathIn(root);
        if (!File.Exists(path))
            throw new StartupException($"There is no recovery key yet ('{path}'): make one with 'alicerce-server recovery-key', and keep what it shows somewhere else. Backups are made for it, and nothing else opens them.");
        var key = ECDiffieHellman.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
            if (key.KeySize == ScalarLength * 8) return new RecoveryKey(key);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            key.Dispose();
        }

        throw new StartupException($"The recovery key '{path}' is damaged. Put the file back, or make another key with 'alicerce-server recovery-key --replace'; earlier backups still need the earlier one.");
    }

    /// <param name="text">As it was shown; blanks and line ends around it do not matter.</param>
    public static RecoveryKey ReadPrivate(string text)
    {
        var wrong = "This is not a recovery key: it begins with 'alcr1-' and has 54 characters, as 'alicerce-server recovery-key' showed it. Look for letters that are missing or exchanged.";
        var written = text.Trim();
        if (!written.StartsWith(Prefix, StringComparison.Ordinal) || !Base64Url.IsValid(written.AsSpan(Prefix.Length), out var length) || length != ScalarLength + ChecksumLength) throw new StartupException(wrong);
        var bytes = Base64Url.DecodeFromChars(written.AsSpan(Prefix.Length));
        var scalar = bytes[..ScalarLength];
        if (!bytes.AsSpan(ScalarLength).SequenceEqual(ChecksumOf(scalar))) throw new StartupException(wrong);
        try
        {
            return new RecoveryKey(ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar }));
        }
        catch (CryptographicException e)
        {
            throw new StartupException(wrong, e);
        }
    }

    public void KeepPublicHalf(DataRoot root) => root.WritePrivateFile(FileName, _key.ExportSubjectPublicKeyInfoPem() + "\n");

    /// <summary>The private half, with a checksum against slips of the pen.</summary>
    public string RevealPrivate()
    {
        var scalar = _key.ExportParameters(includePrivateParameters: true).D!;
        return Prefix + Base64Url.EncodeToString([.. scalar, .. ChecksumOf(scalar)]);
    }

    internal byte[] AgreeWith(ECDiffieHellmanPublicKey other) => _key.DeriveRawSecretAgreement(other);

    public void Dispose() => _key.Dispose();

    private static byte[] ChecksumOf(byte[] scalar) => SHA256.HashData(scalar)[..ChecksumLength];
}
