using System.Text.Json;

namespace Alicerce.Server.Tests.Web;

/// <summary>An API's description as lines that can be compared, one a promise.</summary>
internal sealed class Contract(JsonElement description)
{
    public const string Demanded = " demanded";
    private const int Deepest = 6;
    private readonly SortedSet<string> _lines = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Lines()
    {
        foreach (var path in description.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject().Where(member => member.Name is "get" or "post" or "put" or "patch" or "delete"))
                Add($"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value);
        }

        return _lines;
    }

    private void Add(string name, JsonElement operation)
    {
        _lines.Add(name);
        if (operation.TryGetProperty("parameters", out var parameters))
        {
            foreach (var parameter in parameters.EnumerateArray().Select(Resolve))
                _lines.Add($"{name} {parameter.GetProperty("in").GetString()} {parameter.GetProperty("name").GetString()}{Need(parameter.TryGetProperty("required", out var required) && required.GetBoolean())}");
        }

        if (operation.TryGetProperty("requestBody", out var body)) AddContent($"{name} body", Resolve(body), isSent: true);
        foreach (var response in operation.GetProperty("responses").EnumerateObject().Where(response => response.Name.StartsWith('2')))
        {
            _lines.Add($"{name} {response.Name}");
            AddContent($"{name} {response.Name}", Resolve(response.Value), isSent: false);
        }
    }

    private void AddContent(string name, JsonElement holder, bool isSent)
    {
        if (!holder.TryGetProperty("content", out var content)) return;
        foreach (var type in content.EnumerateObject())
        {
            _lines.Add($"{name} {type.Name}");
            if (type.Value.TryGetProperty("schema", out var schema)) AddFields(name, "", schema, isSent, 0);
        }
    }

    private void AddFields(string name, string prefix, JsonElement schema, bool isSent, int depth)
    {
        schema = Resolve(schema);
        if (depth > Deepest || schema.ValueKind != JsonValueKind.Object) return;
        foreach (var choice in new[] { "allOf", "anyOf", "oneOf" })
        {
            if (!schema.TryGetProperty(choice, out var choices)) continue;
            foreach (var one in choices.EnumerateArray()) AddFields(name, prefix, one, isSent, depth + 1);
        }

        if (schema.TryGetProperty("items", out var items)) AddFields(name, $"{prefix}[]", items, isSent, depth + 1);
        if (!schema.TryGetProperty("properties", out var properties)) return;
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(one => one.GetString()).ToHashSet() : [];
        foreach (var property in properties.EnumerateObject())
        {
            var field = $"{prefix}.{property.Name}".TrimStart('.');
            _lines.Add($"{name} {field} {TypeOf(Resolve(property.Value))}");
            if (isSent) _lines.Add($"{name} {field}{Need(required.Contains(property.Name))}");
            AddFields(name, field, property.Value, isSent, depth + 1);
        }
    }

    private static string Need(bool isRequired) => isRequired ? Demanded : " may be left out";

    private static string TypeOf(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("type", out var type)) return "any";
        return type.ValueKind == JsonValueKind.Array ? string.Join('|', type.EnumerateArray().Select(one => one.GetString()).Order(StringComparer.Ordinal)) : type.GetString()!;
    }

    private JsonElement Resolve(JsonElement element)
    {
        while (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("$ref", out var reference))
        {
            var target = description;
            foreach (var part in reference.GetString()!.Split('/').Skip(1)) target = target.GetProperty(part);
            element = target;
        }

        return element;
    }
}
