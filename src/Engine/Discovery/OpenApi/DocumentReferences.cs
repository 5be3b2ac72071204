using System.Text.Json.Nodes;

namespace Alicerce.Engine.Discovery.OpenApi;

/// <summary>Where a document refers to something: every <c>$ref</c> that is not part of an example or of a value.</summary>
internal static class DocumentReferences
{
    /// <param name="visit">Gets the object that holds the reference, and may change it.</param>
    public static void Visit(JsonNode? node, Action<JsonObject, string> visit, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list)
                    Visit(item, visit, ct);
                break;
            case JsonObject map:
                if (map.Text("$ref") is { } reference)
                    visit(map, reference);
                foreach (var (name, value) in map)
                {
                    if (name is not ("example" or "examples" or "default" or "enum" or "const") || value is JsonObject && name == "examples")
                        Visit(value, visit, ct);
                }
                break;
        }
    }

    /// <returns>The address before the <c>#</c>, and what follows it; each may be empty.</returns>
    public static (string Address, string Fragment) Split(string reference)
    {
        var mark = reference.IndexOf('#');
        return mark < 0 ? (reference, "") : (reference[..mark], reference[(mark + 1)..]);
    }
}
