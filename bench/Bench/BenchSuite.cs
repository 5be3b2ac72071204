using System.Text.Json;
using System.Text.Json.Nodes;

namespace Alicerce.Bench;

/// <summary>The same suite, N cases with three assertions each, in the form of each runner.</summary>
internal static class BenchSuite
{
    /// <summary>A project folder for <c>alicerce check</c>: no components, only a case file.</summary>
    public static string WriteAlicerce(string folder, int cases)
    {
        var project = Path.Combine(folder, $"alicerce-{cases}");
        Directory.CreateDirectory(Path.Combine(project, "alicerce", "cases"));
        File.WriteAllText(Path.Combine(project, "alicerce.yaml"), "project: bench\n");
        using var file = File.CreateText(Path.Combine(project, "alicerce", "cases", "bench.yaml"));
        file.Write("cases:\n");
        for (var i = 0; i < cases; i++)
        {
            file.Write($$"""
                  - key: bench|api|{{i}}
                    name: Item {{i}} is listed
                    kind: api
                    request:
                      path: /items/{{i}}
                    asserts:
                      - status: 200
                      - header: { name: content-type, contains: json }
                      - jsonpath: { path: $.total, eq: 2 }

                """);
        }
        return project;
    }

    public static string WriteNewman(string folder, int cases, string target)
    {
        const string script = """
            pm.test("status", () => pm.response.to.have.status(200));
            pm.test("type", () => pm.expect(pm.response.headers.get("content-type")).to.include("json"));
            pm.test("total", () => pm.expect(pm.response.json().total).to.eql(2));
            """;
        var items = Enumerable.Range(0, cases).Select(i => new JsonObject
        {
            ["name"] = $"Item {i} is listed",
            ["request"] = new JsonObject { ["method"] = "GET", ["url"] = $"{target}/items/{i}" },
            ["event"] = new JsonArray(new JsonObject { ["listen"] = "test", ["script"] = new JsonObject { ["exec"] = new JsonArray(script) } }),
        });
        var collection = new JsonObject
        {
            ["info"] = new JsonObject { ["name"] = "bench", ["schema"] = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
            ["item"] = new JsonArray([.. items]),
        };
        return Write(folder, $"newman-{cases}.json", collection.ToJsonString(JsonSerializerOptions.Default));
    }

    public static string WriteStepCi(string folder, int cases, string target)
    {
        var tests = string.Concat(Enumerable.Range(0, cases).Select(i => $$"""
              t{{i}}:
                steps:
                  - name: Item {{i}} is listed
                    http:
                      url: {{target}}/items/{{i}}
                      method: GET
                      check:
                        status: 200
                        headers:
                          Content-Type: application/json
                        jsonpath:
                          $.total: 2

            """));
        return Write(folder, $"stepci-{cases}.yml", $"version: \"1.1\"\nname: bench\ntests:\n{tests}");
    }

    private static string Write(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
