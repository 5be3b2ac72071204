using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alicerce.Outbound;

/// <summary>A value that must not be seen: it prints as <c>***</c> and refuses to be serialised.</summary>
[DebuggerDisplay("***")]
[JsonConverter(typeof(NeverSerialised))]
public sealed class Secret(string value)
{
    private readonly string _value = value;

    /// <summary>The value itself. Call it as late as possible and never for a message.</summary>
    public string Reveal() => _value;

    public override string ToString() => "***";

    private sealed class NeverSerialised : JsonConverter<Secret>
    {
        public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new JsonException("A secret is never read from JSON as an object; read a string and wrap it.");

        public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) =>
            throw new JsonException("A secret is never written as JSON.");
    }
}
