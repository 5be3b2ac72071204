using System.Text.Json;
using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Running;
using Alicerce.Engine.Schemas;
using Microsoft.AspNetCore.Http;
using static Alicerce.Engine.Tests.Running.RunSetup;

namespace Alicerce.Engine.Tests.Running.Assertions;

public sealed class AssertionTests
{
    private const string Json = """{"id":7,"name":"Ana","tags":["a","b"],"none":null,"empty":[],"ok":true,"price":1500}""";
    private const string Html = """<html><head><title>Shop</title></head><body><h1>Hello</h1><ul><li>1</li><li>2</li></ul><a class="next" href="/p2">more</a></body></html>""";

    /// <summary>type, subject, operator, value as JSON, negated, whether it holds of <see cref="Json"/>.</summary>
    public static TheoryData<string, string?, string?, string?, bool, bool> OfJson => new()
    {
        { "status", null, null, "200", false, true }, { "status", null, "eq", "201", false, false }, { "status", null, "in", "[200,201]", false, true },
        { "status", null, "in", "[404]", false, false }, { "status", null, null, "\"2xx\"", false, true }, { "status", null, "in", "[\"3xx\",\"4xx\"]", false, false },
        { "status", null, "lt", "400", false, true }, { "status", null, "ge", "400", false, false }, { "status", null, "ne", "200", false, false }, { "status", null, null, "500", true, true },
        { "header", "content-type", "contains", "\"json\"", false, true }, { "header", "Content-Type", "contains", "\"html\"", false, false },
        { "header", "x-none", "exists", null, false, false }, { "header", "x-none", "exists", null, true, true }, { "header", "X-Number", "gt", "41", false, true },
        { "cookie", "session", null, "\"abc\"", false, true }, { "cookie", "session[HttpOnly]", "exists", null, false, true }, { "cookie", "session[Secure]", "exists", null, false, false },
        { "cookie", "session[SameSite]", "eq", "\"strict\"", false, true }, { "cookie", "other", "exists", null, false, false },
        { "body", null, "starts_with", "\"{\"", false, true }, { "body", null, "eq", "\"x\"", false, false }, { "body", null, "is_empty", null, false, false },
        { "contains", null, null, "\"Ana\"", false, true }, { "contains", null, null, "\"Bia\"", false, false }, { "contains", null, null, "\"Bia\"", true, true },
        { "jsonpath", "$.id", "eq", "7", false, true }, { "jsonpath", "$.id", "eq", "\"7\"", false, true }, { "jsonpath", "$.id", "eq", "8", false, false },
        { "jsonpath", "$.name", "matches", "\"^A.a$\"", false, true }, { "jsonpath", "$.none", "exists", null, false, true }, { "jsonpath", "$.nope", "exists", null, false, false },
        { "jsonpath", "$.none", "type", "\"null\"", false, true }, { "jsonpath", "$.tags", "count", "2", false, true }, { "jsonpath", "$.tags", "contains", "\"b\"", false, true },
        { "jsonpath", "$.tags", "contains", "\"c\"", false, false }, { "jsonpath", "$.tags[*]", "eq", "[\"a\",\"b\"]", false, true }, { "jsonpath", "$.empty", "is_empty", null, false, true },
        { "jsonpath", "$.ok", "eq", "true", false, true }, { "jsonpath", "$.ok", "eq", "false", false, false }, { "jsonpath", "$.id", "type", "\"integer\"", false, true },
        { "jsonpath", "$.id", "type", "\"string\"", false, false }, { "jsonpath", "$.id", "in", "[6,7]", false, true }, { "jsonpath", "$.name", "ends_with", "\"z\"", false, false },
        { "regex", "\"id\":(\\d+)", "eq", "\"7\"", false, true }, { "regex", "nothing", null, null, false, false }, { "regex", "(?<=:)7", null, null, false, true },
        { "duration", null, null, "60000", false, true }, { "duration", null, "ge", "60000", false, false }, { "duration", null, "lt", "60000", false, true }, { "duration", null, "lt", "0", false, false },
        { "size", null, "gt", "10", false, true }, { "size", null, "lt", "10", false, false },
        { "content_type", null, null, "\"application/json\"", false, true }, { "content_type", null, "in", "[\"text/html\",\"application/*\"]", false, true },
        { "content_type", null, null, "\"text/html\"", false, false }, { "no_errors", null, null, null, false, true }, { "no_errors", null, null, "[\"An[ab]\"]", false, false },
        { "no_errors", null, null, "true", false, true }, { "no_sql_error", null, null, "true", false, true }, { "returns_data", null, null, "true", false, true },
        { "rejected", null, null, "true", false, false }, { "rejected", null, null, "true", true, true },
        { "no_sql_error", null, null, null, false, true }, { "returns_data", null, null, null, false, true }, { "redirect", null, null, null, false, false }, { "rejected", null, null, null, false, false },
    };

