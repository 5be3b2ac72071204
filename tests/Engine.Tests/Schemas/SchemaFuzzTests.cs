using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alicerce.Engine.Generation.Values;
using Alicerce.Engine.Schemas;
using Alicerce.Harness.Fuzzing;

namespace Alicerce.Engine.Tests.Schemas;

public sealed class SchemaFuzzTests
{
    private static readonly string[] s_patterns =
        ["^[a-c]+$", "^\\d{3}\\.\\d{3}-\\d{2}$", "^(?:a|b)*c?$", "^(?!ab)[^\\s]{2,10}$", "^\\p{L}+$", "(a+)+$", "^[A-Z]{3}[0-9][A-Z0-9][0-9]{2}$", "^.{1,80}@[\\w.-]+\\.(com|br)$"];

    private static readonly string[] s_pieces =
        ["(", ")", "[", "]", "[^", "{", "}", "{2,}", "{0,1000}", "*", "+", "?", "+?", "|", "^", "$", ".", "\\", "\\d", "\\W", "\\b", "\\u{1F600}", "\\x4", "\\1", "\\k<a>", "(?<a>", "(?=", "(?<!", "-", "\\p{Lu}", "a", "é", "😀", "\0"];

    private static readonly JsonElement[] s_values =
        [.. new[] { "null", "1", "-0.5", "1e30", "\"a\"", "\"2026-11-21\"", "[]", "[1,\"a\",null,[1]]", "{}", """{"a":1,"b":"x","foo":{"a":[1,2]}}""" }.Select(json => JsonDocument.Parse(json).RootElement)];

    private static readonly string[] s_tokens =
        ["{", "}", "[", "]", ",", ":", "\"", "true", "null", "-1", "1e999", "\"$ref\":\"#\"", "\"$ref\":\"#/allOf/0\"", "\"$dynamicRef\":\"#a\"", "\"type\":", "\"pattern\":\"(a+)+$\"", "\"items\":", "\"allOf\":[", "\"nullable\":true", "\\ud800"];

    [Fact]
    public Task Nothing_in_a_schema_makes_the_validator_throw_hang_or_swell() =>
        Fuzz.CheckAsync(new Mutator(SchemaPairs.ByKeyword.Values.SelectMany(all => all).Select(s => Encoding.UTF8.GetBytes(s.Replace("$", "true", StringComparison.Ordinal))), s_tokens), input =>
        {
            if (Parse(input) is not { } schema) return;
            var validator = new JsonSchemaValidator(new NoDocuments());
            foreach (var value in s_values) validator.Validate(value, schema);
        });

    [Fact]
    public void Half_a_surrogate_pair_deep_in_an_enum_is_told_and_not_thrown() =>
        new JsonSchemaValidator(new NoDocuments()).Validate(s_values[1], JsonNode.Parse("""{"enum":[{"\ud800a":1}]}""")!).IsValid.ShouldBeFalse();

    [Fact]
    public Task Nothing_in_a_pattern_makes_matching_or_making_of_values_throw_hang_or_swell() =>
        Fuzz.CheckAsync(new Mutator(s_patterns.Select(Encoding.UTF8.GetBytes), s_pieces), input =>
        {
            var pattern = Encoding.UTF8.GetString(input);
            if (EcmaPattern.Compile(pattern, out var reason) is null) reason.ShouldNotBeNullOrEmpty();
            if (PatternStrings.Generate(pattern, new Random(1)) is { } made) PatternStrings.Matches(pattern, made).ShouldBeTrue(pattern);
        });

    private static JsonNode? Parse(byte[] input)
    {
        try
        {
            return JsonNode.Parse(Encoding.UTF8.GetString(input));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed class NoDocuments : ISchemaDocuments
    {
        public JsonNode? Find(string path) => null;
    }
}
