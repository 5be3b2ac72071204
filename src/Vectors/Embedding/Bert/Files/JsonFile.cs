using System.Text.Json;

namespace Alicerce.Vectors.Embedding.Bert.Files;

/// <summary>One JSON file of a model; a value of the wrong kind is told with the file's and the value's name.</summary>
internal sealed class JsonFile(string path, JsonElement root)
{
    // The tokenizers of multilingual models have 17 MB.
    private const int MostBytes = 64 * 1024 * 1024;
    private static readonly JsonDocumentOptions s_options = new() { AllowDuplicateProperties = false };

    public JsonElement Root { get; } = root;

    public static JsonFile Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length > MostBytes) throw new ModelFileException(path, $"has {file.Length:N0} bytes, at most {MostBytes:N0} are read.");
            using var document = JsonDocument.Parse(file, s_options);
            return new JsonFile(path, document.RootElement.Clone());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second: a name that is half a surrogate pair.
            throw new ModelFileException(path, $"is not JSON ({e.Message}); fetch the model again.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelFileException(path, $"cannot be read: {e.Message}", e);
        }
    }

    public ModelFileException Wrong(string problem) => new(path, problem);

    /// <summary>The same file, seen from one of its values; null when that is not an object.</summary>
    public JsonFile? Part(string name) => Value(name) is { ValueKind: JsonValueKind.Object } part ? new JsonFile(path, part) : null;

    public JsonElement? Value(string name) =>
        Root.ValueKind == JsonValueKind.Object && Root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public string? Text(string name) => Value(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => Unescaped(text),
        _ => throw Wrong($"\"{name}\" has to be a text."),
    };

    /// <summary>A text that can be one: JSON may hold half a surrogate pair.</summary>
    public string Unescaped(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new ModelFileException(path, $"has a text that is not Unicode ({e.Message}); fetch the model again.", e);
        }
    }

    public bool? Flag(string name) => Value(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw Wrong($"\"{name}\" has to be true or false."),
    };

    public int Number(string name, int min, int max) => OptionalNumber(name, min, max) ?? throw Wrong($"\"{name}\" is missing.");

    public int? OptionalNumber(string name, int min, int max) => Value(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var number) && number >= min && number <= max => number,
        _ => throw Wrong($"\"{name}\" has to be a whole number from {min} to {max}."),
    };

    public float? Fraction(string name) => Value(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetSingle(out var number) && number is > 0 and < 1 => number,
        _ => throw Wrong($"\"{name}\" has to be a number between 0 and 1."),
    };
}