    [Theory, MemberData(nameof(OfJson)), Trait("Req", "S004-RUN-07")]
    public async Task An_assertion_on_json_holds_or_not(string type, string? subject, string? op, string? value, bool not, bool holds)
    {
        await using var target = await FakeTarget.StartAsync(c =>
        {
            c.Response.ContentType = "application/json; charset=utf-8";
            c.Response.Headers["X-Number"] = "42";
            c.Response.Headers.SetCookie = "session=abc; Path=/; HttpOnly; SameSite=strict";
            return c.Response.WriteAsync(Json, c.RequestAborted);
        });

        var result = await JudgeAsync(target, That(type, value is null ? null : JsonNode.Parse(value), op, subject, not));

        result.Passed.ShouldBe(holds, result.ToString());
        if (!holds) (result.Actual ?? result.Message).ShouldNotBeNullOrEmpty();
    }

    [Theory, Trait("Req", "S004-RUN-07")]
    [InlineData("css", "h1", "eq", "\"Hello\"", true), InlineData("css", "li", "count", "2", true), InlineData("css", "a.next@href", "eq", "\"/p2\"", true)]
    [InlineData("css", ".none", "exists", null, false), InlineData("css", "h1", "eq", "\"Bye\"", false), InlineData("css", "a.next@title", "exists", null, false)]
    [InlineData("xpath", "//h1", "eq", "\"Hello\"", true), InlineData("xpath", "count(//li)", "eq", "2", true), InlineData("xpath", "//a/@href", "eq", "\"/p2\"", true)]
    [InlineData("xpath", "//h2", "exists", null, false), InlineData("xpath", "string(//title)", "eq", "\"Shop\"", true), InlineData("jsonpath", "$.x", "exists", null, false)]
    public async Task An_assertion_on_html_holds_or_not(string type, string subject, string op, string? value, bool holds)
    {
        await using var target = await FakeTarget.StartAsync(Html);
        var result = await JudgeAsync(target, That(type, value is null ? null : JsonNode.Parse(value), op, subject));
        result.Passed.ShouldBe(holds, result.ToString());
    }

    [Fact]
    public async Task XPath_reads_xml_and_refuses_its_entities()
    {
        await using var target = await FakeTarget.StartAsync("<a><b>1</b></a>", "application/xml");
        (await JudgeAsync(target, That("xpath", "1", "eq", "/a/b"))).Passed.ShouldBeTrue();

        await using var bomb = await FakeTarget.StartAsync("""<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>""", "application/xml");
        (await JudgeAsync(bomb, That("xpath", "root", "contains", "//a"))).Passed.ShouldBeFalse();
    }

    [Fact]
    public async Task What_cannot_be_looked_at_fails_also_when_negated()
    {
        await using var target = await FakeTarget.StartAsync(Html);
        var result = await JudgeAsync(target, That("jsonpath", 1, "eq", "$.x", not: true));
        result.Passed.ShouldBeFalse();
        result.Message!.ShouldContain("not JSON");
    }

    [Fact]
    public async Task Html_that_nests_without_end_is_refused_and_not_walked()
    {
        await using var target = await FakeTarget.StartAsync(string.Concat(Enumerable.Repeat("<div>", 20_000)));
        (await JudgeAsync(target, That("css", op: "exists", subject: "div"))).Message!.ShouldContain("deep");
    }

    [Theory, Trait("Trap", "T004-49")]
    [InlineData("<p>Error codes cost R$ 500 and 1500</p><style>.Error{}</style> Exception handling course", true)]
    [InlineData("<title>Runtime Error</title>", false)]
    [InlineData("<title> Parse Error - x</title>", false)]
    [InlineData("<title>404 - Component Not Found</title>", false)]
    [InlineData("<pre>Traceback (most recent call last):\n  File x</pre>", false)]
    [InlineData("<h1>Hello {ERROR: user.name}</h1>", false)]
    [InlineData("System.InvalidOperationException: x\n   at A.B.C(String s) in /src/x.cs:line 5\n   at D.E()", false)]
    [InlineData("java.lang.X\n\tat com.shop.Cart.add(Cart.java:12)\n", false)]
    [InlineData("<b>Fatal error</b>: Uncaught x in <b>/var/www/x.php</b> on line <b>3</b>", false)]
    [InlineData("TypeError: x\n    at run (/app/index.js:10:5)\n", false)]
    public async Task No_errors_looks_for_real_markers_of_a_broken_page(string body, bool holds)
    {
        await using var target = await FakeTarget.StartAsync(body);
        var result = await JudgeAsync(target, That("no_errors"));
        result.Passed.ShouldBe(holds, result.ToString());
    }

