using System.Collections.Concurrent;
using Alicerce.Vectors.Embedding.Bert.Encoder;
using Alicerce.Vectors.Embedding.Bert.Files;
using Alicerce.Vectors.Embedding.Bert.Tokenizing;
using Microsoft.Extensions.AI;

namespace Alicerce.Vectors.Embedding.Bert;

/// <summary>
/// A sentence-transformers model of the BERT kind, read from a folder and worked on in this process: <c>config.json</c>, <c>tokenizer.json</c> or
/// <c>vocab.txt</c>, <c>model.safetensors</c>. Its vectors have length 1. Safe for several threads.
/// </summary>
public sealed class BertEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    // So many rows keep a panel of weights and their own values in the second cache.
    private const int TokensAtOnce = 64;

    private readonly BertEncoder _encoder;
    private readonly WordPieceTokenizer _tokenizer;
    private readonly BertEmbeddingOptions _options;
    private readonly int _maxTokens;
    private readonly ConcurrentBag<Workspace> _free = [];
    private readonly EmbeddingGeneratorMetadata _metadata;

    private BertEmbeddingGenerator(BertEncoder encoder, WordPieceTokenizer tokenizer, int maxTokens, string name, BertEmbeddingOptions options)
    {
        (_encoder, _tokenizer, _maxTokens, _options) = (encoder, tokenizer, maxTokens, options);
        _metadata = new EmbeddingGeneratorMetadata("bert", providerUri: null, name, encoder.Dimensions);
    }

    /// <summary>The folder's name and a fingerprint of its files, such as <c>all-MiniLM-L6-v2@1f0c…</c>.</summary>
    public string ModelName => _metadata.DefaultModelId!;

    public int Dimensions => _encoder.Dimensions;

    /// <exception cref="ModelFileException">A file is missing, damaged or of a kind that is not supported; the message says which and what to do.</exception>
    public static BertEmbeddingGenerator Load(string folder, BertEmbeddingOptions? options = null)
    {
        options ??= new BertEmbeddingOptions();
        var files = new ModelFolder(folder);
        var configFile = files.Config;
        var config = BertConfig.Read(configFile);
        var tokenizer = TokenizerFiles.Read(files);
        if (tokenizer.LargestId >= config.VocabSize) throw configFile.Wrong($"\"vocab_size\" is {config.VocabSize}, and the tokenizer has the id {tokenizer.LargestId}; they belong to different models.");
        var own = files.Encoder("sentence_bert_config.json")?.OptionalNumber("max_seq_length", 2, int.MaxValue) ?? int.MaxValue;
        using var weights = SafetensorsFile.Open(files.Weights);
        var encoder = new BertEncoder(weights, config, PoolingConfig.Read(files.Pooling));
        return new BertEmbeddingGenerator(encoder, tokenizer, Math.Min(Math.Min(own, config.MaxPositions), options.MaxTokens ?? int.MaxValue), files.ModelName, options);
    }

    /// <summary>Cancelled between two batches of <see cref="TokensAtOnce"/> tokens.</summary>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (options?.Dimensions is { } wanted && wanted != Dimensions) throw new ArgumentException($"The model {ModelName} gives {Dimensions} dimensions, not {wanted}.", nameof(options));
        var texts = values.Select(text => _tokenizer.Encode(text, _maxTokens)).ToArray();
        var vectors = new float[texts.Length][];
        if (texts.Length == 1)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Encode(texts, vectors, [0]);
        }
        else
        {
            var limits = new ParallelOptions { MaxDegreeOfParallelism = _options.MaxThreads, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(Batches(texts), limits, (batch, _) =>
            {
                Encode(texts, vectors, batch);
                return ValueTask.CompletedTask;
            });
        }

        var tokens = texts.Sum(text => text.Length);
        return new GeneratedEmbeddings<Embedding<float>>(vectors.Select(vector => new Embedding<float>(vector) { ModelId = ModelName }))
        {
            Usage = new UsageDetails { InputTokenCount = tokens, TotalTokenCount = tokens },
        };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => _free.Clear();

    /// <summary>The longest first, so that no thread is left with one at the end.</summary>
    private static List<int[]> Batches(int[][] texts)
    {
        List<int[]> batches = [];
        List<int> batch = [];
        var tokens = 0;
        foreach (var index in Enumerable.Range(0, texts.Length).OrderByDescending(i => texts[i].Length))
        {
            if (batch.Count > 0 && tokens + texts[index].Length > TokensAtOnce)
            {
                batches.Add([.. batch]);
                (batch, tokens) = ([], 0);
            }

            batch.Add(index);
            tokens += texts[index].Length;
        }

        if (batch.Count > 0) batches.Add([.. batch]);
        return batches;
    }

    private void Encode(int[][] texts, float[][] vectors, int[] batch)
    {
        if (!_free.TryTake(out var work)) work = _encoder.CreateWorkspace(Math.Max(TokensAtOnce, _maxTokens), _maxTokens);
        var encoded = _encoder.Encode([.. batch.Select(index => texts[index])], work);
        for (var i = 0; i < batch.Length; i++) vectors[batch[i]] = encoded[i];
        if (_free.Count < _options.MaxThreads) _free.Add(work);
    }
}
