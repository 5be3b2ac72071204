using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Alicerce.Cli.Server;

namespace Alicerce.Cli.Models;

/// <summary>The files of a model, each with its size and SHA-256: what is fetched is this or nothing.</summary>
internal sealed partial record ModelManifest(string? Name, IReadOnlyList<ModelManifestFile>? Files)
{
    public const string FileName = "manifest.json";
    public const int MostBytes = 1024 * 1024;
    private const int MostFiles = 64;
    private const long LargestFile = 20L * 1024 * 1024 * 1024;

    /// <param name="origin">Where the manifest came from, for messages.</param>
    /// <param name="sha256">What the manifest itself has to be; null when it is trusted as it is.</param>
    public static IReadOnlyList<ModelManifestFile> Read(ReadOnlySpan<byte> json, string name, string origin, string? sha256)
    {
        var actual = Convert.ToHexStringLower(SHA256.HashData(json));
        if (sha256 is not null && !actual.Equals(sha256, StringComparison.OrdinalIgnoreCase))
            throw new UserError($"{origin} has the SHA-256 {actual}, and --sha256 says {sha256}: nothing was fetched. Get the right hash from somebody you trust.", ExitCodes.Failed);
        ModelManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize(json, ModelManifestJson.Default.ModelManifest);
        }
        catch (JsonException e)
        {
            throw new UserError($"{origin} is not a manifest of a model: {e.Message}");
        }

        if (manifest?.Files is not { Count: > 0 and <= MostFiles } files) throw new UserError($"{origin} has to list 1 to {MostFiles} files.");
        if (manifest.Name != name) throw new UserError($"{origin} is of the model '{PlainText.OneLine(manifest.Name ?? "")}', not of '{name}'.");
        foreach (var file in files)
            if (!IsSound(file)) throw new UserError($"{origin}: the entry '{PlainText.OneLine(file?.Path ?? "")}' needs a relative path, a size in bytes and a sha256 of 64 hexadecimal digits.");
        if (files.Select(file => file.Path).Distinct(StringComparer.OrdinalIgnoreCase).Count() != files.Count) throw new UserError($"{origin} lists a file twice.");
        return files;
    }

    private static bool IsSound(ModelManifestFile? file) =>
        file is { Path: { Length: <= 200 } path, Sha256: { } hash, Size: > 0 and <= LargestFile } && PathPattern().IsMatch(path) && HashPattern().IsMatch(hash);

    // No part begins with a dot, so none leads out of the folder.
    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PathPattern();

    [GeneratedRegex(@"^[0-9a-fA-F]{64}\z", RegexOptions.NonBacktracking)]
    public static partial Regex HashPattern();
}

internal sealed record ModelManifestFile(string Path, string Sha256, long Size);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ModelManifest))]
internal sealed partial class ModelManifestJson : JsonSerializerContext;
