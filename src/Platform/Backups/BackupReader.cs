using System.Buffers.Binary;
using System.Text.Json;
using Alicerce.Platform.Data;

namespace Alicerce.Platform.Backups;

/// <summary>Decrypts a backup, chunk by chunk; nothing is handed out that was not checked.</summary>
internal sealed class BackupReader : IDisposable
{
    private const int LargestManifest = 32 * 1024;
    private readonly Stream _file;
    private readonly BackupCipher _cipher;
    private readonly byte[] _chunk = new byte[BackupCipher.ChunkLength];
    private byte[] _sealed = new byte[BackupCipher.ChunkLength + BackupCipher.TagLength];
    private byte[] _ahead = new byte[BackupCipher.ChunkLength + BackupCipher.TagLength];
    private int _aheadLength;

    private BackupReader(Stream file, BackupCipher cipher) => (_file, _cipher) = (file, cipher);

    /// <param name="file">Read from its beginning.</param>
    /// <param name="recovery">With its private half.</param>
    public static async Task<BackupReader> OpenAsync(Stream file, RecoveryKey recovery, CancellationToken ct)
    {
        file.Position = 0;
        var reader = new BackupReader(file, BackupCipher.Open(file, recovery));
        reader._aheadLength = await file.ReadAtLeastAsync(reader._ahead, reader._ahead.Length, throwOnEndOfStream: false, ct);
        return reader;
    }

    /// <summary>Reads all of it: afterwards it is known that every byte is as it was written, up to the last.</summary>
    public static async Task<BackupManifest> CheckAsync(Stream file, RecoveryKey recovery, CancellationToken ct)
    {
        using var reader = await OpenAsync(file, recovery, ct);
        var manifest = await reader.ReadManifestAsync(ct);
        while (await reader.NextAsync(ct) is not null) ct.ThrowIfCancellationRequested();
        return manifest;
    }

    public async Task<BackupManifest> ReadManifestAsync(CancellationToken ct)
    {
        // It is padded to a chunk of its own, so the dump begins with the next one.
        if (await NextAsync(ct) is not { Length: BackupCipher.ChunkLength } first) throw BackupCipher.Damaged(new InvalidDataException("There is no manifest."));
        var length = BinaryPrimitives.ReadInt32BigEndian(first.Span);
        if (length is <= 0 or > LargestManifest) throw BackupCipher.Damaged(new InvalidDataException("The manifest has no length."));
        return JsonSerializer.Deserialize<BackupManifest>(first.Span.Slice(sizeof(int), length)) is { Format: BackupManifest.ThisFormat } manifest
            ? manifest
            : throw new StartupException("This backup was made by a newer version of Alicerce: restore it with that version.");
    }

    /// <returns>The next chunk, valid until the next call; null after the last.</returns>
    public async Task<ReadOnlyMemory<byte>?> NextAsync(CancellationToken ct)
    {
        if (_aheadLength == 0) return null;
        var length = _aheadLength;
        (_sealed, _ahead) = (_ahead, _sealed);
        _aheadLength = length == _sealed.Length ? await _file.ReadAtLeastAsync(_ahead, _ahead.Length, throwOnEndOfStream: false, ct) : 0;
        if (length < BackupCipher.TagLength) throw BackupCipher.Damaged(new InvalidDataException("The last chunk is too short."));
        var plain = length - BackupCipher.TagLength;
        _cipher.Unseal(_sealed.AsSpan(0, length), _chunk.AsSpan(0, plain), isLast: _aheadLength == 0);
        return _chunk.AsMemory(0, plain);
    }

    public void Dispose() => _cipher.Dispose();
}
