using System.Text.Json.Serialization;

namespace Alicerce.Engine.Discovery;

/// <summary>Metadata of the discovery records, generated at build time; <see cref="DiscoveryJson"/> adds the naming.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Component))]
[JsonSerializable(typeof(ScanDocument))]
[JsonSerializable(typeof(StoredFile))]
internal sealed partial class DiscoveryJsonContext : JsonSerializerContext;

/// <summary>What <c>alicerce scan --json</c> prints.</summary>
internal sealed record ScanDocument(IReadOnlyList<Component> Components, IReadOnlyList<Finding> Findings, ScanStats Stats);
