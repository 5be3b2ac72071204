using System.Text.Json.Nodes;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Schemas;

namespace Alicerce.Engine.Tests.Schemas;

public sealed class JsonSchemaValidatorTests
{
    private sealed class Documents(params (string Path, string Json)[] files) : ISchemaDocuments
    {
        private readonly Dictionary<string, JsonNode> _files = files.ToDictionary(f => f.Path, f => JsonNode.Parse(f.Json)!);

        public JsonNode? Find(string path) => _files.GetValueOrDefault(path);
    }

    private static SchemaVerdict Check(string schema, string instance, SchemaDirection direction = SchemaDirection.Any, SchemaOptions? options = null) =>
        new JsonSchemaValidator(new Documents(), options).Validate(JsonNode.Parse(instance), JsonNode.Parse(schema)!, direction);

    [Fact]
    public void An_error_tells_where_in_the_value_and_in_the_schema_and_what_was_expected()
    {
        var documents = new Documents(("a.json", """{"components":{"schemas":{"Pet":{"properties":{"a/b":{"items":{"minimum":3}}}}}}}"""));
        var error = new JsonSchemaValidator(documents).Validate(JsonNode.Parse("""{"a/b":[5,2]}"""), new SchemaRef("a.json#/components/schemas/Pet")).Errors.ShouldHaveSingleItem();
        error.ShouldBe(new SchemaError("/a~1b/1", "a.json#/components/schemas/Pet/properties/a~1b/items/minimum", "minimum", "expected at least 3, got 2"));
    }

    [Fact]
    public void An_unknown_keyword_is_told_and_never_a_clean_pass()
    {
        var verdict = Check("""{"$ref":"#/$defs/x","$defs":{"x":{"minimun":3,"x-note":1,"example":2,"title":"t"}}}""", "1");
        verdict.IsConclusive.ShouldBeFalse();
        verdict.UnknownKeywords.ShouldBe(["#/$defs/x/minimun"]);
    }

    [Theory]
    [InlineData("""{"minimum":"3"}""")]
    [InlineData("""{"type":"text"}""")]
    [InlineData("""{"pattern":"("}""")]
    [InlineData("""{"allOf":[]}""")]
    [InlineData("""{"properties":[]}""")]
    [InlineData("""{"$ref":"#/nowhere"}""")]
    [InlineData("""{"$ref":"https://elsewhere.example/schema"}""")]
    [InlineData("""{"required":"a"}""")]
    [InlineData("""{"multipleOf":0}""")]
    [InlineData("""[1]""")]
    public void A_broken_schema_fails_every_value_with_the_reason(string schema) =>
        Check(schema, "1").Errors.ShouldHaveSingleItem().Message.ShouldStartWith("the schema itself is broken");

    [Fact]
    public void References_lead_to_other_documents_beside_this_one()
    {
        var documents = new Documents(("api/a.json", """{"x":{"$ref":"../common/b.json#/y"}}"""), ("common/b.json", """{"y":{"$ref":"#here"},"z":{"$anchor":"here","type":"string"}}"""));
        var validator = new JsonSchemaValidator(documents);
        validator.Validate(JsonNode.Parse("\"a\""), new SchemaRef("api/a.json#/x")).IsValid.ShouldBeTrue();
        validator.Validate(JsonNode.Parse("1"), new SchemaRef("api/a.json#/x")).Errors.ShouldHaveSingleItem().SchemaPath.ShouldBe("common/b.json#/z/type");
        validator.Validate(JsonNode.Parse("1"), new SchemaRef("api/none.json#/x")).IsValid.ShouldBeFalse();
    }

    [Fact]
    public void What_does_not_travel_this_way_is_neither_required_nor_welcome()
    {
        const string schema = """{"required":["id","secret"],"properties":{"id":{"readOnly":true},"secret":{"$ref":"#/$defs/s"}},"$defs":{"s":{"writeOnly":true}}}""";
        Check(schema, """{"id":1}""", SchemaDirection.Response).IsValid.ShouldBeTrue();
        Check(schema, """{"secret":1}""", SchemaDirection.Request).IsValid.ShouldBeTrue();
        Check(schema, """{"id":1,"secret":1}""", SchemaDirection.Response).Errors.ShouldHaveSingleItem().Message.ShouldContain("writeOnly");
        Check(schema, """{"id":1,"secret":1}""").IsValid.ShouldBeTrue();
        Check(schema, "{}").Errors.Count.ShouldBe(2);
    }

