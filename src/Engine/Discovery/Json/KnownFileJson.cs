using System.Text.Json;
using System.Text.Json.Nodes;

namespace Alicerce.Engine.Discovery;

/// <summary>
/// A scanned file to JSON and back, so that a later scan can use it again. Its document is kept by the caller; when it was last touched is
/// left out, for every scan reads that anew.
/// </summary>
public static class KnownFileJson
{
    public static string Write(KnownFile file) => JsonSerializer.Serialize(
        new StoredFile(file.Hash, file.Siblings, [.. file.File.Components.Select(c => c with { FileModifiedAt = null })], file.File.Findings), DiscoveryJson.For<StoredFile>());

    /// <exception cref="JsonException">The text was not written by <see cref="Write"/>.</exception>
    public static KnownFile Read(string json, JsonNode? document)
    {
        StoredFile stored = JsonSerializer.Deserialize(json, DiscoveryJson.For<StoredFile>()) ?? throw new JsonException("a scanned file is an object, not null");
        return new KnownFile(stored.Hash, new ScannedFile(stored.Components, stored.Findings, document), stored.Siblings);
    }
}

/// <summary>The shape of <see cref="KnownFileJson"/>.</summary>
internal sealed record StoredFile(string Hash, IReadOnlyDictionary<string, string?> Siblings, IReadOnlyList<Component> Components, IReadOnlyList<Finding> Findings);
