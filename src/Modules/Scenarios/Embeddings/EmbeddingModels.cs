namespace Alicerce.Modules.Scenarios.Embeddings;

/// <summary>The models of this process. While the configured one does not know every title yet, the built-in one answers.</summary>
/// <param name="Configured">Which every vector is to be of.</param>
/// <param name="BuiltIn">Always there; often the same.</param>
internal sealed record EmbeddingModels(EmbeddingModel Configured, EmbeddingModel BuiltIn) : IDisposable
{
    public IEnumerable<EmbeddingModel> All => Configured == BuiltIn ? [BuiltIn] : [Configured, BuiltIn];

    public void Dispose()
    {
        foreach (var model in All) model.Dispose();
    }
}
