using System.Text.Json.Nodes;

namespace Alicerce.Engine.Tests.Schemas;

/// <summary>Makes schemas and values from a seed. Values come from small pools, so that each keyword both holds and fails often.</summary>
internal sealed class SchemaPairs(int seed)
{
    /// <summary>Each keyword with a schema that uses it; $ stands for a random schema.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> ByKeyword = new Dictionary<string, string[]>
    {
        ["type"] = ["""{"type":"integer"}""", """{"type":["string","null"]}""", """{"type":"number"}""", """{"type":["array","object"]}""", """{"type":"boolean"}"""],
        ["enum"] = ["""{"enum":[1,"a",null,[1],{"a":1}]}""", """{"enum":[1.0,2.5,true]}"""],
        ["const"] = ["""{"const":{"a":1}}""", """{"const":2}""", """{"const":null}"""],
        ["minimum"] = ["""{"minimum":2}""", """{"minimum":0.25}"""],
        ["maximum"] = ["""{"maximum":2.5}"""],
        ["exclusiveMinimum"] = ["""{"exclusiveMinimum":2}"""],
        ["exclusiveMaximum"] = ["""{"exclusiveMaximum":2}"""],
        ["multipleOf"] = ["""{"multipleOf":0.1}""", """{"multipleOf":2}""", """{"multipleOf":0.25}"""],
        ["minLength"] = ["""{"minLength":2}"""],
        ["maxLength"] = ["""{"maxLength":2}"""],
        ["pattern"] = ["""{"pattern":"^[a-c]+$"}""", """{"pattern":"^\\d+$"}""", """{"pattern":"^.{2}$"}""", """{"pattern":"^\\w+$"}""", """{"pattern":"a|\\S@\\S"}""", """{"pattern":"^[^a]*$"}""", """{"pattern":"^(?!ab)"}"""],
        ["format"] =
        [
            """{"format":"date"}""", """{"format":"time"}""", """{"format":"date-time"}""", """{"format":"duration"}""", """{"format":"email"}""", """{"format":"hostname"}""",
            """{"format":"ipv4"}""", """{"format":"ipv6"}""", """{"format":"uri"}""", """{"format":"uri-reference"}""", """{"format":"uuid"}""", """{"format":"regex"}""",
            """{"format":"json-pointer"}""", """{"format":"relative-json-pointer"}""", """{"format":"byte"}""", """{"format":"int32"}""", """{"format":"int64"}""",
        ],
        ["items"] = ["""{"items":$}""", """{"items":{"type":"integer"}}""", """{"items":false}"""],
        ["prefixItems"] = ["""{"prefixItems":[{"type":"integer"},$],"items":{"type":"string"}}""", """{"prefixItems":[$,{"type":"string"}]}"""],
        ["contains"] = ["""{"contains":{"type":"integer"}}""", """{"contains":$}"""],
        ["minContains"] = ["""{"contains":{"type":"integer"},"minContains":2}""", """{"contains":{"type":"integer"},"minContains":0}"""],
        ["maxContains"] = ["""{"contains":{"type":"integer"},"maxContains":1}"""],
        ["minItems"] = ["""{"minItems":2}"""],
        ["maxItems"] = ["""{"maxItems":1}"""],
        ["uniqueItems"] = ["""{"uniqueItems":true}"""],
        ["properties"] = ["""{"properties":{"a":$,"b":{"type":"integer"}}}"""],
        ["patternProperties"] = ["""{"patternProperties":{"^[ab]$":{"type":"integer"},"o$":$}}"""],
        ["additionalProperties"] = ["""{"properties":{"a":true},"additionalProperties":false}""", """{"patternProperties":{"^a":true},"additionalProperties":{"type":"integer"}}"""],
        ["propertyNames"] = ["""{"propertyNames":{"maxLength":1}}""", """{"propertyNames":{"enum":["a","b","foo"]}}"""],
        ["required"] = ["""{"required":["a"]}""", """{"required":["a","foo"]}"""],
        ["minProperties"] = ["""{"minProperties":2}"""],
        ["maxProperties"] = ["""{"maxProperties":1}"""],
        ["dependentRequired"] = ["""{"dependentRequired":{"a":["b"],"foo":["a"]}}"""],
        ["dependentSchemas"] = ["""{"dependentSchemas":{"a":{"required":["foo"]},"b":$}}"""],
        ["allOf"] = ["""{"allOf":[$,$]}""", """{"allOf":[{"type":"integer"},{"minimum":2}]}"""],
        ["anyOf"] = ["""{"anyOf":[$,$]}""", """{"anyOf":[{"type":"string"},{"required":["a"]}]}"""],
        ["oneOf"] = ["""{"oneOf":[$,$]}""", """{"oneOf":[{"type":"number"},{"type":"integer"},{"type":"string"}]}"""],
        ["not"] = ["""{"not":$}""", """{"not":{"type":["integer","string"]}}"""],
        ["if"] = ["""{"if":{"type":"integer"},"then":{"minimum":2},"else":{"type":"string"}}""", """{"if":$,"then":$}""", """{"if":{"required":["a"]},"else":{"required":["b"]}}"""],
        ["unevaluatedProperties"] =
        [
            """{"properties":{"a":true},"anyOf":[{"properties":{"b":{"type":"integer"}}},{"properties":{"foo":true},"required":["foo"]}],"unevaluatedProperties":false}""",
            """{"allOf":[{"properties":{"a":true,"b":true}}],"unevaluatedProperties":{"type":"integer"}}""",
            """{"if":{"required":["a"]},"then":{"properties":{"a":true,"b":true}},"else":{"properties":{"foo":true}},"unevaluatedProperties":false}""",
            """{"$ref":"#/$defs/x","unevaluatedProperties":false,"$defs":{"x":{"properties":{"a":true}}}}""",
        ],
        ["unevaluatedItems"] =
        [
            """{"prefixItems":[true],"unevaluatedItems":false}""", """{"anyOf":[{"prefixItems":[{"type":"integer"},true]},{"prefixItems":[true]}],"unevaluatedItems":{"type":"string"}}""",
            """{"allOf":[{"items":{"type":"integer"}}],"unevaluatedItems":false}""",
        ],
        ["$ref"] =
        [
            """{"$ref":"#/$defs/x","$defs":{"x":$}}""", """{"$ref":"#here","$defs":{"x":{"$anchor":"here","type":"integer"}},"minimum":2}""",
            """{"type":["object","integer"],"properties":{"a":{"$ref":"#"}},"additionalProperties":{"type":"string"}}""",
            """{"$id":"http://x.example/root","$ref":"other#/$defs/y","$defs":{"o":{"$id":"other","$defs":{"y":{"type":"string"}}}}}""",
            """{"properties":{"a":{"$ref":"#/$defs/a~1b%25"}},"$defs":{"a/b%":{"type":"integer"}}}""",
        ],
        ["$dynamicRef"] =
        [
            """{"$id":"http://x.example/strict","$dynamicAnchor":"node","$ref":"tree","unevaluatedProperties":false,"$defs":{"tree":{"$id":"tree","$dynamicAnchor":"node","type":"object","properties":{"a":true,"b":{"$dynamicRef":"#node"}}}}}""",
        ],
        ["boolean"] = ["true", "false", """{"properties":{"a":false}}"""],
    };

