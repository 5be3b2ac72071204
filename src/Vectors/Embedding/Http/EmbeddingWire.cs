using System.Text.Json.Serialization;

namespace Alicerce.Vectors.Embedding.Http;

// No encoding_format: numbers are the default, and many compatible services know nothing else.
internal sealed record EmbeddingRequest(string Model, IReadOnlyList<string> Input, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Dimensions);

internal sealed record EmbeddingAnswer(IReadOnlyList<EmbeddingItem>? Data, EmbeddingUsage? Usage);

internal sealed record EmbeddingItem(int? Index, float[]? Embedding);

internal sealed record EmbeddingUsage(long? PromptTokens, long? TotalTokens);

internal sealed record EmbeddingFailure(EmbeddingFault? Error);

internal sealed record EmbeddingFault(string? Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EmbeddingRequest))]
[JsonSerializable(typeof(EmbeddingAnswer))]
[JsonSerializable(typeof(EmbeddingFailure))]
internal sealed partial class EmbeddingJson : JsonSerializerContext;
