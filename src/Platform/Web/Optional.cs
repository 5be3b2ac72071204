using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alicerce.Platform.Web;

/// <summary>A field of a PATCH: left out means "as it is", null means "clear it" (RFC 7396).</summary>
/// <remarks>Use it for <c>init</c> properties: as a constructor parameter with a default it breaks the API's description.</remarks>
[JsonConverter(typeof(OptionalConverterFactory))]
public readonly record struct Optional<T>(T Value, bool IsGiven)
{
    /// <summary>The new value when one was sent, else the present one.</summary>
    public T Or(T present) => IsGiven ? Value : present;
}

internal sealed class OptionalConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Optional<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Converter<T> : JsonConverter<Optional<T>>
    {
        public override bool HandleNull => true;

        public override Optional<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<T>(ref reader, options)!, IsGiven: true);

        public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.Value, options);
    }
}