    [Theory, Trait("Trap", "T004-49")]
    [InlineData("{ERROR: user.name}", "text/html; charset=utf-8", false)]
    [InlineData("{ERROR: user.name}", "application/xhtml+xml", false)]
    [InlineData("{ERROR: user.name}", null, false)]
    [InlineData("""{"message":"unresolved binding: {ERROR: user.name}"}""", "application/json", true)]
    [InlineData("""{"body":"<title>Runtime Error</title>"}""", "application/json", true)]
    [InlineData("Traceback (most recent call last):\n  File x", "application/json", false)]
    [InlineData("Traceback (most recent call last):\n  File x", "text/plain", false)]
    [InlineData("""{"error":"x\n    at run (/app/index.js:10:5)"}""", "application/json", false)]
    [InlineData("""{"name":"Answers at /api/frete","took":15.8,"at":"2026-11-21T18:26:45"}""", "application/json", true)]
    public async Task Marks_of_a_rendered_page_count_only_in_pages(string body, string? contentType, bool holds)
    {
        await using var target = await FakeTarget.StartAsync(body, contentType);
        var result = await JudgeAsync(target, That("no_errors"));
        result.Passed.ShouldBe(holds, result.ToString());
    }

    [Fact, Trait("Trap", "T004-49")]
    public async Task No_errors_fails_on_a_server_error_with_any_body()
    {
        await using var target = await FakeTarget.StartAsync("all is well", status: 500);
        (await JudgeAsync(target, That("no_errors"))).Passed.ShouldBeFalse();
    }

    [Theory]
    [InlineData("ERROR: syntax error at or near \"x\"", false), InlineData("You have an error in your SQL syntax; check", false), InlineData("sqlite3.OperationalError: no such table: t", false)]
    [InlineData("Unclosed quotation mark after the character string ''.", false), InlineData("SQLSTATE[42S02]: Base table", false), InlineData("Learn SQL: errors and syntax", true)]
    public async Task No_sql_error_knows_what_databases_say(string body, bool holds)
    {
        await using var target = await FakeTarget.StartAsync(body);
        (await JudgeAsync(target, That("no_sql_error"))).Passed.ShouldBe(holds);
    }

    [Theory]
    [InlineData("/login", null, null, true), InlineData("/login", "eq", "\"/login\"", true), InlineData("/login", "eq", "\"/\"", false)]
    [InlineData("{base}login?x=1", "starts_with", "\"/login\"", true), InlineData("https://other.example/a", "eq", "\"https://other.example/a\"", true)]
    public async Task Redirects_are_compared_as_paths_of_the_target(string location, string? op, string? value, bool holds)
    {
        FakeTarget? self = null;
        await using var target = self = await FakeTarget.StartAsync(c =>
        {
            c.Response.Redirect(location.Replace("{base}", self!.BaseUrl.AbsoluteUri, StringComparison.Ordinal));
            return Task.CompletedTask;
        });
        var result = await JudgeAsync(target, That("redirect", value is null ? null : JsonNode.Parse(value), op));
        result.Passed.ShouldBe(holds, result.ToString());
    }

    [Theory]
    [InlineData(422, null, "", true), InlineData(400, null, "", true), InlineData(401, null, "", false), InlineData(200, null, "", false), InlineData(500, null, "", false)]
    [InlineData(302, "/form", "<div class='flash flash-error'>no</div>", true), InlineData(302, "/", "<p>Parameter 'email' is required</p>", true)]
    [InlineData(303, "/form", "<p data-flash-type=\"error\">no</p>", true), InlineData(302, "/form", "<p>Saved</p>", false), InlineData(302, "/done", "<p role=\"alert\">x</p>", false)]
    public async Task Rejected_is_a_client_error_or_a_redirect_back_that_shows_an_error(int status, string? location, string page, bool holds)
    {
        await using var target = await FakeTarget.StartAsync(c =>
        {
            if (c.Request.Method != "POST") return c.Response.WriteAsync(c.Request.Cookies["flash"] == "1" ? page : "", c.RequestAborted);
            c.Response.StatusCode = status;
            c.Response.Headers.Location = location;
            c.Response.Cookies.Append("flash", "1");
            return Task.CompletedTask;
        });
        var step = new Step { Request = new RequestSpec { Method = "POST", Target = "/send", Headers = [new("Referer", "/form")] }, Assertions = [That("rejected")] };

        var result = await RunOneAsync(target.BaseUrl, Story("rejected", step));

        result.Steps[0].Assertions[0].Passed.ShouldBe(holds, result.Steps[0].Assertions[0].ToString());
    }

