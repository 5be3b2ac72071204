using System.Text.Json.Nodes;

namespace Alicerce.Engine.Discovery.OpenApi;

/// <summary>A parameter as the document declares it and in the vocabulary that it shares with <c>.q</c> files.</summary>
internal sealed record ReadParameter(ApiParameter Declared, Parameter Mapped);

/// <summary>Reads the parameters of an operation, those of its path included; the operation's own win.</summary>
internal sealed class ParameterReader(OpenApiDocument document)
{
    private const int Most = 200;
    private static readonly HashSet<string> s_places = ["path", "query", "header", "cookie"];

    public IReadOnlyList<ReadParameter> Read(Placed item, Placed operation, string title)
    {
        var found = new Dictionary<(string, string), ReadParameter>();
        foreach (var declared in item.Child("parameters").Items().Concat(operation.Child("parameters").Items()).Take(Most))
        {
            if (document.Follow(declared, title) is { } parameter && One(parameter, title) is { } read)
                found[(read.Declared.Name, read.Declared.In)] = read;
        }
        return [.. found.Values];
    }

    private ReadParameter? One(Placed placed, string title)
    {
        var node = placed.Node;
        if (node.Text("name") is not { Length: > 0 } name || node.Text("in") is not { } place || !s_places.Contains(place))
        {
            document.Findings.Add(FindingSeverity.Error, "openapi.broken_parameter", $"A parameter of {title} has no name, or is in none of path, query, header, cookie.",
                "Give it both name and in.", node, title);
            return null;
        }
        var required = place == "path" || node.Flag("required");
        var schema = SchemaOf(placed, $"{title} {name}");
        var view = new SchemaFacts(document, schema);
        return new ReadParameter(
            new ApiParameter(name, place, required, document.SchemaAt(schema), Examples.Of(document, placed)),
            view.ToParameter(name, place, required, document.Findings.Locate(node)));
    }

    private Placed SchemaOf(Placed parameter, string subject)
    {
        if (parameter.Node.Member("schema") is not null)
            return parameter.Child("schema");
        var media = parameter.Child("content").Members().Select(m => m.Value).FirstOrDefault();
        if (media.Node.Member("schema") is not null)
            return media.Child("schema");
        document.Findings.Add(FindingSeverity.Info, "openapi.parameter_without_schema", "The parameter has no schema, so any value is taken for a good one.",
            "Give it a schema with at least a type.", parameter.Node, subject);
        ((JsonObject)parameter.Node!)["schema"] = new JsonObject();
        return parameter.Child("schema");
    }
}
