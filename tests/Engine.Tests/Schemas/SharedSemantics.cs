using System.Text.Json.Nodes;

namespace Alicerce.Engine.Tests.Schemas;

/// <summary>
/// What ajv 8 does not judge as JSON Schema 2020-12 says, so that a comparison would tell nothing of us: what <c>unevaluatedProperties</c>
/// and <c>unevaluatedItems</c> see of schemas that look at members only on a condition (it counts an <c>if</c> that failed, checks no item
/// when no branch looked at items, forgets <c>allOf</c> when a branch did), and of <c>contains</c> (it counts items that do not match).
/// Schemas of a single keyword cover these by pairs in which both agree.
/// </summary>
internal static class SharedSemantics
{
    private static readonly string[] s_conditions = ["anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas"];

    private static readonly string[] s_lookers =
        ["properties", "patternProperties", "additionalProperties", "unevaluatedProperties", "prefixItems", "items", "contains", "unevaluatedItems"];

    public static bool Covers(JsonNode? schema) => schema switch
    {
        JsonArray list => list.All(Covers),
        JsonObject map => !(IsUnevaluated(map) && LooksOnCondition(map)) && map.Where(m => m.Key is not ("enum" or "const")).All(m => Covers(m.Value)),
        _ => true,
    };

    private static bool IsUnevaluated(JsonObject map) => map.ContainsKey("unevaluatedProperties") || map.ContainsKey("unevaluatedItems");

    private static bool LooksOnCondition(JsonObject map) =>
        map.ContainsKey("contains") || s_conditions.Any(c => Parts(map, c).Any(Looks)) || Parts(map, "allOf").Any(LooksOnCondition);

    private static bool Looks(JsonObject map) => s_lookers.Any(map.ContainsKey) || s_conditions.Append("allOf").Any(c => Parts(map, c).Any(Looks));

    /// <summary>Schemas of that keyword that apply to the same value.</summary>
    private static IEnumerable<JsonObject> Parts(JsonObject map, string keyword) => map[keyword] switch
    {
        JsonArray list => list.OfType<JsonObject>(),
        JsonObject schemas when keyword == "dependentSchemas" => schemas.Select(s => s.Value).OfType<JsonObject>(),
        JsonObject one => [one],
        _ => [],
    };
}
