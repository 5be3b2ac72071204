using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>
/// Keeps which auth profiles of a suite an admin wrote (D20): anybody may change a profile, and signing in with a form sends a request that may
/// change state in production. The member is the server's own; what is sent of it counts for nothing.
/// </summary>
internal static class ProfileFingerprints
{
    private const string Member = "allowed_profiles";
    private const string Profiles = "auth_profiles";

    /// <summary>An admin who sends profiles stands behind them; what anybody else sends allows nothing anew, and takes nothing away.</summary>
    /// <param name="config">As it is to be stored.</param>
    /// <param name="before">As it is stored; null for a new suite.</param>
    public static string Note(string config, string? before, bool byAdmin)
    {
        var json = JsonNode.Parse(config)!.AsObject();
        json.Remove(Member);
        var allowed = byAdmin ? [.. ProfilesIn(json).Select(Of)] : before is null ? [] : AllowedMembers(JsonNode.Parse(before) as JsonObject);
        if (allowed.Count > 0) json[Member] = new JsonArray([.. allowed.Select(print => JsonValue.Create(print))]);
        return json.ToJsonString();
    }

    /// <summary>Names of the profiles that are still what an admin wrote.</summary>
    public static IReadOnlyList<string> AllowedIn(JsonObject config)
    {
        var allowed = AllowedMembers(config);
        return allowed.Count == 0 ? [] : [.. ProfilesIn(config).Where(profile => allowed.Contains(Of(profile))).Select(profile => profile.Key)];
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> ProfilesIn(JsonObject config) => config[Profiles] as JsonObject ?? [];

    private static List<string> AllowedMembers(JsonObject? config) =>
        config?[Member] is JsonArray prints ? [.. prints.OfType<JsonValue>().Select(print => print.ToString())] : [];

    /// <summary>With its name: another profile's content under this name is somebody else signing in.</summary>
    private static string Of(KeyValuePair<string, JsonNode?> profile) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(new JsonArray(profile.Key, Sorted(profile.Value)).ToJsonString())));

    /// <summary>The database keeps members in an order of its own.</summary>
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Sorted(m.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
