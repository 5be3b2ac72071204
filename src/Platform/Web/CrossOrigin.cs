using System.Text.Json;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Net.Http.Headers;

namespace Alicerce.Platform.Web;

/// <summary>
/// Which pages of other origins may call the API (S001-SEC-02): none, unless <c>CORS_ORIGINS</c> names them. They come with a token of their
/// own; a session's cookie counts for our own pages only (D8), so credentials are never allowed (T001-12).
/// </summary>
public sealed record CrossOrigin(IReadOnlyList<string> Origins)
{
    private const string Setting = "CORS_ORIGINS";
    private const string HowToWrite = "write origins like [\"https://app.example.com\",\"http://localhost:3000\"], or the same with commas between them.";
    private static readonly TimeSpan PreflightKept = TimeSpan.FromMinutes(10);
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];
    private static readonly string[] Asked =
        [HeaderNames.Authorization, HeaderNames.ContentType, HeaderNames.IfMatch, HeaderNames.IfNoneMatch, "Last-Event-ID", IdempotencyKeys.Header, CorrelationId.Header];
    private static readonly string[] Shown =
        [HeaderNames.ETag, HeaderNames.Location, HeaderNames.RetryAfter, "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", IdempotencyKeys.Replayed, CorrelationId.Header];

    /// <param name="text">The value of <c>CORS_ORIGINS</c>: a JSON list as in source 001's template, or words with commas.</param>
    /// <param name="mistakes">Gets a sentence for each origin that cannot be one.</param>
    public static CrossOrigin Read(string? text, List<string> mistakes)
    {
        var origins = Split(text, mistakes);
        foreach (var origin in origins)
        {
            if (origin == "*") mistakes.Add($"{Setting} has '*', which lets every page in the world call the API: {HowToWrite}");
            else if (!IsOrigin(origin)) mistakes.Add($"{Setting} has '{origin}', which is no origin: {HowToWrite}");
        }

        return new CrossOrigin(origins);
    }

    internal void Configure(CorsPolicyBuilder policy) =>
        policy.WithOrigins([.. Origins]).WithMethods(Methods).WithHeaders(Asked).WithExposedHeaders(Shown).SetPreflightMaxAge(PreflightKept);

    private static string[] Split(string? text, List<string> mistakes)
    {
        if (text?.TrimStart() is not ['[', ..]) return (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        try
        {
            return JsonSerializer.Deserialize<string[]>(text, ApiJson.Options) ?? [];
        }
        catch (JsonException)
        {
            mistakes.Add($"{Setting} begins like a list and is none: {HowToWrite}");
            return [];
        }
    }

    // As a browser writes it: scheme, host, port when it is not the usual one, and nothing behind it.
    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority) == text && uri.UserInfo.Length == 0;
}
