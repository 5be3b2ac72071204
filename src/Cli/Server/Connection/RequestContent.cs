using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Alicerce.Cli.Server.Connection;

/// <summary>A body that can be sent again as it was, which a retry with the same Idempotency-Key demands.</summary>
internal sealed record RequestContent(ReadOnlyMemory<byte> Bytes, string ContentType)
{
    public static RequestContent Empty { get; } = new(default, "application/json");

    public static RequestContent Json<T>(T value, JsonTypeInfo<T> type) => new(JsonSerializer.SerializeToUtf8Bytes(value, type), "application/json");

    public static async Task<RequestContent> MultipartAsync(MultipartFormDataContent parts, CancellationToken ct) =>
        new(await parts.ReadAsByteArrayAsync(ct), parts.Headers.ContentType!.ToString());
}
