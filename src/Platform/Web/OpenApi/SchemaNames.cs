using System.Text.Json;
using System.Text.Json.Nodes;

namespace Alicerce.Platform.Web.OpenApi;

/// <summary>
/// Names of schemas: slice + record, because two slices with a nested <c>Response</c> would silently become one schema with the wrong shape.
/// </summary>
internal static class SchemaNames
{
    private static readonly string[] SliceEndings = ["Endpoints", "Endpoint"];

    /// <summary>
    /// Null for types that have no schema of their own. Any JSON value is one: "null, or any value" as two alternatives would fit a null twice.
    /// </summary>
    public static string? Of(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsArray || plain.IsPrimitive || plain == typeof(string) || plain == typeof(JsonNode) || plain == typeof(JsonElement)) return null;
        if (!plain.IsGenericType) return OwnName(plain);
        if (plain.GetGenericTypeDefinition() == typeof(Optional<>)) return null;
        var arguments = plain.GetGenericArguments().Where(argument => argument != typeof(Answers.NoMeta)).Select(NameOfArgument);
        return $"{OwnName(plain)}Of{string.Join("And", arguments)}";
    }

    private static string NameOfArgument(Type argument) =>
        argument.IsGenericType && argument.IsAssignableTo(typeof(System.Collections.IEnumerable)) && argument.GetGenericArguments() is [var item]
            ? $"{NameOfArgument(item)}List"
            : Of(argument) ?? argument.Name;

    private static string OwnName(Type type)
    {
        var name = type.Name.Split('`')[0];
        if (type.DeclaringType is not { } slice) return name;
        var prefix = slice.Name.Split('`')[0];
        foreach (var ending in SliceEndings)
        {
            if (prefix.Length > ending.Length && prefix.EndsWith(ending, StringComparison.Ordinal)) prefix = prefix[..^ending.Length];
        }

        return name.StartsWith(prefix, StringComparison.Ordinal) ? name : prefix + name;
    }
}
