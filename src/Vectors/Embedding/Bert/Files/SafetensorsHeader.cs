using System.Text.Json;

namespace Alicerce.Vectors.Embedding.Bert.Files;

/// <summary>Where one tensor lies in its file.</summary>
/// <param name="Begin">From the start of the file.</param>
internal sealed record TensorPlace(string Type, long[] Shape, long Begin, long Length)
{
    public string ShapeText => $"[{string.Join(", ", Shape)}]";
}

/// <summary>
/// The header of a safetensors file: eight bytes of length, then JSON. As the format asks, the tensors lie end to end and fill the file: no
/// overlap, no hole, nothing outside.
/// </summary>
internal static class SafetensorsHeader
{
    public const int LengthBytes = 8;
    private const int MostBytes = 16 * 1024 * 1024;
    private const int MostDimensions = 8;
    private static readonly JsonDocumentOptions s_options = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>How many bytes of JSON follow the length; checked against the file's size.</summary>
    public static int LengthOf(string path, ulong stated, long fileSize) =>
        stated is >= 2 and <= MostBytes && (long)stated <= fileSize - LengthBytes
            ? (int)stated
            : throw new ModelFileException(path, $"is not a safetensors file, or it is cut off: its header would have {stated:N0} bytes in a file of {fileSize:N0}; fetch the model again.");

    public static IReadOnlyDictionary<string, TensorPlace> Parse(string path, ReadOnlyMemory<byte> json, long fileSize)
    {
        var dataStart = LengthBytes + (long)json.Length;
        Dictionary<string, TensorPlace> places = new(StringComparer.Ordinal);
        try
        {
            using var document = JsonDocument.Parse(json, s_options);
            foreach (var entry in document.RootElement.EnumerateObject().Where(entry => entry.Name != "__metadata__"))
                places.Add(entry.Name, PlaceOf(entry.Value, dataStart));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new ModelFileException(path, $"its header is damaged ({e.Message}); fetch the model again.", e);
        }

        RequireEndToEnd(path, places, dataStart, fileSize);
        return places;
    }

    private static TensorPlace PlaceOf(JsonElement entry, long dataStart)
    {
        var offsets = entry.GetProperty("data_offsets");
        if (offsets.GetArrayLength() != 2) throw new FormatException("data_offsets needs two numbers");
        var (begin, end) = (offsets[0].GetInt64(), offsets[1].GetInt64());
        if (begin < 0 || end < begin || end > long.MaxValue - dataStart) throw new FormatException($"the offsets {begin} and {end} are impossible");
        var shape = entry.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()).ToArray();
        if (shape.Length > MostDimensions || shape.Any(size => size < 0)) throw new FormatException("a shape is impossible");
        return new TensorPlace(entry.GetProperty("dtype").GetString() ?? "", shape, dataStart + begin, end - begin);
    }

    private static void RequireEndToEnd(string path, Dictionary<string, TensorPlace> places, long dataStart, long fileSize)
    {
        var at = dataStart;
        foreach (var (name, place) in places.OrderBy(entry => entry.Value.Begin).ThenBy(entry => entry.Value.Length))
        {
            if (place.Begin != at) throw new ModelFileException(path, $"the tensor '{name}' {(place.Begin < at ? "overlaps the one before it" : "leaves a hole before it")}; fetch the model again.");
            RequireSize(path, name, place);
            at += place.Length;
        }

        if (at != fileSize) throw new ModelFileException(path, $"has {fileSize:N0} bytes and its header describes {at:N0}: it is cut off or damaged; fetch the model again.");
    }

    private static void RequireSize(string path, string name, TensorPlace place)
    {
        if (BytesOf(place.Type) is not { } size) return; // of a type that is refused by name when somebody asks for it
        Int128 bytes = size;
        foreach (var count in place.Shape)
        {
            bytes *= count;
            if (bytes > long.MaxValue) break;
        }

        if (bytes != place.Length) throw new ModelFileException(path, $"the tensor '{name}' of shape {place.ShapeText} and type {place.Type} cannot have {place.Length:N0} bytes; fetch the model again.");
    }

    private static int? BytesOf(string type) => type switch
    {
        "F64" or "I64" or "U64" => 8,
        "F32" or "I32" or "U32" => 4,
        "F16" or "BF16" or "I16" or "U16" => 2,
        "I8" or "U8" or "BOOL" => 1,
        _ => null,
    };
}
