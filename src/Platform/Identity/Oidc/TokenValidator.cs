using System.Text;
using System.Text.Json;

namespace Alicerce.Platform.Identity;

/// <summary>A token that the provider signed for us, and that is valid now.</summary>
internal sealed record ProvenToken(string Subject, DateTimeOffset ExpiresAt, JsonElement Claims);

/// <summary>Either a token that may be believed, or why not; the reason is for the log, never for the sender (T001-17).</summary>
internal sealed record TokenVerdict(ProvenToken? Token, string? Refusal)
{
    public static implicit operator TokenVerdict(string refusal) => new(null, refusal);
}

/// <summary>Says of a JWT whether to believe it (S001-AUTH-02; ADR 0020). Whatever is not understood is refused.</summary>
internal sealed class TokenValidator(OidcOptions options, SigningKeys keys, TimeProvider clock)
{
    private const int LongestToken = 16 * 1024;
    private const int LongestSubject = 255;
    private const double LastSecond = 253_402_300_799;
    private static readonly TimeSpan s_skew = TimeSpan.FromSeconds(30);

    public static bool LooksLikeOne(string token) => token.Contains('.', StringComparison.Ordinal);

    /// <param name="token">As it was sent.</param>
    /// <param name="audience">Whom it has to be for.</param>
    public async ValueTask<TokenVerdict> CheckAsync(string token, string audience, CancellationToken ct)
    {
        if (token.Length > LongestToken) return "the token is too long";
        if (token.Split('.') is not [var headerPart, var claimsPart, var signaturePart]) return "the token has not three parts";
        if (Decode(headerPart) is not { } header) return "the header is not base64url of a JSON object with each name once";
        if (Decode(claimsPart) is not { } claims) return "the claims are not base64url of a JSON object with each name once";
        if (StrictJson.FromBase64Url(signaturePart) is not { Length: > 0 } signature) return "the signature is not base64url";
        if (RefusalOf(header) is { } refusal) return refusal;

        if (header.Text("kid") is not { Length: > 0 } kid) return "the header names no key (kid)";
        if (await keys.FindAsync(kid, ct) is not { } key) return "the provider has no such key";
        if (key.Algorithm != header.Text("alg")) return "the key is for another algorithm than the header names";
        if (!key.Verify(Encoding.ASCII.GetBytes($"{headerPart}.{claimsPart}"), signature)) return "the signature is wrong";
        return CheckClaims(claims, audience);
    }

    private string? RefusalOf(JsonElement header)
    {
        if (header.Text("alg") is not { } algorithm || !options.Algorithms.Contains(algorithm, StringComparer.Ordinal)) return "the algorithm is not one of ALICERCE_OIDC_ALGORITHMS";
        if (header.TryGetProperty("crit", out _)) return "the header demands an extension (crit)";
        return header.TryGetProperty("typ", out _) && header.Text("typ")?.ToUpperInvariant() is not ("JWT" or "AT+JWT" or "APPLICATION/AT+JWT") ? "the token is of another type (typ)" : null;
    }

    private TokenVerdict CheckClaims(JsonElement claims, string audience)
    {
        var now = clock.GetUtcNow();
        if (claims.Text("iss") != options.Issuer) return "the token is of another issuer";
        if (!IsFor(claims, audience)) return "the token is for another audience";
        if (Moment(claims, "exp") is not { } end) return "the token has no end (exp)";
        if (now >= end + s_skew) return "the token has expired";
        if (claims.TryGetProperty("nbf", out _) && !(Moment(claims, "nbf") <= now + s_skew)) return "the token is not valid yet";
        if (claims.Text("sub") is not { Length: > 0 and <= LongestSubject } subject || subject.Contains('\0', StringComparison.Ordinal)) return "the token names nobody (sub)";
        return new TokenVerdict(new ProvenToken(subject, end, claims), null);
    }

    private static bool IsFor(JsonElement claims, string audience) => claims.TryGetProperty("aud", out var value) && value.ValueKind switch
    {
        JsonValueKind.String => value.ValueEquals(audience),
        JsonValueKind.Array => value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && item.ValueEquals(audience)),
        _ => false,
    };

    private static DateTimeOffset? Moment(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && seconds is >= 0 and < LastSecond - 60
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000))
            : null;

    private static JsonElement? Decode(string part) => StrictJson.FromBase64Url(part) is { } bytes ? StrictJson.ReadObject(bytes) : null;
}
