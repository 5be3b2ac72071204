using System.Text.Json.Nodes;

namespace Alicerce.Engine.Discovery.OpenApi;

/// <summary>
/// Rewrites the schema words of OpenAPI 2.0 and 3.0 as JSON Schema 2020-12, in place, wherever they stand. Where authors and the
/// letter of 3.0 differ about <c>nullable</c> (beside <c>$ref</c>, without <c>type</c>, with an <c>enum</c> that has no null), null is allowed.
/// </summary>
internal static class SchemaUpgrade
{
    private static readonly HashSet<string> s_data = ["example", "default", "enum", "const"];

    private static readonly HashSet<string> s_namesToSchemas = ["properties", "patternProperties", "definitions", "$defs", "schemas"];

    public static void Upgrade(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list.ToArray())
                    Upgrade(item);
                break;
            case JsonObject map:
                Members(map);
                Numbers(map, "minimum", "exclusiveMinimum");
                Numbers(map, "maximum", "exclusiveMaximum");
                if (map.Text("type") == "file")
                {
                    map["type"] = "string";
                    map["format"] = "binary";
                }
                if (map.Text("discriminator") is { } property)
                    map["discriminator"] = new JsonObject { ["propertyName"] = property };
                Nullable(map);
                break;
        }
    }

    private static void Members(JsonObject map)
    {
        foreach (var (name, value) in map.ToArray())
        {
            if (s_namesToSchemas.Contains(name) && value is JsonObject named)
            {
                foreach (var (_, schema) in named.ToArray())
                    Upgrade(schema);
            }
            else if (!s_data.Contains(name))
                Upgrade(value);
        }
    }

    private static void Numbers(JsonObject map, string bound, string exclusive)
    {
        if (map.Member(exclusive) is not JsonValue value || !value.TryGetValue<bool>(out var strictly))
            return;
        map.Remove(exclusive);
        if (strictly && map.Take(bound) is { } number)
            map[exclusive] = number;
    }

    private static void Nullable(JsonObject map)
    {
        if (map.Text("$ref") is not null)
            OnlyReference(map);
        var nullable = (IsFlag(map, "nullable") ?? IsFlag(map, "x-nullable")) == true;
        if (IsFlag(map, "nullable") is not null)
            map.Remove("nullable");
        map.Remove("x-nullable");
        if (!nullable)
            return;
        if (map.Text("type") is { } type)
        {
            map["type"] = new JsonArray(type, "null");
            if (map.Member("enum") is JsonArray values && !values.Contains(null))
                values.Add((JsonNode?)null);
            return;
        }
        var inner = new JsonObject();
        foreach (var name in map.Select(m => m.Key).Where(name => name is not ("title" or "description" or "readOnly" or "writeOnly" or "deprecated")).ToArray())
            inner[name] = map.Take(name);
        if (inner.Count > 0)
            map["anyOf"] = new JsonArray(inner, new JsonObject { ["type"] = "null" });
    }

    /// <summary>In these versions what stands beside a <c>$ref</c> does not count.</summary>
    private static void OnlyReference(JsonObject map)
    {
        foreach (var name in map.Select(m => m.Key).Where(name => name is not ("$ref" or "description" or "summary" or "nullable" or "x-nullable")).ToArray())
            map.Remove(name);
    }

    private static bool? IsFlag(JsonObject map, string name) => map.Member(name) is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : null;
}
