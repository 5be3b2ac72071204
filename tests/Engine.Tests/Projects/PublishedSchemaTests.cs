using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Cases.Files;
using Alicerce.Engine.Projects;

namespace Alicerce.Engine.Tests.Projects;

public class PublishedSchemaTests
{
    public static TheoryData<string, string, string[]> Parts => new()
    {
        { "cases.schema.json", "case", CaseFileKeys.Case },
        { "cases.schema.json", "generated", CaseFileKeys.Generated },
        { "cases.schema.json", "load", CaseFileKeys.Load },
        { "cases.schema.json", "step", CaseFileKeys.Step },
        { "cases.schema.json", "request", CaseFileKeys.Request },
        { "cases.schema.json", "name_value", CaseFileKeys.NameValue },
        { "cases.schema.json", "body", CaseFileKeys.Body },
        { "cases.schema.json", "field", CaseFileKeys.Field },
        { "cases.schema.json", "query", CaseFileKeys.Query },
        { "cases.schema.json", "param", CaseFileKeys.Param },
        { "cases.schema.json", "capture", CaseFileKeys.Capture },
        { "cases.schema.json", "details", [.. AssertionTypes.All.Select(CaseFileKeys.SubjectKey).Distinct(), "value", .. CaseFileKeys.Operators] },
        { "known-failures.schema.json", "known_failure", KnownFailuresFile.EntryKeys },
        { "alicerce.schema.json", "environment", ProjectConfigKeys.Environment },
        { "alicerce.schema.json", "datasource", ProjectConfigKeys.Datasource },
        { "alicerce.schema.json", "auth", ProjectConfigKeys.Auth },
        { "alicerce.schema.json", "routes", ProjectConfigKeys.Routes },
        { "alicerce.schema.json", "ignore", ProjectConfigKeys.Ignore },
        { "alicerce.schema.json", "generate", ProjectConfigKeys.Generate },
        { "alicerce.schema.json", "limits", ProjectConfigKeys.Limits },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void Schema_and_reader_know_the_same_keys(string file, string part, string[] keys)
    {
        JsonObject properties = Load(file)["$defs"]![part]!["properties"]!.AsObject();
        properties.Select(p => p.Key).ShouldBe(keys, ignoreOrder: true);
        properties.ShouldAllBe(p => p.Value!["description"] != null);
    }

    [Fact]
    public void Each_schema_knows_the_keys_of_its_file()
    {
        KeysOf("alicerce.schema.json").ShouldBe(ProjectConfigKeys.Project, ignoreOrder: true);
        KeysOf("cases.schema.json").ShouldBe(["cases"]);
        KeysOf("known-failures.schema.json").ShouldBe(KnownFailuresFile.FileKeys);
        PublishedSchemas.Names.Count.ShouldBe(3);
    }

    [Fact]
    public void No_part_of_a_schema_is_without_a_reader()
    {
        foreach (string file in PublishedSchemas.Names)
        {
            IEnumerable<string> withProperties = Load(file)["$defs"]!.AsObject().Where(d => d.Value!["properties"] != null).Select(d => d.Key);
            withProperties.ShouldBe(Parts.Where(p => p.Data.Item1 == file).Select(p => p.Data.Item2), ignoreOrder: true);
        }
    }

    [Fact]
    public void Schema_and_reader_know_the_same_words()
    {
        JsonNode defs = Load("cases.schema.json")["$defs"]!;
        Words(defs["case"]!["properties"]!["kind"]!).ShouldBe(CaseFileKeys.Kinds);
        Words(defs["param"]!["properties"]!["type"]!).ShouldBe(CaseFileKeys.ParamTypes);
        Words(defs["capture"]!["properties"]!["from"]!).ShouldBe(CaseFileKeys.CaptureSources);
        Words(defs["assertion"]!["anyOf"]![0]!).ShouldBe(AssertionTypes.All, ignoreOrder: true);
        defs["assertion"]!["anyOf"]![1]!["properties"]!.AsObject().Select(p => p.Key).ShouldBe([.. AssertionTypes.All, "not"], ignoreOrder: true);
        Words(Load("alicerce.schema.json")["$defs"]!["datasource"]!["properties"]!["ssl"]!).ShouldBe(ProjectConfigKeys.SslModes);
    }

    private static IEnumerable<string> KeysOf(string file) => Load(file)["properties"]!.AsObject().Select(p => p.Key);

    private static IEnumerable<string> Words(JsonNode schema) => schema["enum"]!.AsArray().Select(w => w!.GetValue<string>());

    private static JsonNode Load(string name)
    {
        using Stream stream = PublishedSchemas.Open(name);
        return JsonNode.Parse(stream)!;
    }
}
