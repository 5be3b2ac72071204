using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Alicerce.Platform.Web;

/// <summary>
/// How the API reads and writes JSON: snake_case, enumerations as words, and strict. Missing or null where the record does not allow it is a
/// mistake of the caller, found before a slice sees it.
/// </summary>
public static class ApiJson
{
    private const int DeepestBody = 64;

    public static readonly JsonSerializerOptions Options = Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>
    /// As callers' bodies are read: a field that nobody knows is a mistake, so that a misspelt one does not silently change nothing. What we
    /// stored ourselves is read with <see cref="Options"/>, because another version may have written it.
    /// </summary>
    public static readonly JsonSerializerOptions Bodies = ApplyToBodies(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.PropertyNameCaseInsensitive = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.MaxDepth = DeepestBody;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Default;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        return options;
    }

    public static JsonSerializerOptions ApplyToBodies(JsonSerializerOptions options)
    {
        Apply(options).UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(RefuseNullEntries);
        return options;
    }

    // The serializer looks at the nullability of members, but not of what stands in lists and maps.
    private static void RefuseNullEntries(JsonTypeInfo type)
    {
        if (type.Kind is not (JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary) || type.ElementType is not { IsValueType: false }) return;
        type.OnDeserialized = collection =>
        {
            if (NullIn(collection) is { } place) throw new NullEntry(place);
        };
    }

    private static string? NullIn(object collection)
    {
        if (collection is IDictionary map) return map.Keys.Cast<object>().Where(key => map[key] is null).Select(key => $".{key}").FirstOrDefault();
        var index = 0;
        foreach (var entry in (IEnumerable)collection)
        {
            if (entry is null) return $"[{index}]";
            index++;
        }

        return null;
    }
}

/// <summary>A list or a map holds null where each entry has to have a value.</summary>
/// <param name="place">Which entry, to be read after the path of the collection: <c>.name</c> or <c>[0]</c>.</param>
internal sealed class NullEntry(string place) : JsonException("An entry is null.")
{
    public string Place => place;
}
