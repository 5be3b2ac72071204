using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Alicerce.Vectors.Embedding.Bert.Files;

/// <summary>
/// A folder as sentence-transformers writes it. <c>modules.json</c>, when there, says in which folders encoder and pooling are; without it the
/// encoder's files lie in the folder itself.
/// </summary>
internal sealed class ModelFolder
{
    private const string WeightsName = "model.safetensors";
    private static readonly string[] s_knownModules = ["Transformer", "Pooling", "Normalize"];

    private readonly string _path;
    private readonly string _encoder;
    private readonly string _pooling = "1_Pooling";
    private readonly SortedSet<string> _used = new(StringComparer.Ordinal);

    public ModelFolder(string path)
    {
        _path = Path.GetFullPath(path);
        _encoder = "";
        if (!Directory.Exists(_path)) throw new ModelFileException(_path, "there is no such folder; 'alicerce models pull' fetches a model.");
        if (Optional("modules.json") is not { } modules) return;
        if (modules.Root.ValueKind != JsonValueKind.Array) throw modules.Wrong("has to be a list of modules.");
        foreach (var module in modules.Root.EnumerateArray())
        {
            var kind = (Text(modules, module, "type") ?? "").Split('.')[^1];
            if (!s_knownModules.Contains(kind)) throw modules.Wrong($"the module '{kind}' is not supported; of sentence-transformers' modules {string.Join(", ", s_knownModules)} are.");
            var place = Text(modules, module, "path") ?? "";
            if (place is ".." || place.AsSpan().ContainsAny('/', '\\')) throw modules.Wrong($"the path '{place}' has to be a folder of the model itself.");
            if (kind == "Transformer") _encoder = place;
            if (kind == "Pooling") _pooling = place;
        }
    }

    public string Weights => Used(Path.Combine(_encoder, WeightsName))
        ?? throw new ModelFileException(Path.Combine(_path, _encoder, WeightsName), "is missing. Only safetensors are read; a pytorch_model.bin has to be converted first.");

    public JsonFile? Pooling => Optional(Path.Combine(_pooling, "config.json"));

    public JsonFile Config => Encoder("config.json") ?? throw new ModelFileException(Path.Combine(_path, _encoder, "config.json"), "is missing.");

    /// <summary>The folder's name and what its files hold: another set of weights never answers under the same name.</summary>
    public string ModelName => $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(_path))}@{Fingerprint()}";

    public JsonFile? Encoder(string name) => Optional(Path.Combine(_encoder, name));

    /// <summary>The path of a file of the encoder that is not JSON; null when it is not there.</summary>
    public string? EncoderPath(string name) => Used(Path.Combine(_encoder, name));

    private JsonFile? Optional(string name) => Used(name) is { } path ? JsonFile.Read(path) : null;

    private string? Used(string name)
    {
        var path = Path.Combine(_path, name);
        if (!File.Exists(path)) return null;
        _used.Add(name);
        return path;
    }

    private string Fingerprint()
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in _used)
        {
            using var file = File.OpenRead(Path.Combine(_path, name));
            all.AppendData(Encoding.UTF8.GetBytes(name.Replace('\\', '/')));
            all.AppendData(SHA256.HashData(file));
        }

        return Convert.ToHexStringLower(all.GetHashAndReset())[..12];
    }

    private static string? Text(JsonFile modules, JsonElement module, string name) =>
        module.ValueKind == JsonValueKind.Object && module.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? modules.Unescaped(value) : null;
}
