using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Alicerce.Platform.Data;

namespace Alicerce.Platform.Backups;

/// <summary>
/// The outside of a backup file (ADR 0022): magic, id of the recovery key, a public key of this file only, then chunks, each sealed with
/// AES-256-GCM under a key that both public keys agree on. A chunk's nonce is its number and whether it is the last, so chunks that are missing,
/// exchanged or cut off do not open.
/// </summary>
internal sealed class BackupCipher : IDisposable
{
    public const int ChunkLength = 64 * 1024;
    public const int TagLength = 16;
    private const int NonceLength = 12;
    private const int KeyIdLength = 8;
    private const int PublicKeyLength = 91;
    private const int KeyLength = 32;
    private static readonly byte[] Magic = Encoding.ASCII.GetBytes("ALICERCE BACKUP 1\n");
    private readonly AesGcm _cipher;
    private ulong _number;

    private BackupCipher(byte[] agreed, byte[] header) =>
        _cipher = new AesGcm(HKDF.DeriveKey(HashAlgorithmName.SHA256, agreed, KeyLength, salt: SHA256.HashData(header), info: "alicerce backup"u8.ToArray()), TagLength);

    /// <summary>Begins a file that only the private half of <paramref name="recovery"/> opens.</summary>
    public static BackupCipher Begin(Stream file, RecoveryKey recovery)
    {
        using var own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        byte[] header = [.. Magic, .. Convert.FromHexString(recovery.Id), .. own.ExportSubjectPublicKeyInfo()];
        file.Write(header);
        return new BackupCipher(own.DeriveRawSecretAgreement(recovery.PublicHalf), header);
    }

    /// <exception cref="StartupException">It is no backup, or one for another recovery key.</exception>
    public static BackupCipher Open(Stream file, RecoveryKey recovery)
    {
        var header = new byte[Magic.Length + KeyIdLength + PublicKeyLength];
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || !header.AsSpan().StartsWith(Magic))
            throw new StartupException("This file is not a backup of Alicerce, or its beginning is damaged.");
        var id = Convert.ToHexStringLower(header.AsSpan(Magic.Length, KeyIdLength));
        if (id != recovery.Id) throw new StartupException($"This backup was made for the recovery key '{id}', and the one given is '{recovery.Id}'.");
        using var theirs = ECDiffieHellman.Create();
        try
        {
            theirs.ImportSubjectPublicKeyInfo(header.AsSpan(Magic.Length + KeyIdLength), out _);
            return new BackupCipher(recovery.AgreeWith(theirs.PublicKey), header);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw Damaged(e);
        }
    }

    public static StartupException Damaged(Exception inner) =>
        new("The backup is damaged: it was cut off, or bytes of it were changed. Nothing was restored from it; take another copy.", inner);

    /// <param name="output">As long as the chunk and <see cref="TagLength"/>.</param>
    public void Seal(ReadOnlySpan<byte> chunk, Span<byte> output, bool isLast)
    {
        Span<byte> nonce = stackalloc byte[NonceLength];
        NextNonce(nonce, isLast);
        _cipher.Encrypt(nonce, chunk, output[..chunk.Length], output.Slice(chunk.Length, TagLength));
    }

    public void Unseal(ReadOnlySpan<byte> input, Span<byte> chunk, bool isLast)
    {
        Span<byte> nonce = stackalloc byte[NonceLength];
        NextNonce(nonce, isLast);
        try
        {
            _cipher.Decrypt(nonce, input[..^TagLength], input[^TagLength..], chunk);
        }
        catch (CryptographicException e)
        {
            throw Damaged(e);
        }
    }

    public void Dispose() => _cipher.Dispose();

    private void NextNonce(Span<byte> nonce, bool isLast)
    {
        nonce.Clear();
        nonce[0] = isLast ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt64BigEndian(nonce[4..], _number++);
    }
}
