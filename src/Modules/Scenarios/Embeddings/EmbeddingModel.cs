using System.Numerics.Tensors;
using System.Security.Cryptography;
using System.Text;
using Alicerce.Vectors.Embedding.BuiltIn;
using Microsoft.Extensions.AI;

namespace Alicerce.Modules.Scenarios.Embeddings;

/// <summary>What makes vectors of titles and of queries: a provider, under the name that is kept beside each of its vectors.</summary>
/// <param name="generator">Of vectors of any length.</param>
/// <param name="name">With its version: vectors of two names are never compared.</param>
/// <param name="dimensions">Numbers a vector.</param>
/// <param name="isBuiltIn">Takes microseconds on this processor: nothing has to wait for it elsewhere.</param>
internal sealed class EmbeddingModel(IEmbeddingGenerator<string, Embedding<float>> generator, string name, int dimensions, bool isBuiltIn) : IDisposable
{
    // A neural encoder uses a whole core: more at once only make each other wait (T000-16).
    private readonly SemaphoreSlim _turns = new(Environment.ProcessorCount);

    public string Name { get; } = name;

    public int Dimensions { get; } = dimensions;

    public bool IsBuiltIn { get; } = isBuiltIn;

    /// <summary>From this cosine on, two titles say the same.</summary>
    public double DuplicateThreshold { get; init; } = 0.93;

    /// <summary>Under this cosine a title has nothing to do with a query. Measured for the built-in model; for others it is that of the built-in one, not measured.</summary>
    public double NoiseThreshold { get; init; } = 0.2;

    /// <returns>One vector a text, in their order.</returns>
    public async Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        try
        {
            var embeddings = await generator.GenerateAsync(texts, cancellationToken: ct);
            return [.. embeddings.Select(embedding => OfLengthOne(embedding.Vector.ToArray()))];
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>Services give vectors of any length; without one there is no direction, so any will do.</summary>
    private static float[] OfLengthOne(float[] vector)
    {
        var length = TensorPrimitives.Norm<float>(vector);
        if (length > 0) TensorPrimitives.Divide(vector, length, vector);
        else vector[0] = 1;
        return vector;
    }

    /// <summary>The vector of what somebody asks.</summary>
    public async ValueTask<float[]> EmbedQueryAsync(string text, CancellationToken ct)
    {
        if (!IsBuiltIn) return (await EmbedAsync([text], ct))[0];
        var vector = new float[Dimensions];
        BuiltInEmbeddingGenerator.Embed(text, vector);
        return vector;
    }

    /// <summary>As the database has it with <c>md5(title)</c>.</summary>
#pragma warning disable CA5351 // It tells one title from another and protects nothing.
    public static string HashOf(string title) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(title)));
#pragma warning restore CA5351

    public void Dispose()
    {
        _turns.Dispose();
        generator.Dispose();
    }
}
