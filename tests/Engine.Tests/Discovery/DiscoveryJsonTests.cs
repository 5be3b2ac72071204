using System.Text.Json.Nodes;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Tests.Discovery;

public class DiscoveryJsonTests
{
    [Fact, Trait("Req", "S004-DISC-03")]
    public void A_scan_prints_the_documented_shape()
    {
        ScanResult scan = Scans.Project(new FolderSource(Scans.Fixtures, new ScanOptions())).Result;
        JsonNode json = JsonNode.Parse(ScanJson.ToText(scan))!;

        JsonNode page = json["components"]!.AsArray().Single(c => (string?)c!["file_path"] == "components/checkout.q")!;
        ((string?)page["component_name"], (string?)page["component_type"], (int?)page["complexity_score"]).ShouldBe(("checkout", "page", 13));
        ((string?)page["actions"]![0]!["name"], (string?)page["actions"]![0]!["method"], (string?)page["actions"]![0]!["params"]![0]!["type"]).ShouldBe(("pay", "POST", "email"));
        ((string?)page["queries"]![0]!["name"], (string?)page["queries"]![0]!["datasource"]).ShouldBe(("order", "main"));
        ((string?)page["forms"]![0]!["id"], (string?)page["forms"]![0]!["action"], (bool?)page["forms"]![0]!["fields"]![1]!["required"]).ShouldBe(("pay", "pay", true));
        page["conditionals"]!.ToJsonString().ShouldBe("""[{"expression":"a","branches":3}]""");
        foreach (string member in new[] { "line_count", "includes", "functions", "route", "content_hash" }) page.AsObject().ContainsKey(member).ShouldBeTrue(member);
        json["findings"]![0]!.AsObject().Select(p => p.Key).ShouldBe(["code", "severity", "file_path", "location", "message", "hint", "subject", "id"]);
        json["stats"]!.AsObject().Select(p => p.Key).ShouldContain("avg_complexity");
    }

    [Theory]
    [InlineData("components/checkout.q")]
    [InlineData("components/index.q")]
    [InlineData("components/admin/api.q")]
    public void A_component_survives_storage(string path)
    {
        Component component = Scans.Fixture(path).Components[0] with { FileModifiedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), Served = false };
        string json = ComponentJson.Write(component);
        Component back = ComponentJson.Read(json);
        ComponentJson.Write(back).ShouldBe(json);
        (back.Name, back.Type, back.Served, back.FileModifiedAt).ShouldBe((component.Name, component.Type, false, component.FileModifiedAt));
        back.Actions.Count.ShouldBe(component.Actions.Count);
    }

    [Fact]
    public void An_operation_survives_storage()
    {
        var component = new Component
        {
            FilePath = "openapi.yaml#/paths/~1pets",
            Name = "/pets",
            Type = ComponentType.Api,
            ContentHash = "00",
            Actions =
            [
                new ComponentAction
                {
                    Name = "list",
                    Location = new SourceLocation(3, 7),
                    Operation = new ApiOperation
                    {
                        Document = "openapi.yaml",
                        Path = "/pets",
                        Parameters = [new ApiParameter("limit", "query", false, new SchemaRef("openapi.yaml#/x"), JsonValue.Create(5))],
                        Responses = new Dictionary<string, ApiResponse> { ["200"] = new(new Dictionary<string, ApiMedia> { ["application/json"] = new(null) }, ["X-Total"]) },
                        Security = [["key"]],
                    },
                },
            ],
        };
        Component back = ComponentJson.Read(ComponentJson.Write(component));
        back.Actions[0].Location.ShouldBe(new SourceLocation(3, 7));
        back.Actions[0].Operation!.Responses["200"].RequiredHeaders.ShouldBe(["X-Total"]);
        back.Actions[0].Operation!.Parameters[0].Example!.GetValue<int>().ShouldBe(5);
        ComponentJson.Write(back).ShouldBe(ComponentJson.Write(component));
    }
}
