using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Alicerce.Engine.Formats;

namespace Alicerce.Engine.Discovery.OpenApi;

/// <summary>Reads one path of the document with its operations.</summary>
internal sealed partial class OperationReader(OpenApiDocument document, SecurityReader security)
{
    internal static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private readonly ParameterReader _parameters = new(document);
    private readonly ContentReader _contents = new(document);
    private readonly Dictionary<string, string> _operationIds = [];

    /// <summary>
    /// The path as a component; null when nothing of it could be read. Complexity is 1 + 2 × operations + parameters + declared
    /// responses beyond the first of each operation: the same idea as a page's actions and branches (S004-DISC-08).
    /// </summary>
    public Component? PathItem(string template, Placed declared)
    {
        if (document.Follow(declared, template) is not { Node: JsonObject } item)
        {
            Broken(declared.Node, template, "it is not an object");
            return null;
        }
        var present = Methods.Where(m => item.Node.Member(m) is not null).Select(m => m.ToUpperInvariant()).ToArray();
        var actions = new List<ComponentAction>();
        foreach (var method in present)
        {
            if (Operation(template, item, method, present) is { } action)
                actions.Add(action);
        }
        var basePath = ServerPaths.BasePath(item.Node, document.Root);
        return new Component
        {
            FilePath = $"{document.Path}#/paths/{JsonPointer.Escape(template)}",
            Name = template,
            Type = ComponentType.Api,
            Route = basePath + template,
            RequiresAuth = actions.Count > 0 && actions.TrueForAll(a => a.RequiresAuth),
            Actions = actions,
            ComplexityScore = 1 + actions.Sum(a => 2 + a.Params.Count + Math.Max(0, a.Operation!.Responses.Count - 1)),
            ContentHash = "",
        };
    }

    private ComponentAction? Operation(string template, Placed item, string method, string[] present)
    {
        var placed = item.Child(method.ToLowerInvariant());
        var title = $"{method} {template}";
        if (placed.Node is not JsonObject node)
        {
            Broken(placed.Node ?? item.Node, title, "it is not an object");
            return null;
        }
        var id = OperationId(node, title);
        var parameters = _parameters.Read(item, placed, title);
        CheckPathParameters(template, title, parameters, node);
        var body = _contents.RequestBody(placed.Child("requestBody"), title);
        var alternatives = security.Of(node, title);
        return new ComponentAction
        {
            Name = id ?? title,
            Method = method,
            Params = [.. parameters.Select(p => p.Mapped), .. _contents.BodyParameters(placed.Child("requestBody"))],
            DeclaresCsrf = false,
            RequiresAuth = RequiresAuth(alternatives),
            Location = document.Findings.Locate(node),
            Operation = new ApiOperation
            {
                Document = document.Path,
                Path = ServerPaths.BasePath(node, item.Node, document.Root) + template,
                OperationId = id,
                Parameters = [.. parameters.Select(p => p.Declared)],
                RequestBody = body,
                Responses = _contents.Responses(placed.Child("responses"), method, title),
                Security = alternatives,
                SecuritySchemes = security.Schemes,
                Deprecated = node.Flag("deprecated"),
                Tags = [.. node.List("tags").Select(t => t.Text()).OfType<string>()],
                PathMethods = present,
            },
        };
    }

    private static bool RequiresAuth(IReadOnlyList<IReadOnlyList<string>> alternatives) => alternatives.Count > 0 && alternatives.All(a => a.Count > 0);

    private string? OperationId(JsonObject node, string title)
    {
        if (node.Text("operationId") is not { Length: > 0 } id)
            return null;
        if (_operationIds.TryAdd(id, title))
            return id;
        document.Findings.Add(FindingSeverity.Warning, "openapi.duplicate_operation_id", $"The operationId {id} is already that of {_operationIds[id]}.",
            "Give each operation an id of its own; this one goes by its method and path.", node.Member("operationId"), title);
        return null;
    }

    private void CheckPathParameters(string template, string title, IReadOnlyList<ReadParameter> parameters, JsonNode node)
    {
        var named = Placeholder().Matches(template).Select(m => m.Groups["name"].Value).ToHashSet();
        var declared = parameters.Where(p => p.Declared.In == "path").Select(p => p.Declared.Name).ToHashSet();
        foreach (var name in named.Except(declared))
        {
            document.Findings.Add(FindingSeverity.Error, "openapi.undeclared_path_parameter", $"The path names {{{name}}}, but {title} declares no such parameter.",
                $"Declare a parameter with name: {name} and in: path.", node, $"{title} {name}");
        }
        foreach (var name in declared.Except(named))
        {
            document.Findings.Add(FindingSeverity.Warning, "openapi.unused_path_parameter", $"{title} declares the path parameter {name}, which is not in the path.",
                $"Put {{{name}}} into the path, or remove the parameter.", node, $"{title} {name}");
        }
    }

    private void Broken(JsonNode? at, string subject, string reason) =>
        document.Findings.Add(FindingSeverity.Error, "openapi.broken_operation", $"{subject} was left out: {reason}.", "Write it as the specification has it.", at, subject);

    [GeneratedRegex(@"\{(?<name>[^{}/]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