    [Fact]
    public void Cycles_and_explosions_end_with_an_error()
    {
        Check("""{"$ref":"#"}""", "1").Errors.ShouldHaveSingleItem().Keyword.ShouldBe("$depth");
        Check("""{"allOf":[{"$ref":"#"},{"$ref":"#"}]}""", "1").IsValid.ShouldBeFalse();
        var bomb = """{"$ref":"#/$defs/n0","$defs":{""" + string.Join(',', Enumerable.Range(0, 40).Select(i => $$"""
            "n{{i}}":{"allOf":[{"$ref":"#/$defs/n{{i + 1}}"},{"$ref":"#/$defs/n{{i + 1}}"}]}
            """)) + ""","n40":true}}""";
        Check(bomb, "1").Errors.ShouldHaveSingleItem().Keyword.ShouldBe("$budget");
        var chain = """{"$ref":"#/$defs/n0","$defs":{""" + string.Join(',', Enumerable.Range(0, 20_000).Select(i => $$"""
            "n{{i}}":{"$ref":"#/$defs/n{{i + 1}}"}
            """)) + ""","n20000":true}}""";
        Check(chain, "1").Errors.ShouldHaveSingleItem().Keyword.ShouldBe("$depth");
    }

    [Theory]
    [InlineData(SchemaDialect.Draft202012, false)]
    [InlineData(SchemaDialect.Draft07, true)]
    [InlineData(SchemaDialect.OpenApi30, true)]
    public void Rules_beside_a_reference_count_only_in_the_newest_dialect(SchemaDialect dialect, bool valid) =>
        Check("""{"$ref":"#/definitions/x","minimum":100,"definitions":{"x":{"type":"integer"}}}""", "3", options: new SchemaOptions { Dialect = dialect }).IsValid.ShouldBe(valid);

    [Fact]
    public void An_empty_array_contains_nothing() => Check("""{"prefixItems":[true],"contains":{"type":"integer"}}""", "[]").IsValid.ShouldBeFalse();

    [Fact]
    public void Errors_are_bounded_and_the_nearest_alternative_explains_itself()
    {
        Check("""{"items":{"type":"string"}}""", "[" + string.Join(',', Enumerable.Repeat("1", 500)) + "]").Errors.Count.ShouldBe(50);
        var errors = Check("""{"anyOf":[{"type":"null"},{"type":"object","properties":{"a":{"type":"integer"}}}]}""", """{"a":"x"}""").Errors;
        errors.Select(e => (e.InstancePath, e.Keyword)).ShouldBe([("", "anyOf"), ("/a", "type")]);
    }

    [Theory]
    [InlineData("0.1", "0.3", true)]
    [InlineData("0.01", "1234567.89", true)]
    [InlineData("0.01", "0.015", false)]
    [InlineData("1e-300", "1", true)]
    [InlineData("3", "1e999999999", false)]
    [InlineData("7", "12345678901234567890123456789012345678", false)]
    public void Multiples_are_exact(string divisor, string value, bool valid) => Check($$"""{"multipleOf":{{divisor}}}""", value).IsValid.ShouldBe(valid);

    [Fact]
    public void Numbers_beyond_all_types_are_compared_as_written()
    {
        Check("""{"maximum":1e308}""", "1e309").IsValid.ShouldBeFalse();
        Check("""{"minimum":0.1000000000000000000000000000000001}""", "0.1").IsValid.ShouldBeFalse();
        Check("""{"type":"integer","enum":[100]}""", "1.00e2").IsValid.ShouldBeTrue();
    }

    [Fact]
    public void A_pattern_that_explodes_on_other_engines_is_quick_here() =>
        Check("""{"pattern":"^(a+)+$"}""", $"\"{new string('a', 5000)}!\"").IsValid.ShouldBeFalse();

    [Fact]
    public void Half_a_surrogate_pair_is_an_error_and_not_an_exception() =>
        new JsonSchemaValidator(new Documents()).Validate(System.Text.Json.JsonDocument.Parse("\"\\ud800\"").RootElement, JsonNode.Parse("""{"minLength":1}""")!)
            .Errors.ShouldHaveSingleItem().Keyword.ShouldBe("$unicode");

    [Fact]
    public void Many_threads_share_one_validator()
    {
        var documents = new Documents(("a.json", """{"a":{"properties":{"b":{"$ref":"#/c"}}},"c":{"anyOf":[{"$ref":"#/a"},{"type":"integer"}]}}"""));
        var validator = new JsonSchemaValidator(documents);
        Parallel.For(0, 200, i => validator.Validate(JsonNode.Parse("""{"b":{"b":1}}"""), new SchemaRef(i % 2 == 0 ? "a.json#/a" : "a.json#/c")).IsValid.ShouldBeTrue());
    }
}
