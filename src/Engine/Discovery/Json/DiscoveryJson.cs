using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Alicerce.Engine.Discovery;

/// <summary>One spelling for all JSON of discovery: snake case, lower-case enums, <c>component_name</c> and <c>component_type</c>.</summary>
internal static class DiscoveryJson
{
    private static readonly JsonSerializerOptions s_compact = Options(indented: false);
    private static readonly JsonSerializerOptions s_indented = Options(indented: true);

    public static JsonTypeInfo<T> For<T>(bool indented = false) => (JsonTypeInfo<T>)(indented ? s_indented : s_compact).GetTypeInfo(typeof(T));

    private static JsonSerializerOptions Options(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = indented,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter<ComponentType>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<FindingSeverity>(JsonNamingPolicy.SnakeCaseLower),
        },
        TypeInfoResolver = DiscoveryJsonContext.Default.WithAddedModifier(UseSourceNames),
    };

    private static void UseSourceNames(JsonTypeInfo type)
    {
        if (type.Type != typeof(Component)) return;
        foreach (JsonPropertyInfo property in type.Properties)
        {
            if (property.Name is "name" or "type") property.Name = "component_" + property.Name;
        }
    }
}
