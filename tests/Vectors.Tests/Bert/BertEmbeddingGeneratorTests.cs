using System.Numerics.Tensors;
using Alicerce.Harness;
using Alicerce.Vectors.Embedding.Bert;
using Alicerce.Vectors.Embedding.Bert.Files;
using Microsoft.Extensions.AI;

namespace Alicerce.Vectors.Tests.Bert;

public sealed class BertEmbeddingGeneratorTests : IDisposable
{
    private const float Tolerance = 1e-4f;
    private readonly TempFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Reference.Float32)]
    [InlineData(Reference.Float16)]
    public async Task Every_text_alone_has_the_vector_of_the_independent_implementation(string model)
    {
        using var generator = BertEmbeddingGenerator.Load(Reference.Folder(model));
        foreach (var one in Reference.Cases(model)) ShouldAgree((await generator.GenerateAsync([one.Text], cancellationToken: Ct))[0], one.Vector, one.ToString());
    }

    [Theory]
    [InlineData(Reference.Float32, 1)]
    [InlineData(Reference.Float16, 3)]
    public async Task All_texts_together_have_the_same_vectors_in_their_order(string model, int threads)
    {
        using var generator = BertEmbeddingGenerator.Load(Reference.Folder(model), new BertEmbeddingOptions { MaxThreads = threads });
        var cases = Reference.Cases(model);
        var vectors = await generator.GenerateAsync(cases.Select(one => one.Text), cancellationToken: Ct);
        vectors.Count.ShouldBe(cases.Count);
        foreach (var (one, vector) in cases.Zip(vectors)) ShouldAgree(vector, one.Vector, one.ToString());
        vectors.Usage!.InputTokenCount.ShouldBe(cases.Sum(one => one.Ids.Length));
    }

    [Theory]
    [InlineData("gelu_new mean", "gelu_new", false)]
    [InlineData("relu mean", "relu", false)]
    [InlineData("gelu cls", "gelu", true)]
    public async Task The_activation_and_the_pooling_are_those_of_the_model(string variant, string activation, bool firstToken)
    {
        var model = Reference.CopyTo(_folder, Reference.Float32);
        Replace(model, "config.json", "\"gelu\"", $"\"{activation}\"");
        if (firstToken)
        {
            Replace(model, "1_Pooling/config.json", "\"pooling_mode_cls_token\": false", "\"pooling_mode_cls_token\": true");
            Replace(model, "1_Pooling/config.json", "\"pooling_mode_mean_tokens\": true", "\"pooling_mode_mean_tokens\": false");
        }

        using var generator = BertEmbeddingGenerator.Load(model);
        var vectors = await generator.GenerateAsync(Reference.Cases(Reference.Float32).Skip(2).Take(6).Select(one => one.Text), cancellationToken: Ct);
        foreach (var (vector, expected) in vectors.Zip(Reference.Variant(Reference.Float32, variant))) ShouldAgree(vector, expected, variant);
    }

    [Fact]
    public async Task Many_callers_at_once_get_their_own_vectors()
    {
        using var generator = BertEmbeddingGenerator.Load(Reference.Folder(Reference.Float32), new BertEmbeddingOptions { MaxThreads = 2 });
        var cases = Reference.Cases(Reference.Float32);
        var callers = Enumerable.Range(0, 16).Select(i => Task.Run(async () =>
        {
            for (var round = 0; round < 20; round++)
            {
                var one = cases[(i * 7 + round) % cases.Count];
                ShouldAgree((await generator.GenerateAsync([one.Text], cancellationToken: Ct))[0], one.Vector, one.ToString());
            }
        }, Ct));
        await Task.WhenAll(callers);
    }

    [Fact]
    public async Task A_model_is_named_by_its_folder_and_what_its_files_hold()
    {
        using var one = BertEmbeddingGenerator.Load(Reference.Folder(Reference.Float32));
        var copy = Reference.CopyTo(_folder, Reference.Float32);
        using (var same = BertEmbeddingGenerator.Load(copy)) same.ModelName.ShouldBe(one.ModelName);
        Replace(copy, "config.json", "\"gelu\"", "\"relu\"");
        using var other = BertEmbeddingGenerator.Load(copy);
        one.ModelName.ShouldStartWith($"{Reference.Float32}@");
        other.ModelName.ShouldNotBe(one.ModelName);
        (await one.GenerateAsync(["x"], cancellationToken: Ct))[0].ModelId.ShouldBe(one.ModelName);
        var metadata = (EmbeddingGeneratorMetadata)one.GetService(typeof(EmbeddingGeneratorMetadata))!;
        (metadata.DefaultModelId, metadata.DefaultModelDimensions).ShouldBe((one.ModelName, 32));
    }

    [Fact]
    public async Task A_call_that_is_cancelled_ends_and_no_texts_are_no_vectors()
    {
        using var generator = BertEmbeddingGenerator.Load(Reference.Folder(Reference.Float32));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => generator.GenerateAsync(["a"], cancellationToken: cancelled.Token));
        await Should.ThrowAsync<OperationCanceledException>(() => generator.GenerateAsync(Enumerable.Repeat("senha", 10_000), cancellationToken: cancelled.Token));
        (await generator.GenerateAsync([], cancellationToken: Ct)).ShouldBeEmpty();
        (await Should.ThrowAsync<ArgumentException>(() => generator.GenerateAsync(["a"], new EmbeddingGenerationOptions { Dimensions = 64 }, Ct))).Message.ShouldContain("gives 32 dimensions, not 64");
    }

    [Fact]
    public async Task Tokens_beyond_the_setting_are_cut_off()
    {
        using var generator = BertEmbeddingGenerator.Load(Reference.Folder(Reference.Float32), new BertEmbeddingOptions { MaxTokens = 4 });
        (await generator.GenerateAsync(["senha senha senha senha senha"], cancellationToken: Ct)).Usage!.InputTokenCount.ShouldBe(4);
        Should.Throw<ArgumentOutOfRangeException>(() => new BertEmbeddingOptions { MaxThreads = 0 });
    }

    [Theory]
    [InlineData("config.json", "\"bert\"", "\"mpnet\"", "\"model_type\" is 'mpnet'")]
    [InlineData("config.json", "\"gelu\"", "\"swish\"", "\"hidden_act\" is 'swish'")]
    [InlineData("config.json", "\"hidden_size\": 32", "\"hidden_size\": \"32\"", "\"hidden_size\" has to be a whole number")]
    [InlineData("config.json", "\"hidden_size\": 32", "\"hidden_sise\": 32", "\"hidden_size\" is missing")]
    [InlineData("config.json", "\"num_attention_heads\": 4", "\"num_attention_heads\": 5", "cannot be shared by 5 heads")]
    [InlineData("config.json", "\"num_hidden_layers\": 2", "\"num_hidden_layers\": 3", "the tensor 'encoder.layer.2.attention.self.query.bias' is missing")]
    [InlineData("config.json", "\"intermediate_size\": 40", "\"intermediate_size\": 48", "the tensor 'encoder.layer.0.intermediate.dense.bias' has the shape [40], and config.json asks for [48]")]
    [InlineData("config.json", "\"vocab_size\"", "\"vocab_size\": 7, \"old\"", "\"vocab_size\" is 7, and the tokenizer has the id")]
    [InlineData("config.json", "\"vocab_size\"", "\"vocab_size\": 4000000, \"old\"", "word_embeddings.weight' has the shape")]
    [InlineData("1_Pooling/config.json", "\"pooling_mode_max_tokens\": false", "\"pooling_mode_max_tokens\": true", "mean_tokens + max_tokens' is not supported")]
    [InlineData("modules.json", "models.Normalize", "models.Dense", "the module 'Dense' is not supported")]
    [InlineData("modules.json", "1_Pooling", "../1_Pooling", "has to be a folder of the model itself")]
    [InlineData("sentence_bert_config.json", "24", "-1", "\"max_seq_length\" has to be")]
    [InlineData("config.json", "{", "", "is not JSON")]
    public void A_model_that_cannot_be_read_says_which_file_and_why(string file, string part, string other, string message)
    {
        var model = Reference.CopyTo(_folder, Reference.Float32);
        Replace(model, file, part, other);
        var refusal = Should.Throw<ModelFileException>(() => BertEmbeddingGenerator.Load(model));
        refusal.Message.ShouldContain(message);
        refusal.Message.ShouldStartWith(model);
    }

    [Theory]
    [InlineData("model.safetensors", "is missing. Only safetensors are read")]
    [InlineData("config.json", "is missing")]
    public void A_missing_file_is_named(string file, string message)
    {
        var model = Reference.CopyTo(_folder, Reference.Float32);
        File.Delete(Path.Combine(model, file));
        Should.Throw<ModelFileException>(() => BertEmbeddingGenerator.Load(model)).Message.ShouldStartWith($"{Path.Combine(model, file)}: {message}");
        Should.Throw<ModelFileException>(() => BertEmbeddingGenerator.Load(_folder["nowhere"])).Message.ShouldContain("no such folder");
    }

    private static void ShouldAgree(Embedding<float> vector, float[] expected, string what)
    {
        vector.Dimensions.ShouldBe(expected.Length);
        var difference = new float[expected.Length];
        TensorPrimitives.Subtract(vector.Vector.Span, expected, difference);
        TensorPrimitives.MaxMagnitude<float>(difference).ShouldBeInRange(-Tolerance, Tolerance, what);
    }

    private static void Replace(string model, string file, string part, string other)
    {
        var path = Path.Combine(model, file);
        var text = File.ReadAllText(path);
        text.ShouldContain(part);
        File.WriteAllText(path, text.Replace(part, other, StringComparison.Ordinal));
    }
}
