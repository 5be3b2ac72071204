using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Testing.Tests.Runs;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Testing.Tests.Discovery;

/// <summary>A document that is fetched by URL, with the files that it refers to.</summary>
public sealed class OpenApiUrlTests(ScanFixture fixture) : IClassFixture<ScanFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private TestServer Server => fixture.Server;

    [Fact]
    public async Task References_are_followed_anywhere_on_the_origin_and_as_deep_as_they_go()
    {
        await using var target = await ServingAsync(new()
        {
            ["/docs/v1/openapi.yaml"] = DocumentOf("schemas/pet.yaml#/Pet", "../common/errors.yaml#/Error", "{origin}/shared/owner.yaml?v=2#/Owner"),
            ["/docs/v1/schemas/pet.yaml"] = "Pet: {type: object, properties: {tag: {$ref: 'tag.yaml'}}}",
            ["/docs/v1/schemas/tag.yaml"] = "type: string",
            ["/docs/common/errors.yaml"] = "Error: {type: object, properties: {code: {$ref: '/shared/owner.yaml?v=2#/Code'}}}",
            ["/shared/owner.yaml"] = "Owner: {type: object}\nCode: {type: integer}",
        });

        var scan = await ScanAsync(target, "/docs/v1/openapi.yaml");

        scan.GetProperty("findings").EnumerateArray().Select(f => f.GetRawText()).ShouldBeEmpty();
        scan.GetProperty("components").EnumerateArray().ShouldHaveSingleItem().GetProperty("file_path").GetString().ShouldBe("openapi.yaml#/paths/~1pets");
        target.Requests.Select(r => r.Path).Order(StringComparer.Ordinal)
            .ShouldBe(["/docs/common/errors.yaml", "/docs/v1/openapi.yaml", "/docs/v1/schemas/pet.yaml", "/docs/v1/schemas/tag.yaml", "/shared/owner.yaml"]);
    }

    [Fact]
    public async Task A_reference_that_cannot_be_fetched_is_a_finding_at_its_place_and_the_rest_goes_on()
    {
        await using var target = await ServingAsync(new()
        {
            ["/openapi.yaml"] = DocumentOf("gone.yaml#/Pet", "here.yaml#/Error", "here.yaml#/Owner"),
            ["/here.yaml"] = "Error: {type: object}\nOwner: {type: object}",
        });

        var scan = await ScanAsync(target, "/openapi.yaml");

        scan.GetProperty("components").GetArrayLength().ShouldBe(1);
        var finding = scan.GetProperty("findings").EnumerateArray().ShouldHaveSingleItem();
        finding.GetProperty("code").GetString().ShouldBe("openapi.unresolved_ref");
        finding.GetProperty("file_path").GetString().ShouldBe("openapi.yaml");
        finding.GetProperty("line").GetInt32().ShouldBe(LineOf("gone.yaml"));
        finding.GetProperty("message").GetString()!.ShouldContain("/gone.yaml answered 404");
    }

    [Fact]
    public async Task Another_origin_is_not_asked_and_is_a_finding()
    {
        await using var other = await ServingAsync(new() { ["/x.yaml"] = "Pet: {type: object}" });
        await using var target = await ServingAsync(new()
        {
            ["/openapi.yaml"] = DocumentOf($"{other.Url}x.yaml#/Pet", "//127.0.0.1:1/y.yaml#/Error", "here.yaml"),
            ["/here.yaml"] = "type: object",
        });

        var scan = await ScanAsync(target, "/openapi.yaml", other.Url);

        scan.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()).ShouldBe(["openapi.remote_ref", "openapi.remote_ref"]);
        other.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Text_that_looks_like_a_reference_is_not_one()
    {
        await using var target = await ServingAsync(new()
        {
            ["/openapi.yaml"] = DocumentOf("here.yaml", "here.yaml", "here.yaml", "Write `$ref: nowhere.yaml` or \\\"$ref\\\": \\\"other.yaml\\\""),
            ["/here.yaml"] = "type: object\nexample: {$ref: nothing.yaml}",
        });

        var scan = await ScanAsync(target, "/openapi.yaml");

        scan.GetProperty("findings").GetArrayLength().ShouldBe(0);
        target.Requests.Select(r => r.Path).ShouldBe(["/openapi.yaml", "/here.yaml"]);
    }

    [Fact]
    public async Task Number_and_depth_of_files_are_bounded()
    {
        await using var target = await Target.StartAsync(context =>
        {
            var path = context.Request.Path.Value!;
            if (path == "/openapi.yaml") return context.Response.WriteAsync(DocumentOf("1.yaml", "1.yaml", "1.yaml"), context.RequestAborted);
            return context.Response.WriteAsync($"type: object\nproperties: {{next: {{$ref: '{int.Parse(path[1..^5]) + 1}.yaml'}}}}", context.RequestAborted);
        });

        var scan = await ScanAsync(target, "/openapi.yaml");

        target.Requests.Count.ShouldBeLessThan(110);
        scan.GetProperty("components").GetArrayLength().ShouldBe(1);
        scan.GetProperty("findings").EnumerateArray().ShouldHaveSingleItem().GetProperty("code").GetString().ShouldBe("openapi.unresolved_ref");
    }

    [Fact]
    public async Task All_files_together_are_bounded()
    {
        var text = new string('x', 12 * 1024 * 1024);
        await using var target = await Target.StartAsync(context => context.Response.WriteAsync(
            context.Request.Path == "/openapi.yaml" ? DocumentOf("1.json", "2.json", "3.json") : $$"""{"type":"string","description":"{{text}}"}""", context.RequestAborted));

        var scan = await ScanAsync(target, "/openapi.yaml");

        scan.GetProperty("findings").EnumerateArray().ShouldHaveSingleItem().GetProperty("message").GetString()!
            .ShouldContain("at most 100 files and 33,554,432 bytes are fetched for a document");
    }

    private static string DocumentOf(string pet, string error, string owner, string description = "ok") => $$"""
        openapi: 3.1.0
        info: {title: t, version: '1', description: "{{description}}"}
        paths:
          /pets:
            get:
              responses:
                '200':
                  description: ok
                  content:
                    application/json:
                      schema:
                        anyOf:
                          - $ref: '{{pet}}'
                          - $ref: '{{error}}'
                          - $ref: '{{owner}}'
        """;

    private static int LineOf(string pet) => 1 + Array.FindIndex(DocumentOf(pet, "e", "o").Split('\n'), line => line.Contains(pet, StringComparison.Ordinal));

    private static async Task<Target> ServingAsync(Dictionary<string, string> files)
    {
        Target? target = null;
        return target = await Target.StartAsync(context =>
        {
            if (files.TryGetValue(context.Request.Path.Value!, out var text)) return context.Response.WriteAsync(text.Replace("{origin}", target!.Url.ToString().TrimEnd('/')), context.RequestAborted);
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
    }

    private async Task<JsonElement> ScanAsync(Target target, string path, params Uri[] others)
    {
        var project = await TestProjects.NewAsync(Server, Ct);
        foreach (var (url, i) in others.Prepend(target.Url).Select((url, i) => (url, i)))
            await Server.PostAsync($"/api/v1/projects/{project}/environments", new { name = $"e{i}", base_url = url.ToString() }, Ct);
        return await Server.PostAsync($"/api/v1/projects/{project}/components/scan", new { openapi_url = new Uri(target.Url, path).ToString() }, Ct);
    }
}
