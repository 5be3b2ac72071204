using Alicerce.Modules.Scenarios.Embeddings;
using Microsoft.Extensions.AI;

namespace Alicerce.Scenarios.Tests.Embeddings;

public sealed class EmbeddingModelTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Trap", "T000-16")]
    public async Task No_more_texts_are_worked_on_at_once_than_there_are_processors_and_who_gives_up_is_let_go()
    {
        using var slow = new SlowGenerator();
        using var model = new EmbeddingModel(slow, "slow", 2, isBuiltIn: false);
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var first = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => model.EmbedQueryAsync("a", Ct).AsTask()).ToList();
        var late = model.EmbedQueryAsync("b", impatient.Token).AsTask();
        slow.AtOnce.ShouldBe(Environment.ProcessorCount);
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(late);
        slow.Release();
        (await Task.WhenAll(first)).ShouldAllBe(vector => vector.Length == 2);
        slow.Most.ShouldBe(Environment.ProcessorCount);
    }

    private sealed class SlowGenerator : IEmbeddingGenerator<string, Embedding<float>>
    {
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _atOnce;

        public int AtOnce => Volatile.Read(ref _atOnce);

        public int Most { get; private set; }

        public void Release() => _released.TrySetResult();

        public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            Most = Math.Max(Most, Interlocked.Increment(ref _atOnce));
            await _released.Task.WaitAsync(cancellationToken);
            Interlocked.Decrement(ref _atOnce);
            return new GeneratedEmbeddings<Embedding<float>>(values.Select(_ => new Embedding<float>(new float[] { 1, 0 })));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose() => Release();
    }
}
