using System.Text.Json;

namespace Alicerce.Platform.Identity;

/// <summary>Where a token says what its holder may do, and what the provider's words mean here (S001-AUTH-04, T001-19).</summary>
/// <param name="Paths">
/// Names of claims, with dots between levels. <c>*/roles</c> is any claim of the first level whose name is an address that ends so.
/// </param>
/// <param name="Meanings">Roles by the provider's words.</param>
internal sealed record RoleClaims(IReadOnlyList<string> Paths, IReadOnlyDictionary<string, AccessRole> Meanings)
{
    private const string Namespaced = "*/";

    /// <summary>Keycloak, Auth0 (whose own claims have to be named with an address) and Supabase, with our own words.</summary>
    public static readonly RoleClaims Standard = new(
        ["realm_access.roles", "roles", "*/roles", "app_metadata.roles", "app_metadata.role"],
        new Dictionary<string, AccessRole>(StringComparer.Ordinal) { ["viewer"] = AccessRole.Viewer, ["developer"] = AccessRole.Developer, ["admin"] = AccessRole.Admin });

    public static RoleClaims Read(string? paths, string? meanings, List<string> mistakes) => new(
        paths is { Length: > 0 } ? Words(paths) : Standard.Paths,
        meanings is { Length: > 0 } ? ReadMeanings(meanings, mistakes) : Standard.Meanings);

    public static List<string> Words(string text) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>The highest role that any of the claims names. Who is given none may read what it is made a member of, and nothing else.</summary>
    public AccessRole RoleOf(JsonElement claims) =>
        Paths.SelectMany(path => Find(claims, path)).SelectMany(Texts).Select(word => Meanings.GetValueOrDefault(word)).Append(AccessRole.Viewer).Max();

    private static Dictionary<string, AccessRole> ReadMeanings(string text, List<string> mistakes)
    {
        var meanings = new Dictionary<string, AccessRole>(StringComparer.Ordinal);
        foreach (var entry in Words(text))
        {
            var equals = entry.LastIndexOf('=');
            var role = equals > 0 ? AccessRoles.Parse(entry[(equals + 1)..].Trim()) : AccessRole.None;
            if (role == AccessRole.None || !meanings.TryAdd(entry[..equals].Trim(), role))
                mistakes.Add($"ALICERCE_OIDC_ROLE_WORDS has '{entry}': write the provider's word, each once, and viewer, developer or admin, like platform-team=admin.");
        }

        return meanings;
    }

    private static IEnumerable<JsonElement> Find(JsonElement claims, string path)
    {
        if (path.StartsWith(Namespaced, StringComparison.Ordinal))
            return claims.EnumerateObject().Where(claim => claim.Name.StartsWith("https://", StringComparison.Ordinal) && claim.Name.EndsWith(path[1..], StringComparison.Ordinal)).Select(claim => claim.Value);
        if (claims.TryGetProperty(path, out var whole)) return [whole];
        var found = claims;
        foreach (var name in path.Split('.'))
            if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(name, out found)) return [];
        return [found];
    }

    private static IEnumerable<string> Texts(JsonElement claim) => claim.ValueKind switch
    {
        JsonValueKind.String => [claim.GetString()!],
        JsonValueKind.Array => claim.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!),
        _ => [],
    };
}
