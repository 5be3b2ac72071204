using System.Text.Json.Nodes;
using Alicerce.Engine.Generation.Values;

namespace Alicerce.Engine.Generation.OpenApi;

/// <summary>A property that a client may set, of a body or of the objects right inside it.</summary>
/// <param name="Owner">The property that holds it, an object or a list of objects; null at the top.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Schema">Folded.</param>
/// <param name="Required">By the object that it is in.</param>
internal sealed record BodyProperty(string? Owner, string Name, LocatedSchema Schema, bool Required)
{
    /// <summary>Nested properties tried in one operation: a large document must not explode into cases.</summary>
    private const int MostNested = 20;

    /// <summary>As keys and names of cases call it.</summary>
    public string Path => Owner is null ? Name : $"{Owner}.{Name}";

    /// <summary>The properties of the body, then those one level deeper.</summary>
    public static IEnumerable<BodyProperty> Of(LocatedSchema body, SchemaReader reader)
    {
        var top = Inside(body, owner: null, reader).ToList();
        return top.Concat(top.SelectMany(p => ObjectIn(p.Schema, reader) is { } inner ? Inside(inner, p.Name, reader) : []).Take(MostNested));
    }

    /// <summary>The input with this property set, or left out where <paramref name="value"/> is null. In a list it is that of the first item.</summary>
    public OperationInput In(OperationInput input, JsonNode? value)
    {
        if (Owner is null) return input.WithProperty(Name, value);
        var holder = input.Body?[Owner]?.DeepClone();
        if ((holder is JsonArray { Count: > 0 } items ? items[0] : holder) is not JsonObject target) return input;
        if (value is null) target.Remove(Name);
        else target[Name] = value;
        return input.WithProperty(Owner, holder);
    }

    private static LocatedSchema? ObjectIn(LocatedSchema schema, SchemaReader reader) => schema.Type switch
    {
        "object" => schema,
        "array" => reader.Fold(schema.Schema["items"], schema.Document, []) is { Type: "object" } item ? item : null,
        _ => null,
    };

    private static IEnumerable<BodyProperty> Inside(LocatedSchema holder, string? owner, SchemaReader reader)
    {
        var required = holder.Required.ToHashSet(StringComparer.Ordinal);
        foreach (var (name, node) in holder.Properties)
        {
            if (reader.Fold(node, holder.Document, []) is { } schema && !schema.Flag("readOnly") && !schema.Schema.ContainsKey("const"))
                yield return new(owner, name, schema, required.Contains(name));
        }
    }
}
