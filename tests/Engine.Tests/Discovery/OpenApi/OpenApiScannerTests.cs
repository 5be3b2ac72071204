using System.Text;
using System.Text.Json.Nodes;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Discovery.OpenApi;
using Alicerce.Engine.Schemas;

namespace Alicerce.Engine.Tests.Discovery.OpenApi;

public sealed class OpenApiScannerTests
{
    private static readonly string s_fixtures = Path.Combine(AppContext.BaseDirectory, "Discovery", "OpenApi", "Fixtures");

    internal static SourceFile Fixture(string name, string? at = null) => new(at ?? name, File.ReadAllBytes(Path.Combine(s_fixtures, name)), ModifiedAt: null);

    private static ScannedFile Scan(SourceFile file, params SourceFile[] others) =>
        new OpenApiScanner().Scan(file, path => others.FirstOrDefault(o => o.Path == path));

    private static ScannedFile ScanText(string text) => Scan(new SourceFile("api.yaml", Encoding.UTF8.GetBytes(text), ModifiedAt: null));

    private static ScannedFile PetShop() => Scan(Fixture("petshop-3.1.yaml"), Fixture("owner.yaml", "schemas/owner.yaml"), Fixture("petshop-3.1.yaml"));

    private static ApiOperation Operation(ScannedFile scanned, string name) =>
        scanned.Components.SelectMany(c => c.Actions).Single(a => a.Name == name).Operation!;

    private static SchemaVerdict Validate(ScannedFile scanned, SchemaRef schema, string json) =>
        new JsonSchemaValidator(new Documents(scanned.Document!)).Validate(JsonNode.Parse(json), schema, SchemaDirection.Response);

    private sealed class Documents(JsonNode root) : ISchemaDocuments
    {
        public JsonNode? Find(string path) => root;
    }

    [Fact]
    [Trait("Req", "S004-DISC-03")]
    [Trait("Req", "S004-DISC-04")]
    public void Each_path_is_a_component_with_its_operations_as_actions()
    {
        var scanned = PetShop();
        scanned.Findings.ShouldBeEmpty();
        scanned.Components.Select(c => (c.FilePath, c.Name, c.Route, c.Type)).ShouldBe([
            ("petshop-3.1.yaml#/paths/~1pets", "/pets", "/v1/pets", ComponentType.Api),
            ("petshop-3.1.yaml#/paths/~1pets~1{id}", "/pets/{id}", "/v1/pets/{id}", ComponentType.Api),
        ]);
        scanned.Components.SelectMany(c => c.Actions).Select(a => (a.Name, a.Method, a.RequiresAuth, a.Location.Line)).ShouldBe([
            ("listPets", "GET", false, 11), ("addPet", "POST", true, 33), ("GET /pets/{id}", "GET", true, 50), ("removePet", "DELETE", false, 57),
        ]);
        scanned.Components.Sum(c => c.LineCount).ShouldBe(86);
        scanned.Components[0].ContentHash.Length.ShouldBe(64);
        scanned.Components[0].ComplexityScore.ShouldBe(1 + (2 + 2 + 1) + (2 + 3 + 1));
    }

