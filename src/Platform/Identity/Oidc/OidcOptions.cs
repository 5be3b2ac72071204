using System.Net;
using Microsoft.Extensions.Configuration;

namespace Alicerce.Platform.Identity;

/// <summary>The identity provider whose tokens are believed, and what of them (D8, S001-AUTH-07).</summary>
internal sealed record OidcOptions
{
    private static readonly string[] s_others = ["OIDC_AUDIENCE", "OIDC_CLIENT_ID", "ALICERCE_OIDC_ALGORITHMS", "ALICERCE_OIDC_ROLE_CLAIMS", "ALICERCE_OIDC_ROLE_WORDS"];

    /// <summary><c>OIDC_ISSUER</c>; compared letter by letter, so a slash at its end counts.</summary>
    public required string Issuer { get; init; }

    /// <summary><c>OIDC_AUDIENCE</c>: what a bearer token's <c>aud</c> has to name.</summary>
    public required string Audience { get; init; }

    /// <summary><c>OIDC_CLIENT_ID</c>; null leaves out signing in with the browser.</summary>
    public string? ClientId { get; init; }

    /// <summary><c>ALICERCE_OIDC_ALGORITHMS</c>.</summary>
    public IReadOnlyList<string> Algorithms { get; init; } = [VerificationKey.Rs256];

    /// <summary><c>ALICERCE_OIDC_ROLE_CLAIMS</c> and <c>ALICERCE_OIDC_ROLE_WORDS</c>.</summary>
    public RoleClaims Roles { get; init; } = RoleClaims.Standard;

    public Uri MetadataAddress => new($"{Issuer.TrimEnd('/')}/.well-known/openid-configuration");

    /// <summary>Whether a token, a key or a code may travel to that address: over TLS, or plainly where the issuer itself does on this machine.</summary>
    public bool Trusts(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsThisMachine(address) && IsThisMachine(new Uri(Issuer)));

    /// <summary>Null when nothing of it is set, or when there are mistakes.</summary>
    public static OidcOptions? Read(IConfiguration configuration, List<string> mistakes)
    {
        if (configuration["OIDC_ISSUER"] is not { Length: > 0 } issuer)
        {
            mistakes.AddRange(s_others.Where(name => configuration[name] is { Length: > 0 }).Select(name => $"{name} is set without OIDC_ISSUER: name the provider, like https://auth.example.com/realms/myapp."));
            return null;
        }

        var before = mistakes.Count;
        CheckIssuer(issuer, mistakes);
        if (configuration["OIDC_AUDIENCE"] is not { Length: > 0 }) mistakes.Add("OIDC_AUDIENCE is missing: name the audience that the provider writes into tokens for this server, like my-api.");
        var options = new OidcOptions
        {
            Issuer = issuer,
            Audience = configuration["OIDC_AUDIENCE"] ?? "",
            ClientId = configuration["OIDC_CLIENT_ID"] is { Length: > 0 } client ? client : null,
            Algorithms = ReadAlgorithms(configuration["ALICERCE_OIDC_ALGORITHMS"], mistakes),
            Roles = RoleClaims.Read(configuration["ALICERCE_OIDC_ROLE_CLAIMS"], configuration["ALICERCE_OIDC_ROLE_WORDS"], mistakes),
        };
        return mistakes.Count == before ? options : null;
    }

    public static IEnumerable<string> CheckConfiguration(IConfiguration configuration)
    {
        var mistakes = new List<string>();
        Read(configuration, mistakes);
        return mistakes;
    }

    private static void CheckIssuer(string issuer, List<string> mistakes)
    {
        const string how = "write the provider's address as its tokens have it, like https://auth.example.com/realms/myapp";
        if (!Uri.TryCreate(issuer, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Query.Length > 0 || url.Fragment.Length > 0 || url.UserInfo.Length > 0)
            mistakes.Add($"OIDC_ISSUER is no plain web address: {how}.");
        else if (url.Scheme == Uri.UriSchemeHttp && !IsThisMachine(url))
            mistakes.Add($"OIDC_ISSUER starts with http://, and over that anybody between could hand us keys: {how}. Plain http is for a provider on this machine.");
    }

    private static List<string> ReadAlgorithms(string? text, List<string> mistakes)
    {
        var words = RoleClaims.Words(text ?? VerificationKey.Rs256);
        if (words.Count == 0 || words.Any(word => word is not (VerificationKey.Rs256 or VerificationKey.Es256)))
            mistakes.Add($"ALICERCE_OIDC_ALGORITHMS is '{text}': use {VerificationKey.Rs256}, {VerificationKey.Es256}, or both with a comma between them.");
        return words;
    }

    private static bool IsThisMachine(Uri url) =>
        string.Equals(url.IdnHost, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(url.IdnHost, out var address) && IPAddress.IsLoopback(address));
}
