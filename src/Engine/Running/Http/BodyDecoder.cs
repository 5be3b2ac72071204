using System.IO.Compression;
using Alicerce.Outbound;

namespace Alicerce.Engine.Running.Http;

/// <summary>
/// Reads and unpacks a body up to a limit. Unpacking is ours and not the handler's, so that a small answer that unpacks to gigabytes stops
/// at the limit like any other.
/// </summary>
internal static class BodyDecoder
{
    /// <exception cref="InvalidDataException">The compressed data is broken.</exception>
    public static async Task<BoundedBody> ReadAsync(HttpContent content, int maxBytes, CancellationToken ct)
    {
        await using var raw = await content.ReadAsStreamAsync(ct);
        if (Unpacking(raw, content) is not { } unpacked) return await BoundedBody.ReadAsync(raw, maxBytes, ct);
        await using (unpacked) return await BoundedBody.ReadAsync(unpacked, maxBytes, ct);
    }

    private static Stream? Unpacking(Stream raw, HttpContent content)
    {
        if (!content.Headers.NonValidated.TryGetValues("Content-Encoding", out var encodings)) return null;
        return encodings.ToString().Trim().ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(raw, CompressionMode.Decompress, leaveOpen: true),
            "br" => new BrotliStream(raw, CompressionMode.Decompress, leaveOpen: true),
            "deflate" => new ZLibStream(raw, CompressionMode.Decompress, leaveOpen: true),
            _ => null,
        };
    }
}
