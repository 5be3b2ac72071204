namespace Alicerce.Vectors.Embedding.Bert.Files;

/// <summary>The function between the two halves of a feed-forward layer, by its name in <c>config.json</c>.</summary>
internal enum HiddenActivation
{
    Gelu,
    GeluNew,
    Relu,
}

/// <summary>The shape of an encoder: <c>config.json</c>.</summary>
internal sealed record BertConfig(int HiddenSize, int Layers, int Heads, int IntermediateSize, int MaxPositions, int TypeVocabSize, int VocabSize, float LayerNormEpsilon, HiddenActivation Activation)
{
    private const int MostPositions = 65_536;

    public int HeadSize => HiddenSize / Heads;

    public static BertConfig Read(JsonFile file)
    {
        if (file.Text("model_type") is { } type && type != "bert") throw file.Wrong($"\"model_type\" is '{type}'; only encoders of the type 'bert' are supported.");
        if (file.Text("position_embedding_type") is { } positions && positions != "absolute") throw file.Wrong($"\"position_embedding_type\" is '{positions}'; only 'absolute' is supported.");
        var config = new BertConfig(
            file.Number("hidden_size", 1, 16_384),
            file.Number("num_hidden_layers", 1, 256),
            file.Number("num_attention_heads", 1, 256),
            file.Number("intermediate_size", 1, 65_536),
            file.Number("max_position_embeddings", 2, MostPositions),
            file.OptionalNumber("type_vocab_size", 1, 1_024) ?? 2,
            file.Number("vocab_size", 1, 4_000_000),
            file.Fraction("layer_norm_eps") ?? 1e-12f,
            ActivationOf(file));
        if ((long)config.VocabSize * config.HiddenSize > Array.MaxLength) throw file.Wrong($"a vocabulary of {config.VocabSize} times {config.HiddenSize} values is more than is read.");
        return config.HiddenSize % config.Heads == 0 ? config : throw file.Wrong($"\"hidden_size\" {config.HiddenSize} cannot be shared by {config.Heads} heads.");
    }

    private static HiddenActivation ActivationOf(JsonFile file) => file.Text("hidden_act") switch
    {
        null or "gelu" => HiddenActivation.Gelu,
        "gelu_new" or "gelu_pytorch_tanh" => HiddenActivation.GeluNew,
        "relu" => HiddenActivation.Relu,
        var other => throw file.Wrong($"\"hidden_act\" is '{other}'; gelu, gelu_new and relu are supported."),
    };
}