    private static readonly string[] s_draft07 =
    [
        """{"dependencies":{"a":["b"],"foo":{"required":["a"]}}}""", """{"items":[{"type":"integer"},{"type":"string"}],"additionalItems":false}""",
        """{"$ref":"#/definitions/x","definitions":{"x":{"type":"integer"}}}""", """{"items":[{"type":"integer"}]}""",
    ];

    private static readonly string[] s_openApi30 =
    [
        """{"type":"integer","nullable":true,"minimum":2}""", """{"type":"number","minimum":2,"exclusiveMinimum":true}""", """{"type":"number","maximum":2,"exclusiveMaximum":true}""",
        """{"type":"number","minimum":2,"exclusiveMinimum":false}""", """{"type":"object","properties":{"a":{"type":"string","nullable":true}},"example":{"a":1},"xml":{"name":"x"}}""",
    ];

    private static readonly string[] s_leaves =
    [
        "null", "true", "false", "0", "1", "1.0", "2", "2.5", "3", "-1", "0.3", "0.25", "1e2", "7.5", "3000000000", "2147483647", "12345678901234567890",
        "\"\"", "\"a\"", "\"ab\"", "\"abc\"", "\"abcd\"", "\"12\"", "\"١٢\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\\ude00\\ud83d\\ude00\"", "\"a\\n\"", "\"x y\"",
        "\"2024-02-29\"", "\"2023-02-29\"", "\"10:20:30Z\"", "\"10:20:30+02:00\"", "\"25:00:00Z\"", "\"23:59:60Z\"", "\"2024-02-29T10:20:30Z\"", "\"2024-02-29T10:20:30.5-03:00\"", "\"2024-02-30T10:20:30Z\"",
        "\"P1D\"", "\"P\"", "\"PT1H30M\"", "\"P1W\"", "\"P1Y2M3DT4H\"", "\"a@b.example\"", "\"a@b\"", "\"@b.example\"", "\"shop.example\"", "\"-a.example\"", "\"a_b\"",
        "\"127.0.0.1\"", "\"256.1.1.1\"", "\"1.2.3\"", "\"::1\"", "\"fe80::1:2\"", "\"12345::\"", "\"::ffff:1.2.3.4\"", "\"http://a.example/x?y=1#z\"", "\"http://a b\"", "\"/x/y\"", "\"a\\\\b\"",
        "\"urn:isbn:1\"", "\"9b2c1d1e-4f5a-4b6c-8d7e-0f1a2b3c4d5e\"", "\"9b2c1d1e4f5a4b6c8d7e0f1a2b3c4d5e\"", "\"^[a-z\"", "\"/a/b~1c\"", "\"/a~2\"", "\"1/a\"", "\"0#\"", "\"01\"", "\"YWJj\"", "\"YWJ\"",
    ];

