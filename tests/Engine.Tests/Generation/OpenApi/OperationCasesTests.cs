using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Generation;

namespace Alicerce.Engine.Tests.Generation.OpenApi;

public class OperationCasesTests
{
    private static readonly JsonNode Document = JsonNode.Parse("""
        {"schemas":{
          "New":{"type":"object","additionalProperties":false,"required":["name","size"],"properties":{
            "name":{"type":"string","minLength":3,"maxLength":9},"size":{"type":"integer","minimum":1,"maximum":5},"kind":{"type":"string","enum":["a","b"]}}},
          "Thing":{"type":"object","required":["id"],"properties":{"id":{"type":"integer"}}},
          "List":{"type":"object","properties":{"items":{"type":"array","items":{"$ref":"#/schemas/Thing"}}}},
          "Id":{"type":"integer","minimum":1}}}
        """)!;

    private static readonly ApiParameter Id = new("id", "path", true, Ref("Id"));

    [Fact]
    public void A_success_is_held_to_the_declared_status_type_and_schema()
    {
        var made = Cases("api").Single(c => c.Key.EndsWith("|api|createThing", StringComparison.Ordinal));

        made.Name.ShouldBe("API: createThing - success");
        made.Steps[0].Request!.Body!.Text.ShouldBe("""{"name":"test_name","size":1}""");
        made.Steps[0].Checks().ShouldBe(
            """status in [201]; content_type in ["application/json"]; schema {"201":"openapi.yaml#/schemas/Thing","400":"openapi.yaml#/schemas/Thing"}""");
    }

    [Fact]
    public void Optional_parts_are_sent_too() =>
        Cases("api").Single(c => c.Key.EndsWith("|createThing:all", StringComparison.Ordinal)).Steps[0].Request!.Body!.Text.ShouldBe("""{"name":"test_name","size":1,"kind":"a"}""");

    [Theory]
    [InlineData("409", """{"type":"string"}""", "my thing-{{$timestamp}}-{{$seq}}")]
    [InlineData("409", """{"type":"string","maxLength":28}""", "my thing-{{$timestamp}}-{{$seq}}")]
    [InlineData("409", """{"type":"string","maxLength":27}""", "my thing")]
    [InlineData("409", """{"type":"string","pattern":"^[a-z ]+$"}""", "my thing")]
    [InlineData("409", """{"type":"string","enum":["my thing"]}""", "my thing")]
    [InlineData("409", """{"type":"string","format":"slug"}""", "my thing")]
    [InlineData("400", """{"type":"string"}""", "my thing")]
    public void A_name_that_may_be_taken_already_is_new_in_each_run_where_anything_may_stand(string answer, string name, string expected)
    {
        var schemas = JsonNode.Parse("""{"schemas":{"New":{"type":"object","required":["name"],"properties":{"name":true,"kind":{"type":"string"}}},"Thing":{"type":"object"}}}""".Replace("true", name, StringComparison.Ordinal));
        var media = new Dictionary<string, ApiMedia> { ["application/json"] = new(Ref("New"), JsonNode.Parse("""{"name":"my thing","kind":"fixed"}""")) };
        var create = Operation("POST", "createThing", "/things", ("201", "Thing"), (answer, null));
        var component = Path("/things", create with { Operation = create.Operation! with { RequestBody = new(true, media) } });

        var made = SuiteGenerator.Generate(Shop.Scan([component], document: schemas), new() { Types = ["api"] }).Cases;

        made.Single(c => c.Key.EndsWith("|createThing:all", StringComparison.Ordinal)).Steps[0].Request!.Body!.Text.ShouldBe($$"""{"name":"{{expected}}","kind":"fixed"}""");
    }

    [Theory]
    [InlineData("createThing:invalid:without:body.name", "status in [400,422]")]
    [InlineData("createThing:invalid:without-body", "status in [400,411,415,422]")]
    [InlineData("createThing:invalid:unknown-property", "status in [400,422]")]
    [InlineData("createThing:invalid:malformed-json", "status in [400,422]")]
    [InlineData("createThing:invalid:content-type", "status in [400,415,422]")]
    [InlineData("readThing:not-found", "status in [404,410]")]
    [InlineData("method:PATCH", "status in [405,501]")]
    public void Wrong_calls_are_refused(string what, string checks) =>
        Cases("api").First(c => c.Key.EndsWith($"|api|{what}", StringComparison.Ordinal)).Steps[0].Checks().ShouldBe(checks);

