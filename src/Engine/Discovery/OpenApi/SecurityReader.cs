using System.Text.Json.Nodes;

namespace Alicerce.Engine.Discovery.OpenApi;

/// <summary>Reads who may call what: the schemes of the document and the demands of its operations.</summary>
internal sealed class SecurityReader(OpenApiDocument document)
{
    /// <summary>In the vocabulary of <see cref="ApiOperation.SecuritySchemes"/>.</summary>
    public IReadOnlyDictionary<string, string> Schemes { get; } = ReadSchemes(document);

    /// <summary>The alternatives of an operation, inherited from the document where it has none; an empty alternative lets anybody in.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Of(JsonNode? operation, string subject)
    {
        var declared = operation is JsonObject own && own.ContainsKey("security") ? operation : document.Root;
        var alternatives = new List<IReadOnlyList<string>>();
        foreach (var alternative in declared.List("security").OfType<JsonObject>())
        {
            var names = alternative.Select(a => a.Key).ToArray();
            foreach (var missing in names.Where(name => !Schemes.ContainsKey(name)))
            {
                document.Findings.Add(FindingSeverity.Error, "openapi.undefined_security_scheme", $"The security scheme {missing} is not declared.",
                    "Declare it under components/securitySchemes (2.0: securityDefinitions).", alternative, $"{subject} {missing}");
            }
            alternatives.Add(names);
        }
        return alternatives;
    }

    private static Dictionary<string, string> ReadSchemes(OpenApiDocument document)
    {
        var schemes = new Dictionary<string, string>();
        foreach (var (name, declared) in document.Top.Child("components").Child("securitySchemes").Members())
        {
            if (document.Follow(declared, name) is not { } scheme)
                continue;
            schemes[name] = (scheme.Node.Text("type"), scheme.Node.Text("scheme")?.ToLowerInvariant()) switch
            {
                ("http", { } http) => http,
                ("apiKey", _) => $"apiKey:{scheme.Node.Text("in") ?? "header"}:{scheme.Node.Text("name")}",
                ({ } type, _) => type,
                _ => "unknown",
            };
        }
        return schemes;
    }
}
