using System.Text.Json.Nodes;
using Alicerce.Engine.Formats;

namespace Alicerce.Engine.Discovery.OpenApi;

/// <summary>A value of the normalised document and the pointer at which it stands.</summary>
internal readonly record struct Placed(JsonNode? Node, string Pointer)
{
    public Placed Child(string name) => new(Node.Member(name), $"{Pointer}/{JsonPointer.Escape(name)}");

    public IEnumerable<(string Name, Placed Value)> Members()
    {
        var own = this;
        return Node is JsonObject map ? [.. map.Select(m => (m.Key, own.Child(m.Key)))] : [];
    }

    public IEnumerable<Placed> Items()
    {
        var pointer = Pointer;
        return Node is JsonArray list ? [.. list.Select((one, i) => new Placed(one, $"{pointer}/{i}"))] : [];
    }
}

/// <summary>The document in its 3.1 shape, with all that it refers to inside.</summary>
internal sealed class OpenApiDocument(string path, JsonObject root, OpenApiFindings findings)
{
    private const int LongestChain = 32;

    public string Path => path;
    public JsonObject Root => root;
    public OpenApiFindings Findings => findings;
    public Placed Top => new(root, "");

    public SchemaRef SchemaAt(Placed schema) => new($"{path}#{schema.Pointer}");

    /// <summary>The value itself, or what its <c>$ref</c> leads to; null, with a finding, where that is nothing.</summary>
    public Placed? Follow(Placed value, string? subject)
    {
        var found = Peek(value);
        // What leads to elsewhere was reported when files were gathered.
        if (found is null && value.Node.Text("$ref") is { } reference && reference.StartsWith('#'))
        {
            findings.Add(FindingSeverity.Error, "openapi.unresolved_ref", $"The reference {reference} leads nowhere.",
                "Declare what it names, or correct the path.", value.Node, subject ?? reference);
        }
        return found;
    }

    /// <summary>The same without a finding: for schemas, whose references are checked all together at the end.</summary>
    public Placed? Peek(Placed value)
    {
        var at = value;
        for (var steps = 0; at.Node.Text("$ref") is { } reference; steps++)
        {
            if (steps >= LongestChain || !reference.StartsWith('#'))
                return null;
            var pointer = JsonPointer.FromFragment(reference[1..]);
            if (!JsonPointer.TryFind(root, pointer, out var target) || target is null)
                return null;
            at = new Placed(target, pointer);
        }
        return at;
    }
}