    [Fact, Trait("Req", "S004-GEN-10")]
    public void Properties_are_tried_at_their_borders()
    {
        var checks = Cases("edge").Where(c => c.Key.Contains("createThing:body.")).ToDictionary(c => c.Key[(c.Key.IndexOf("body.", StringComparison.Ordinal) + 5)..], c => c.Steps[0].Checks());

        foreach (var refused in new[] { "name:min_length-1", "name:max_length+1", "name:wrong_json_type", "size:min-1", "size:max+1", "size:wrong_json_type", "kind:outside_enum" })
            checks[refused].ShouldStartWith("status in [400,422]", customMessage: refused);
        foreach (var taken in new[] { "name:min_length", "name:max_length", "size:min", "size:max" }) checks[taken].ShouldStartWith("status in [201]", customMessage: taken);
    }

    [Fact, Trait("Req", "S004-GEN-10")]
    public void Properties_of_objects_and_of_lists_of_objects_are_tried_too()
    {
        var document = JsonNode.Parse("""
            {"schemas":{"New":{"type":"object","properties":{
              "address":{"type":"object","required":["city"],"properties":{"city":{"type":"string","maxLength":5}}},
              "items":{"type":"array","items":{"type":"object","properties":{"amount":{"type":"integer","maximum":9}}}}}},
            "Thing":{"type":"object"},"Id":{"type":"integer"}}}
            """);

        var cases = SuiteGenerator.Generate(Shop.Scan(Things(), document: document), new() { Types = ["edge"] }).Cases
            .Where(c => c.Key.Contains("body.", StringComparison.Ordinal)).ToDictionary(c => c.Key[(c.Key.IndexOf("body.", StringComparison.Ordinal) + 5)..]);

        cases["address.city:max_length+1"].Steps[0].Request!.Body!.Text.ShouldBe("""{"address":{"city":"test_c"},"items":[{"amount":1}]}""");
        cases["address.city:missing"].Steps[0].Request!.Body!.Text.ShouldBe("""{"address":{},"items":[{"amount":1}]}""");
        cases["items.amount:max+1"].Steps[0].Request!.Body!.Text!.ShouldContain(""""items":[{"amount":10}]"""");
        cases["items.amount:max+1"].Steps[0].Checks().ShouldStartWith("status in [400,422]");
    }

    [Fact]
    public void An_id_comes_from_the_list_when_the_document_has_no_example()
    {
        var made = Cases("api").Single(c => c.Key.EndsWith("|api|readThing", StringComparison.Ordinal));

        made.Steps[0].Captures.ShouldBe([new Capture("id_id", "jsonpath", "$.items[0].id", Optional: true)]);
        made.Steps[1].Request!.Target.ShouldBe("/things/{{id_id}}");
    }

    [Fact, Trait("Trap", "T004-75")]
    public void The_life_of_a_thing_is_one_story()
    {
        var story = Cases("e2e").ShouldHaveSingleItem();

        story.Steps.Select(s => s.Name).ShouldBe(["POST /things", "GET /things/{{id_id}}", "DELETE /things/{{id_id}}", "GET /things/{{id_id}}"]);
        (story.Mutates, story.Idempotent).ShouldBe((true, false));
    }

    [Fact]
    public void Deleting_never_takes_what_the_case_did_not_make() =>
        Cases("api").Single(c => c.Key.EndsWith("|api|deleteThing", StringComparison.Ordinal)).Steps.Select(s => s.Name).ShouldBe(["POST /things", "DELETE /things/{{id_id}}"]);

    [Fact, Trait("Trap", "T004-42")]
    public void A_secured_operation_refuses_missing_and_wrong_credentials()
    {
        var cases = Cases("auth");

        cases.Select(c => c.Key[(c.Key.LastIndexOf('|') + 1)..]).ShouldBe(["deleteThing:no-credentials", "deleteThing:wrong-token", "deleteThing:garbage-token"]);
        cases.ShouldAllBe(c => c.Steps[0].Request!.Auth == "none" && c.Steps[0].Checks() == "status in [401,403]");
    }

    [Fact]
    public void Well_formed_credentials_that_are_nobodys_are_not_expected_to_be_taken()
    {
        var create = Things()[0].Actions[1];
        var login = create with { Operation = create.Operation! with { Responses = new Dictionary<string, ApiResponse>(create.Operation.Responses) { ["401"] = new(new Dictionary<string, ApiMedia>(), []) } } };

        var cases = SuiteGenerator.Generate(Shop.Scan([Path("/token", login)], document: Document.DeepClone()), new() { Types = ["edge"] }).Cases;

        cases.Single(c => c.Key.EndsWith("name:max_length", StringComparison.Ordinal)).Steps[0].Checks().ShouldBe("status lt 500; no_errors");
    }

    [Theory]
    [InlineData("text/event-stream", false), InlineData("text/event-stream; charset=utf-8", false), InlineData("application/json", true)]
    public void A_stream_that_never_ends_is_only_asked_for_what_it_refuses(string contentType, bool waits)
    {
        var watch = Operation("GET", "watchThing", "/things/{id}/events", ("200", null));
        var streaming = new Dictionary<string, ApiResponse> { ["200"] = new(new Dictionary<string, ApiMedia> { [contentType] = new(null) }, []) };
        var limit = new ApiParameter("limit", "query", true, Ref("Limit"));
        var component = Path("/things/{id}/events", watch with { Operation = watch.Operation! with { Responses = streaming, Parameters = [Id, limit] } });
        var document = JsonNode.Parse("""{"schemas":{"Id":{"type":"integer"},"Limit":{"type":"integer","minimum":1,"maximum":9}}}""");

        var suite = SuiteGenerator.Generate(Shop.Scan([component], document: document), new() { Types = ["api", "edge", "security"] });

        bool Has(string end) => suite.Cases.Any(c => c.Key.EndsWith(end, StringComparison.Ordinal));
        Has("|api|watchThing").ShouldBe(waits);
        Has("watchThing:limit:max").ShouldBe(waits);
        Has("watchThing:header:x-content-type-options").ShouldBe(waits);
        Has("watchThing:limit:max+1").ShouldBeTrue();
        Has("watchThing:invalid:without:limit").ShouldBeTrue();
        suite.Notes.Any(n => n.Code == "stream_not_tried").ShouldBe(!waits);
    }

    private static IReadOnlyList<TestCase> Cases(string type) => SuiteGenerator.Generate(Shop.Scan(Things(), document: Document.DeepClone()), new() { Types = [type], DefaultAuth = "token" }).Cases;

    private static Component[] Things()
    {
        var json = new Dictionary<string, ApiMedia> { ["application/json"] = new(Ref("New")) };
        var list = Operation("GET", "listThings", "/things", ("200", "List"));
        var create = Operation("POST", "createThing", "/things", ("201", "Thing"), ("400", "Thing"));
        var delete = Operation("DELETE", "deleteThing", "/things/{id}", ("204", null));
        return
        [
            Path("/things", list, create with { Operation = create.Operation! with { RequestBody = new(true, json) } }),
            Path("/things/{id}", Operation("GET", "readThing", "/things/{id}", ("200", "Thing")),
                delete with { Operation = delete.Operation! with { Security = [["portador"]], SecuritySchemes = new Dictionary<string, string> { ["portador"] = "bearer" } } }),
        ];
    }

    private static Component Path(string path, params ComponentAction[] actions) => new()
    {
        FilePath = $"openapi.yaml#/paths/{path.Replace("/", "~1", StringComparison.Ordinal)}",
        Name = path,
        Route = path,
        Type = ComponentType.Api,
        ContentHash = "",
        Actions = [.. actions.Select(a => a with { Operation = a.Operation! with { PathMethods = [.. actions.Select(x => x.Method)] } })],
    };

    private static ComponentAction Operation(string method, string id, string path, params (string Status, string? Schema)[] answers) => new()
    {
        Name = id,
        Method = method,
        Operation = new ApiOperation
        {
            Document = "openapi.yaml",
            Path = path,
            OperationId = id,
            Parameters = path.Contains('{') ? [Id] : [],
            Responses = answers.ToDictionary(a => a.Status, a => new ApiResponse(a.Schema is null ? new Dictionary<string, ApiMedia>() : new Dictionary<string, ApiMedia> { ["application/json"] = new(Ref(a.Schema)) }, [])),
        },
    };

    private static SchemaRef Ref(string name) => new($"openapi.yaml#/schemas/{name}");
}
