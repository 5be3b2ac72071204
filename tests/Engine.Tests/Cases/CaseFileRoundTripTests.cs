using System.Text.Json;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Cases.Files;

namespace Alicerce.Engine.Tests.Cases;

public class CaseFileRoundTripTests
{
    [Fact]
    public async Task Random_cases_survive_a_file_without_loss()
    {
        int seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var random = new RandomCases(seed);
        TestCase[] cases = [.. Enumerable.Range(0, 1_500).Select(random.Next)];

        foreach (TestCase[] file in cases.Chunk(50))
        {
            string text = CaseFileWriter.Write(file);
            (List<TestCase> read, var problems) = await CaseText.ReadAsync(text);

            problems.ShouldBeEmpty($"seed {seed}");
            read.Count.ShouldBe(file.Length);
            for (int i = 0; i < file.Length; i++)
                Shape(read[i]).ShouldBe(Shape(file[i]), $"seed {seed}\n{CaseFileWriter.Text(file[i])}");
            CaseFileWriter.Write(read).ShouldBe(text);
        }
    }

    [Fact]
    public async Task A_name_with_a_word_that_looks_like_an_alias_survives()
    {
        var request = new RequestSpec { Target = "/", Headers = [new("trailing *alias", "two\nlines"), new("a *b", "c *d")], Query = [new("e *f", "g *h")] };
        var written = new TestCase { Key = "alias", Name = "alias", Kind = CaseKind.Api, Steps = [new Step { Request = request, Assertions = [new() { Type = "header", Subject = "x *y", Operator = "eq", Value = "z *w" }] }] };

        var (read, problems) = await CaseText.ReadAsync(CaseFileWriter.Write([written]));

        problems.ShouldBeEmpty();
        Shape(read.ShouldHaveSingleItem()).ShouldBe(Shape(written));
    }

    [Fact]
    public async Task The_streaming_writer_gives_the_same_text()
    {
        TestCase[] cases = [.. Enumerable.Range(0, 20).Select(new RandomCases(7).Next)];
        using var writer = new StringWriter();
        await CaseFileWriter.WriteAsync(writer, cases.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        writer.ToString().ShouldBe(CaseFileWriter.Write(cases));
    }

    [Fact]
    public void A_simple_case_is_pleasant_to_read()
    {
        var login = new TestCase
        {
            Key = "components/login.q|api|login",
            Name = "Login lets a customer in",
            Kind = CaseKind.Api,
            Tags = ["smoke", "login"],
            Mutates = true,
            ComponentPath = "components/login.q",
            Steps =
            [
                new Step
                {
                    Request = new RequestSpec
                    {
                        Method = "POST",
                        Target = "/login",
                        Body = new RequestBody { Kind = BodyKind.Form, Fields = [new("email", "ana@example.com"), new("password", "${secret:SHOP_PASSWORD}")] },
                    },
                    Assertions =
                    [
                        new Assertion { Type = "status", Operator = "in", Value = new System.Text.Json.Nodes.JsonArray(200, 302) },
                        new Assertion { Type = "header", Subject = "content-type", Operator = "contains", Value = "html" },
                        new Assertion { Type = "jsonpath", Subject = "$.id", Operator = "exists" },
                        new Assertion { Type = "contains", Value = "Traceback", Not = true },
                        new Assertion { Type = "no_errors" },
                        new Assertion { Type = "duration", Operator = "lt", Value = 500 },
                    ],
                    Captures = [new Capture("token", "jsonpath", "$.token")],
                },
            ],
        };

        CaseFileWriter.Write([login]).ShouldBe("""
            # yaml-language-server: $schema=../schemas/cases.schema.json
            cases:
              - key: components/login.q|api|login
                name: Login lets a customer in
                kind: api
                tags: [smoke, login]
                mutates: true
                component: components/login.q
                request:
                  method: POST
                  path: /login
                  body:
                    form:
                      email: ana@example.com
                      password: ${secret:SHOP_PASSWORD}
                asserts:
                  - status: {in: [200, 302]}
                  - header: {name: content-type, contains: html}
                  - jsonpath: {path: $.id, exists: true}
                  - not: {contains: Traceback}
                  - no_errors
                  - duration: {lt: 500}
                captures:
                  - {name: token, jsonpath: $.token}

            """);
    }

    [Theory]
    [InlineData("components/login.q", "components-login.q.yaml")]
    [InlineData(null, "cases.yaml")]
    public void A_file_is_named_after_its_component(string? path, string name) => CaseFileWriter.FileName(path).ShouldBe(name);

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("openapi.yaml#/paths/~1pets~1{id}")]
    [InlineData("CON")]
    [InlineData("\0\n")]
    [InlineData("..")]
    [InlineData("a b")]
    public void File_names_are_safe_whatever_the_component_is_called(string path) =>
        CaseFileWriter.FileName(path).ShouldMatch("^[a-z0-9_][a-z0-9._-]*-?[0-9a-f]*\\.yaml$");

    [Fact]
    public void Components_that_differ_in_odd_characters_get_files_of_their_own() =>
        new[] { "a b.q", "a-b.q", "A-b.q", "a/b.q", "a.b.q" }.Select(CaseFileWriter.FileName).Distinct().Count().ShouldBe(5);

    private static string Shape(TestCase @case) => JsonSerializer.Serialize(@case);
}
