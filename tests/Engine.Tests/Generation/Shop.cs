using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Generation;
using Alicerce.Engine.Schemas;

namespace Alicerce.Engine.Tests.Generation;

/// <summary>Components as the scanners would give them, and the shortest way to their cases.</summary>
internal static class Shop
{
    public static Component Page(string name, params ComponentAction[] actions) => new()
    {
        FilePath = $"components/{name}.q",
        Name = name,
        Type = ComponentType.Page,
        Route = "/" + name,
        ContentHash = "",
        Actions = actions,
    };

    public static ComponentAction Action(string name, params Parameter[] parameters) => new() { Name = name, Params = parameters };

    public static Parameter Param(string name, string type = "string", bool required = true) => new() { Name = name, Type = type, Required = required };

    public static FormField Field(string name, string type = "text", string? value = null) => new() { Name = name, Type = type, Value = value };

    public static ComponentForm Form(params FormField[] fields) => new() { Id = "pedido", Method = "POST", Fields = fields };

    /// <summary>A login page, and a page behind it.</summary>
    public static Component[] WithLogin =>
    [
        Page("login", Action("login", Param("email", "email"), Param("senha"))) with
        {
            Forms = [new() { Id = "entrar", Method = "POST", Fields = [Field("email", "email"), Field("senha", "password")] }],
        },
        Page("conta") with { RequiresAuth = true },
    ];

    public static GeneratedSuite Suite(GenerationOptions options, params Component[] components) => SuiteGenerator.Generate(Scan(components), options);

    public static IReadOnlyList<TestCase> CasesOf(string type, params Component[] components) => Suite(new() { Types = [type] }, components).Cases;

    public static ScanResult Scan(IReadOnlyList<Component> components, IReadOnlyList<Finding>? findings = null, JsonNode? document = null) =>
        new(components, findings ?? [], ScanStats.Of(components), new OneDocument(document));

    public static string Checks(this Step step) => string.Join("; ", step.Assertions.Select(Text));

    private static string Text(Assertion a) => string.Join(' ', new[] { a.Not ? "not" : null, a.Type, a.Subject, a.Operator, a.Value?.ToJsonString() }.OfType<string>());

    private sealed class OneDocument(JsonNode? document) : ISchemaDocuments
    {
        public JsonNode? Find(string path) => path == "openapi.yaml" ? document : null;
    }
}
