using System.Text.Json.Nodes;
using Alicerce.Engine.Formats;

namespace Alicerce.Engine.Schemas;

/// <summary>Knows the resources of the documents seen so far and finds what a reference means. Not for two threads at once.</summary>
internal sealed class SchemaLibrary(ISchemaDocuments documents, SchemaDialect dialect)
{
    private const string Scheme = "document://project/";

    private readonly Dictionary<string, SchemaResource?> _documents = [];
    private readonly Dictionary<string, SchemaResource> _byUri = [];
    private readonly Dictionary<JsonNode, SchemaResource> _byNode = new(ReferenceEqualityComparer.Instance);

    /// <summary>The document at that path of the project, or null.</summary>
    public SchemaResource? Document(string path)
    {
        if (!_documents.TryGetValue(path, out var known))
            _documents[path] = known = documents.Find(path) is { } root ? Index(root, path) : null;
        return known;
    }

    /// <summary>The resource of a schema that stands in no document of the project.</summary>
    public SchemaResource Foreign(JsonNode root) => _byNode.TryGetValue(root, out var known) ? known : Index(root, "");

    public SchemaResource ResourceOf(JsonNode node)
    {
        for (var at = node; ; at = at.Parent!)
        {
            if (_byNode.TryGetValue(at, out var resource))
                return resource;
            if (at.Parent is null)
                return Foreign(at);
        }
    }

    /// <summary>What a reference in that resource means; null when there is no such thing.</summary>
    public SchemaPlace? Resolve(SchemaResource from, string reference)
    {
        var mark = reference.IndexOf('#');
        var (address, fragment) = mark < 0 ? (reference, "") : (reference[..mark], reference[(mark + 1)..]);
        var resource = address.Length == 0 ? from : At(from, address);
        return resource is null ? null : Within(resource, fragment);
    }

    private SchemaResource? At(SchemaResource from, string address)
    {
        if (!Uri.TryCreate(from.BaseUri, address, out var target))
            return null;
        if (_byUri.TryGetValue(target.AbsoluteUri, out var known))
            return known;
        return target.AbsoluteUri.StartsWith(Scheme, StringComparison.Ordinal) ? Document(Uri.UnescapeDataString(target.AbsolutePath[1..])) : null;
    }

    /// <summary>A JSON Pointer or an anchor inside a resource.</summary>
    public static SchemaPlace? Within(SchemaResource resource, string fragment)
    {
        if (fragment.Length == 0)
            return resource.Root;
        if (fragment[0] != '/')
            return resource.Anchors.TryGetValue(fragment, out var anchored) ? anchored : null;
        var decoded = JsonPointer.FromFragment(fragment);
        var found = JsonPointer.TryFind(resource.Root.Node, fragment, out var node) || JsonPointer.TryFind(resource.Root.Node, decoded, out node);
        return found ? new SchemaPlace(node, resource.Root.Location + decoded) : null;
    }

    private SchemaResource Index(JsonNode root, string path)
    {
        var baseUri = new Uri(Scheme + string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));
        var resource = new SchemaResource(new SchemaPlace(root, path + "#"), baseUri, DialectOf(root));
        _byNode[root] = resource;
        _byUri.TryAdd(baseUri.AbsoluteUri, resource);
        Walk(root, path + "#", resource);
        return resource;
    }

    private void Walk(JsonNode? node, string location, SchemaResource resource)
    {
        if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
                Walk(list[i], $"{location}/{i}", resource);
        }
        if (node is not JsonObject map)
            return;
        resource = Named(map, location, resource);
        foreach (var (name, value) in map)
        {
            // Data that looks like a schema is still data.
            if (value is (JsonObject or JsonArray) && name is not ("enum" or "const" or "example" or "examples" or "default"))
                Walk(value, $"{location}/{JsonPointer.Escape(name)}", resource);
        }
    }

    private SchemaResource Named(JsonObject map, string location, SchemaResource resource)
    {
        var place = new SchemaPlace(map, location);
        if (Text(map, "$id") is { } id)
        {
            if (id.StartsWith('#'))
                resource.Anchors.TryAdd(id[1..], place);
            else if (Uri.TryCreate(resource.BaseUri, id.TrimEnd('#'), out var uri))
            {
                var own = ReferenceEquals(resource.Root.Node, map) ? resource.Dialect : map.ContainsKey("$schema") ? DialectOf(map) : resource.Dialect;
                resource = new SchemaResource(place, uri, own);
                _byNode[map] = resource;
                _byUri.TryAdd(uri.AbsoluteUri, resource);
            }
        }
        if (Text(map, "$anchor") is { } anchor)
            resource.Anchors.TryAdd(anchor, place);
        if (Text(map, "$dynamicAnchor") is { } dynamic)
        {
            resource.Anchors.TryAdd(dynamic, place);
            resource.DynamicAnchors.TryAdd(dynamic, place);
        }
        return resource;
    }

    private SchemaDialect DialectOf(JsonNode root) => Text(root as JsonObject, "$schema") switch
    {
        { } schema when schema.Contains("draft-07") || schema.Contains("draft-06") => SchemaDialect.Draft07,
        { } schema when schema.Contains("2020-12") => SchemaDialect.Draft202012,
        _ => Text(root as JsonObject, "openapi")?.StartsWith("3.0", StringComparison.Ordinal) == true ? SchemaDialect.OpenApi30 : dialect,
    };

    private static string? Text(JsonObject? map, string name) =>
        map is not null && map.TryGetPropertyValue(name, out var value) && value is JsonValue text && text.TryGetValue<string>(out var found) ? found : null;
}
