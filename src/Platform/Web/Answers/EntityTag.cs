using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Alicerce.Platform.Web.Answers;

/// <summary>
/// Names one state of a resource's data (RFC 9110 §8.8.3). It is made of the data alone: the envelope's time and request id differ in every
/// answer and say nothing about the resource.
/// </summary>
internal static class EntityTag
{
    private const int BytesOfHash = 18;

    /// <param name="json">The data as it is written into the answer.</param>
    public static string OfJson(ReadOnlySpan<byte> json)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(json, hash);
        return $"\"{Base64Url.EncodeToString(hash[..BytesOfHash])}\"";
    }

    public static string Of<T>(T data) => OfJson(JsonSerializer.SerializeToUtf8Bytes(data, ApiJson.Options));

    /// <summary>Whether <c>If-None-Match</c> says that the caller has this state already.</summary>
    public static bool IsKnown(HttpRequest request, string tag) => Names(request.Headers.IfNoneMatch, tag, useStrongComparison: false);

    /// <summary>Whether <c>If-Match</c> names this state. What cannot be read names nothing.</summary>
    public static bool IsExpected(HttpRequest request, string tag) => Names(request.Headers.IfMatch, tag, useStrongComparison: true);

    private static bool Names(StringValues header, string tag, bool useStrongComparison)
    {
        if (!EntityTagHeaderValue.TryParseList(header, out var given)) return false;
        var current = new EntityTagHeaderValue(tag);
        return given.Any(candidate => candidate.Equals(EntityTagHeaderValue.Any) || candidate.Compare(current, useStrongComparison));
    }
}
