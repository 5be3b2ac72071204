using System.Numerics.Tensors;
using Alicerce.Outbound;
using Microsoft.Extensions.AI;

namespace Alicerce.Vectors.Embedding.Http;

/// <summary>
/// Vectors from a service that speaks OpenAI's <c>/embeddings</c>, through the outbound guard. The wire format is written here and not taken from
/// OpenAI's package, which accepts vectors as base64 only, and that many compatible services do not send (ADR 0027).
/// </summary>
public sealed class HttpEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly HttpEmbeddingOptions _options;
    private readonly EmbeddingTransport _transport;
    private readonly EmbeddingGeneratorMetadata _metadata;

    public HttpEmbeddingGenerator(ConnectGuard guard, HttpEmbeddingOptions options, TimeProvider clock)
    {
        _options = options;
        _transport = new EmbeddingTransport(OutboundHttp.CreateInvoker(guard), options, clock);
        _metadata = new EmbeddingGeneratorMetadata("openai", options.Endpoint, options.Model, options.Dimensions);
    }

    /// <summary>One request after the other, of <see cref="HttpEmbeddingOptions.BatchSize"/> texts each; the vectors come in the order of the texts.</summary>
    /// <exception cref="EmbeddingServiceException">A request had no good answer; no vectors are given then.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (model, dimensions) = (options?.ModelId ?? _options.Model, options?.Dimensions ?? _options.Dimensions);
        GeneratedEmbeddings<Embedding<float>> all = [];
        UsageDetails usage = new();
        foreach (var batch in values.Chunk(_options.BatchSize))
        {
            var answer = await _transport.SendAsync(new EmbeddingRequest(model, batch, _options.SendsDimensions ? dimensions : null), cancellationToken);
            foreach (var vector in InOrder(answer.Data ?? [], batch.Length, dimensions)) all.Add(new Embedding<float>(vector) { ModelId = model });
            usage.Add(new UsageDetails { InputTokenCount = answer.Usage?.PromptTokens, TotalTokenCount = answer.Usage?.TotalTokens });
        }

        all.Usage = usage;
        return all;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => _transport.Dispose();

    /// <summary>By <c>index</c>: the order of the list is nothing that the format promises.</summary>
    private float[][] InOrder(IReadOnlyList<EmbeddingItem> items, int count, int dimensions)
    {
        var vectors = new float[count][];
        if (items.Count != count) throw Wrong($"answered {items.Count} vectors for {count} texts");
        foreach (var item in items)
        {
            if (item is not { Index: { } index, Embedding: { } vector } || index < 0 || index >= count || vectors[index] is not null) throw Wrong("answered with vectors whose index is missing, double or out of range");
            if (vector.Length != dimensions) throw Wrong($"answered {vector.Length} dimensions, and {dimensions} are wanted: set the model's own number");
            if (!TensorPrimitives.IsFiniteAll<float>(vector)) throw Wrong("answered with values that are no numbers");
            vectors[index] = vector;
        }

        return vectors;
    }

    private EmbeddingServiceException Wrong(string what) => new($"The embedding service at {_options.Endpoint} {what}.");
}