    [Fact, Trait("Req", "S004-RUN-06")]
    public async Task A_result_says_type_operator_and_expected()
    {
        await using var target = await FakeTarget.StartAsync("ok", status: 500);
        var result = await RunOneAsync(target.BaseUrl, Case("/x", That("status", 200), That("status", new JsonArray(200, 201), "in"), That("header", "json", "contains", "content-type", not: true)));

        result.Steps[0].Assertions.Select(a => a.Assertion).ShouldBe(["status eq 200", "status in [200,201]", "header content-type not contains json"]);
        result.Steps[0].Assertions[0].Actual.ShouldBe("500");
        result.Message.ShouldBe("Assertions failed: status eq 200 (was 500); status in [200,201] (was 500)");
    }

    [Theory]
    [InlineData(200, "\"api.yaml#/S\"", "/S", true), InlineData(200, "{\"200\":\"api.yaml#/A\",\"4XX\":\"api.yaml#/B\"}", "/A", true), InlineData(404, "{\"200\":\"api.yaml#/A\",\"4XX\":\"api.yaml#/B\"}", "/B", true)]
    [InlineData(500, "{\"200\":\"api.yaml#/A\",\"default\":\"api.yaml#/C\"}", "/C", true), InlineData(500, "{\"200\":\"api.yaml#/A\"}", null, false), InlineData(200, "{\"type\":\"object\"}", "object", true)]
    [InlineData(200, "\"api.yaml#/Wrong\"", "/Wrong", false)]
    public async Task A_schema_is_chosen_by_status_and_asked(int status, string value, string? asked, bool holds)
    {
        await using var target = await FakeTarget.StartAsync(Json, "application/json", status);
        var checker = new FakeSchemas();
        var run = Request(target.BaseUrl, Case("/x", That("schema", JsonNode.Parse(value)))) with { SchemaChecker = checker };

        var result = (await RunAsync(run)).Single().Steps[0].Assertions[0];

        result.Passed.ShouldBe(holds, result.ToString());
        if (asked is null) checker.Asked.ShouldBeNull();
        else checker.Asked!.ShouldContain(asked);
    }

    [Theory]
    [InlineData("\"api.yaml#/Nothing\"", "the reference api.yaml#/Nothing leads nowhere")]
    [InlineData("{\"$ref\":\"#/$defs/Nothing\"}", "leads nowhere")]
    [InlineData("{\"type\":\"objekt\"}", "there is no type 'objekt'")]
    public async Task A_broken_schema_is_a_mistake_of_the_case_and_not_of_the_target(string schema, string why)
    {
        await using var target = await FakeTarget.StartAsync(Json, "application/json");
        var run = Request(target.BaseUrl, Case("/x", That("status", 200), That("schema", JsonNode.Parse(schema)))) with { SchemaChecker = new SchemaChecker() };

        var result = (await RunAsync(run)).ShouldHaveSingleItem();

        (result.Status, result.Reason).ShouldBe((CaseStatus.Error, Reasons.InvalidCase));
        result.Message!.ShouldContain(why);
    }

    [Fact]
    public async Task A_wrong_status_is_told_although_the_schema_is_broken_as_well()
    {
        await using var target = await FakeTarget.StartAsync(Json, "application/json", 500);
        var run = Request(target.BaseUrl, Case("/x", That("status", 200), That("schema", JsonNode.Parse("\"api.yaml#/Nothing\"")))) with { SchemaChecker = new SchemaChecker() };

        var result = (await RunAsync(run)).ShouldHaveSingleItem();

        (result.Status, result.Reason).ShouldBe((CaseStatus.Failed, Reasons.ServerError));
    }

    private sealed class FakeSchemas : ISchemaChecker
    {
        public string? Asked { get; private set; }

        public SchemaAnswer Check(JsonElement instance, JsonNode schema, ISchemaDocuments? documents)
        {
            Asked = schema.ToJsonString();
            return new SchemaAnswer(Asked.Contains("Wrong", StringComparison.Ordinal) ? ["$.id must be text"] : [], []);
        }
    }
}
