using System.Buffers;

namespace Alicerce.Outbound;

/// <summary>The beginning of a stream, at most so many bytes, in a pooled buffer that <see cref="Dispose"/> gives back.</summary>
public sealed class BoundedBody : IDisposable
{
    private const int FirstBuffer = 16 * 1024;

    private byte[]? _buffer;
    private readonly int _length;

    private BoundedBody(byte[] buffer, int length, bool truncated) => (_buffer, _length, Truncated) = (buffer, length, truncated);

    /// <summary>Valid until <see cref="Dispose"/>.</summary>
    public ReadOnlyMemory<byte> Bytes => (_buffer ?? throw new ObjectDisposedException(nameof(BoundedBody))).AsMemory(0, _length);

    /// <summary>The stream had more than was kept.</summary>
    public bool Truncated { get; }

    /// <summary>
    /// Reads until the end or until one byte more than <paramref name="maxBytes"/> was seen; the stream is then left as it is. Time limits
    /// are the caller's, through <paramref name="ct"/>.
    /// </summary>
    public static async Task<BoundedBody> ReadAsync(Stream stream, int maxBytes, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxBytes, Array.MaxLength - 1);
        var limit = maxBytes + 1;
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(limit, FirstBuffer));
        var length = 0;
        try
        {
            while (length < limit)
            {
                if (length == buffer.Length)
                    buffer = Grown(buffer, limit);
                var read = await stream.ReadAsync(buffer.AsMemory(length, Math.Min(buffer.Length, limit) - length), ct);
                if (read == 0)
                    break;
                length += read;
            }
            return new BoundedBody(buffer, Math.Min(length, maxBytes), truncated: length > maxBytes);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } buffer)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    private static byte[] Grown(byte[] full, int limit)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(limit, full.Length * 2L));
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
