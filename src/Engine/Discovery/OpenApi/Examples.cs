using System.Text.Json.Nodes;

namespace Alicerce.Engine.Discovery.OpenApi;

/// <summary>The first example that a parameter, a media type or its schema gives.</summary>
internal static class Examples
{
    public static JsonNode? Of(OpenApiDocument document, Placed owner) => First(document, owner)?.DeepClone();

    private static JsonNode? First(OpenApiDocument document, Placed owner)
    {
        if (owner.Node.Member("example") is { } one)
            return one;
        foreach (var (_, declared) in owner.Child("examples").Members())
        {
            if (document.Follow(declared, subject: null)?.Node.Member("value") is { } value)
                return value;
        }
        if (owner.Node.Member("schema") is null || document.Peek(owner.Child("schema")) is not { } schema)
            return null;
        return schema.Node.Member("example") ?? (schema.Node.List("examples") is [var first, ..] ? first : null);
    }
}