    private readonly Random _random = new(seed);

    public IEnumerable<(string Dialect, JsonNode Schema, IReadOnlyList<JsonNode?> Instances)> All(int mixed)
    {
        foreach (var schema in ByKeyword.Values.SelectMany(s => s))
            yield return ("Draft202012", Filled(schema, 1), Instances(schema.Contains("format") ? 70 : 16, schema.Contains("format")));
        foreach (var schema in s_draft07)
            yield return ("Draft07", JsonNode.Parse(schema)!, Instances(20));
        foreach (var schema in s_openApi30)
            yield return ("OpenApi30", JsonNode.Parse(schema)!, Instances(20));
        for (var i = 0; i < mixed; i++)
            yield return ("Draft202012", Comparable(), Instances(5));
    }

    private JsonNode Comparable()
    {
        while (true)
        {
            if (Mixed(3) is var schema && SharedSemantics.Covers(schema))
                return schema;
        }
    }

    private JsonNode Mixed(int depth)
    {
        var all = new JsonObject();
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            if (Filled(Pick([.. ByKeyword.Where(k => k.Key is not ("$ref" or "$dynamicRef")).SelectMany(k => k.Value)]), depth) is not JsonObject map || map.ContainsKey("$ref"))
                continue;
            foreach (var (name, value) in map.ToArray())
                all.TryAdd(name, value?.DeepClone());
        }
        return all;
    }

    private JsonNode Filled(string schema, int depth)
    {
        while (schema.IndexOf(":$", StringComparison.Ordinal) is var at && (at >= 0 || (at = schema.IndexOf("[$", StringComparison.Ordinal)) >= 0 || (at = schema.IndexOf(",$", StringComparison.Ordinal)) >= 0))
            schema = string.Concat(schema.AsSpan(0, at + 1), depth > 0 ? Mixed(depth - 1).ToJsonString() : """{"type":"integer"}""", schema.AsSpan(at + 2));
        return JsonNode.Parse(schema)!;
    }

    private JsonNode?[] Instances(int count, bool leaves = false) =>
        leaves ? [.. s_leaves.Select(leaf => JsonNode.Parse(leaf))] : [.. Enumerable.Range(0, count).Select(i => Value(i % 4 == 0 ? 0 : 2))];

    private JsonNode? Value(int depth) => (depth == 0 ? 0 : _random.Next(4)) switch
    {
        1 => new JsonArray([.. Enumerable.Range(0, _random.Next(4)).Select(_ => Value(depth - 1))]),
        2 or 3 => new JsonObject(((string[])["a", "b", "c", "foo"]).Where(_ => _random.Next(2) == 0).Select(name => KeyValuePair.Create(name, Value(depth - 1)))),
        _ => JsonNode.Parse(_random.Next(3) == 0 ? Pick(["1", "2", "3", "\"a\""]) : Pick(s_leaves)),
    };

    private string Pick(IReadOnlyList<string> from) => from[_random.Next(from.Count)];
}
