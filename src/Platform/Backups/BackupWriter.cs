namespace Alicerce.Platform.Backups;

/// <summary>Encrypts what is written to it, chunk by chunk; only <see cref="CompleteAsync"/> makes the file one that opens.</summary>
internal sealed class BackupWriter(Stream file, BackupCipher cipher)
{
    private readonly byte[] _chunk = new byte[BackupCipher.ChunkLength];
    private readonly byte[] _sealed = new byte[BackupCipher.ChunkLength + BackupCipher.TagLength];
    private int _filled;

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        while (!bytes.IsEmpty)
        {
            // A full chunk waits for the next byte: until then it may be the last.
            if (_filled == _chunk.Length) await FlushAsync(isLast: false, ct);
            var part = bytes[..Math.Min(bytes.Length, _chunk.Length - _filled)];
            part.CopyTo(_chunk.AsMemory(_filled));
            _filled += part.Length;
            bytes = bytes[part.Length..];
        }
    }

    public async Task CopyFromAsync(Stream source, CancellationToken ct)
    {
        var buffer = new byte[BackupCipher.ChunkLength];
        while (await source.ReadAsync(buffer, ct) is > 0 and var read) await WriteAsync(buffer.AsMemory(0, read), ct);
    }

    public Task CompleteAsync(CancellationToken ct) => FlushAsync(isLast: true, ct);

    private async Task FlushAsync(bool isLast, CancellationToken ct)
    {
        cipher.Seal(_chunk.AsSpan(0, _filled), _sealed, isLast);
        await file.WriteAsync(_sealed.AsMemory(0, _filled + BackupCipher.TagLength), ct);
        _filled = 0;
    }
}
