using System.Text.Json.Nodes;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Generation.Values;

namespace Alicerce.Engine.Tests.Generation.Values;

public class SchemaValueFactoryTests
{
    [Theory]
    [InlineData("""{"type":"string","default":"a"}""", "\"a\"")]
    [InlineData("""{"type":"string","enum":["x","y"]}""", "\"x\"")]
    [InlineData("""{"const":7}""", "7")]
    [InlineData("""{"type":"string","examples":["e"],"default":"d"}""", "\"e\"")]
    [InlineData("""{"type":"integer","minimum":18}""", "18")]
    [InlineData("""{"type":"integer","exclusiveMinimum":5,"multipleOf":4}""", "8")]
    [InlineData("""{"type":["string","null"],"maxLength":4}""", "\"test\"")]
    [InlineData("""{"type":"string","format":"date"}""", "\"2024-01-15\"")]
    [InlineData("""{"oneOf":[{"type":"null"},{"type":"boolean"}]}""", "true")]
    [InlineData("""{"type":"array","minItems":2,"items":{"type":"integer"}}""", "[1,1]")]
    public void A_schema_gives_the_value_it_suggests(string schema, string expected) => Make(schema)!.ToJsonString().ShouldBe(expected);

    [Fact]
    public void All_of_is_merged_and_read_only_parts_are_left_out()
    {
        const string Schema = """
            {"allOf":[{"type":"object","required":["a"],"properties":{"a":{"type":"integer"},"id":{"type":"integer","readOnly":true}}},
                      {"properties":{"b":{"type":"boolean"}},"required":["b"]}]}
            """;

        Make(Schema)!.ToJsonString().ShouldBe("""{"a":1,"b":true}""");
    }

    [Fact]
    public void Required_only_leaves_the_optional_parts_out()
    {
        const string Schema = """{"type":"object","required":["a"],"properties":{"b":{"type":"integer"},"a":{"type":"integer"}}}""";

        Make(Schema, requiredOnly: true)!.ToJsonString().ShouldBe("""{"a":1}""");
    }

    [Fact]
    public void A_cycle_is_cut_where_it_is_optional()
    {
        const string Node = """{"type":"object","required":["name"],"properties":{"name":{"type":"string"},"next":{"$ref":"#/s"},"kids":{"type":"array","items":{"$ref":"#/s"}}}}""";

        Make(Node)!.ToJsonString().ShouldBe("""{"name":"test_name","kids":[]}""");
    }

    [Theory]
    [InlineData("""{"type":"object","required":["me"],"properties":{"me":{"$ref":"#/s"}}}""")]
    [InlineData("""{"$ref":"#/s"}""")]
    [InlineData("""{"$ref":"#/nowhere"}""")]
    [InlineData("false")]
    public void A_schema_that_no_value_fits_gives_none(string schema) => Make(schema).ShouldBeNull();

    private static JsonNode? Make(string schema, bool requiredOnly = false)
    {
        var scan = Shop.Scan([], document: new JsonObject { ["s"] = JsonNode.Parse(schema) });
        return new SchemaValueFactory(scan.Documents).Valid(new SchemaRef("openapi.yaml#/s"), new Random(1), requiredOnly);
    }
}
