using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alicerce.Platform.Web.Answers;

/// <summary>Data that is JSON already and goes into the envelope as it is.</summary>
[JsonConverter(typeof(Converter))]
internal sealed record WrittenJson(byte[] Utf8)
{
    private sealed class Converter : JsonConverter<WrittenJson>
    {
        public override WrittenJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("It is only written.");

        public override void Write(Utf8JsonWriter writer, WrittenJson value, JsonSerializerOptions options) => writer.WriteRawValue(value.Utf8, skipInputValidation: true);
    }
}
