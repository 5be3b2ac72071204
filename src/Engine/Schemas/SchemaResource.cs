using System.Text.Json.Nodes;

namespace Alicerce.Engine.Schemas;

/// <summary>A schema node and where it stands, e.g. <c>openapi.yaml#/components/schemas/Pet</c>.</summary>
internal readonly record struct SchemaPlace(JsonNode? Node, string Location);

/// <summary>A document, or a part of one with an <c>$id</c> of its own: the base of references and the home of anchors.</summary>
internal sealed class SchemaResource(SchemaPlace root, Uri baseUri, SchemaDialect dialect)
{
    public SchemaPlace Root { get; } = root;
    public Uri BaseUri { get; } = baseUri;
    public SchemaDialect Dialect { get; } = dialect;
    public Dictionary<string, SchemaPlace> Anchors { get; } = [];
    public Dictionary<string, SchemaPlace> DynamicAnchors { get; } = [];
}