    [Fact]
    public void The_hash_covers_the_files_that_the_document_refers_to()
    {
        SourceFile main = Fixture("petshop-3.1.yaml"), owner = Fixture("owner.yaml", "schemas/owner.yaml");
        string HashWith(params SourceFile[] others) => Scan(main, others).Components.Select(c => c.ContentHash).Distinct().ShouldHaveSingleItem();

        var before = HashWith(owner);
        HashWith(owner).ShouldBe(before);
        HashWith(owner with { Content = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(owner.Content.Span) + "\n") }).ShouldNotBe(before);
        HashWith().ShouldNotBe(before);
        ScanText("openapi: 3.1.0\npaths: {/a: {get: {}}}\n").Components[0].ContentHash
            .ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("openapi: 3.1.0\npaths: {/a: {get: {}}}\n"u8)));
    }

    [Fact]
    public void An_operation_tells_all_that_the_document_promises()
    {
        var scanned = PetShop();
        var list = Operation(scanned, "listPets");
        list.Path.ShouldBe("/v1/pets");
        list.PathMethods.ShouldBe(["GET", "POST"]);
        list.Tags.ShouldBe(["pets"]);
        list.Parameters.Select(p => (p.Name, p.In, p.Required)).ShouldBe([("limit", "query", false), ("status", "query", false)]);
        list.Parameters[0].Schema.Ref.ShouldBe("petshop-3.1.yaml#/components/parameters/Limit/schema");
        list.Responses["200"].RequiredHeaders.ShouldBe(["X-Total"]);
        list.Responses["200"].Content["application/json"].Schema!.Ref.ShouldBe("petshop-3.1.yaml#/paths/~1pets/get/responses/200/content/application~1json/schema");
        list.Responses["default"].Content.Keys.ShouldBe(["application/problem+json"]);
        var remove = Operation(scanned, "removePet");
        remove.Security.Select(a => string.Join('+', a)).ShouldBe(["token+key", ""]);
        remove.SecuritySchemes.ShouldBe(new Dictionary<string, string> { ["token"] = "bearer", ["key"] = "apiKey:header:X-Key" }, ignoreOrder: true);
        remove.Deprecated.ShouldBeTrue();
    }

    [Fact]
    public void Parameters_and_body_members_share_the_vocabulary_of_pages()
    {
        var actions = PetShop().Components.SelectMany(c => c.Actions).ToDictionary(a => a.Name);
        var limit = actions["listPets"].Params[0];
        (limit.Type, limit.Source, limit.Min, limit.Max).ShouldBe(("integer", "query", 1m, 100m));
        actions["listPets"].Params[1].Enum.ShouldBe(["free", "sold"]);
        actions["addPet"].Params.Select(p => (p.Name, p.Type, p.Source, p.Required)).ShouldBe([
            ("name", "string", "body", true), ("friend", "object", "body", false), ("born", "date", "body", false),
        ]);
    }

    [Fact]
    public void Schemas_in_files_beside_the_document_resolve_through_it_even_in_cycles()
    {
        var scanned = PetShop();
        var schema = Operation(scanned, "GET /pets/{id}").Responses["200"].Content["application/json"].Schema!;
        Validate(scanned, schema, """{"id":1,"name":"Rex","owner":{"email":"a@b.example","pets":[{"id":2,"name":"Bo"}]}}""").Errors.ShouldBeEmpty();
        Validate(scanned, schema, """{"id":1,"name":"Rex","owner":{"email":"a@b.example","pets":[{"id":"2","name":"Bo"}]}}""")
            .Errors.ShouldHaveSingleItem().InstancePath.ShouldBe("/owner/pets/0/id");
    }

    [Fact]
    public void A_3_0_document_becomes_3_1()
    {
        var scanned = Scan(Fixture("orders-3.0.json"));
        scanned.Findings.ShouldBeEmpty();
        scanned.Components.Single().Route.ShouldBe("/api/orders/{number}");
        var schema = Operation(scanned, "order").Responses["200"].Content["application/json"].Schema!;
        Validate(scanned, schema, """{"total":1.25,"paid":null,"state":null,"parent":null}""").Errors.ShouldBeEmpty();
        Validate(scanned, schema, """{"total":0}""").Errors.ShouldHaveSingleItem().Keyword.ShouldBe("exclusiveMinimum");
        Validate(scanned, schema, """{"total":0.005,"parent":{"total":"x"},"nullable":3}""").Errors.Select(e => e.InstancePath).ShouldContain("/parent/total");
        Operation(scanned, "order").Parameters[0].Example!.GetValue<string>().ShouldBe("AB1234");
    }

    [Fact]
    public void A_2_0_document_becomes_3_1()
    {
        var scanned = Scan(Fixture("files-2.0.yaml"));
        scanned.Findings.ShouldBeEmpty();
        scanned.Document!["openapi"]!.GetValue<string>().ShouldBe("3.1.0");
        scanned.Components.Single().Route.ShouldBe("/store/files/{name}");
        var file = Operation(scanned, "file");
        file.Security.ShouldHaveSingleItem().ShouldBe(["basic"]);
        file.SecuritySchemes["key"].ShouldBe("apiKey:query:api_key");
        file.Responses["200"].Content.Keys.ShouldBe(["application/json", "application/xml"]);
        file.Responses["200"].Content["application/json"].Example!["size"]!.GetValue<int>().ShouldBe(3);
        file.Parameters.Select(p => (p.Name, p.In)).ShouldBe([("name", "path"), ("tags", "query")]);
        Operation(scanned, "describe").RequestBody!.Content["application/json"].Schema.ShouldNotBeNull();
        Operation(scanned, "upload").RequestBody!.Content.Keys.ShouldBe(["multipart/form-data"]);
        Operation(scanned, "upload").Security.ShouldBeEmpty();
        scanned.Components[0].Actions.Single(a => a.Name == "upload").Params.Select(p => (p.Name, p.Type)).ShouldContain(("content", "file"));
        Validate(scanned, file.Responses["200"].Content["application/xml"].Schema!, """{"name":"a","size":0,"owner":null}""")
            .Errors.ShouldHaveSingleItem().Keyword.ShouldBe("exclusiveMinimum");
    }

    [Fact]
    [Trait("Req", "S004-DISC-02")]
    public void What_is_broken_costs_itself_and_is_told_with_its_place()
    {
        var scanned = Scan(Fixture("broken.yaml"));
        scanned.Components.Select(c => c.Name).ShouldBe(["/a/{id}", "/b", "/d"]);
        string.Join('\n', scanned.Findings.Select(f => $"{f.Location.Line} {f.Code}").Order(StringComparer.Ordinal)).ShouldBe("""
            14 openapi.duplicate_operation_id
            16 openapi.broken_parameter
            17 openapi.parameter_without_schema
            18 openapi.unresolved_ref
            24 openapi.broken_schema
            24 openapi.invalid_example
            24 openapi.unknown_keyword
            26 openapi.broken_operation
            27 openapi.broken_operation
            35 openapi.remote_ref
            40 openapi.ref_outside
            45 openapi.unresolved_ref
            46 openapi.unused_path_parameter
            49 openapi.no_responses
            5 openapi.undeclared_path_parameter
            7 openapi.undefined_security_scheme
            9 openapi.response_without_schema
            """);
        scanned.Findings.ShouldAllBe(f => f.FilePath == "broken.yaml" && f.Hint != null);
    }

    [Theory]
    [InlineData("openapi: 3.1.0\npaths: {a: [}", "openapi.malformed")]
    [InlineData("openapi: 4.0.0\npaths: {}", "openapi.unknown_version")]
    [InlineData("swagger: '1.2'\npaths: {}", "openapi.unknown_version")]
    [InlineData("openapi: 3.1.0\ninfo: {}", "openapi.no_paths")]
    public void A_document_that_cannot_be_read_is_one_finding(string text, string code)
    {
        var scanned = ScanText(text);
        scanned.Components.ShouldBeEmpty();
        scanned.Findings.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("a.yaml", "openapi: 3.0.0", true)]
    [InlineData("a.yml", "# x\ninfo: {}\n'swagger' : '2.0'", true)]
    [InlineData("a.json", """{"info":{"x":[1]},"openapi":"3.0.0"}""", true)]
    [InlineData("a.json", """{"dependencies":{"openapi":"3.0.0"}}""", false)]
    [InlineData("a.yaml", "spec:\n  openapi: 3.0.0", false)]
    [InlineData("a.yaml", "name: openapi\n", false)]
    [InlineData("a.txt", "openapi: 3.0.0", false)]
    [InlineData("a.json", """{"openapi":"3.0.0",""", true)]
    public void Only_openapi_documents_are_accepted(string path, string text, bool accepted) =>
        new OpenApiScanner().Accepts(new SourceFile(path, Encoding.UTF8.GetBytes(text), ModifiedAt: null)).ShouldBe(accepted);

    [Fact]
    public void A_file_that_cannot_be_read_is_a_finding_where_it_is_referred_to()
    {
        var file = new SourceFile("api.yaml", "openapi: 3.1.0\npaths:\n  /a:\n    $ref: b.yaml\n  /c: {get: {responses: {}}}\n"u8.ToArray(), ModifiedAt: null);
        var scanned = new OpenApiScanner().Scan(file, _ => throw new UnauthorizedAccessException("not yours"));
        scanned.Components.Select(c => c.Name).ShouldBe(["/c"]);
        var finding = scanned.Findings.Single(f => f.Code == "openapi.unresolved_ref");
        (finding.Location.Line, finding.Message).ShouldBe((3, "The reference b.yaml leads to a file that cannot be read: not yours."));
    }

    [Fact]
    public void References_that_only_lead_to_each_other_end()
    {
        var scanned = ScanText("""
            openapi: 3.1.0
            paths:
              /a:
                get:
                  parameters: [{$ref: '#/components/parameters/A'}]
                  responses: {'200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/A'}, example: 1}}}}
            components:
              parameters: {A: {$ref: '#/components/parameters/B'}, B: {$ref: '#/components/parameters/A'}}
              schemas: {A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}
            """);
        scanned.Findings.Select(f => f.Code).ShouldContain("openapi.unresolved_ref");
        Validate(scanned, new SchemaRef("api.yaml#/components/schemas/A"), "1").Errors.ShouldHaveSingleItem().Keyword.ShouldBe("$depth");
    }
}
