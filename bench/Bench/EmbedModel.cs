using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Alicerce.Bench;

/// <summary>A folder with a model of the shape of all-MiniLM-L6-v2: random weights from a fixed seed, and a vocabulary of numbered words.</summary>
internal static class EmbedModel
{
    public const int Words = 30_000;
    private const int Hidden = 384, Intermediate = 1_536, Layers = 6, Heads = 12, Positions = 512, Vocabulary = 30_522, Seed = 20_260;

    public static void Write(string folder)
    {
        File.WriteAllText(Path.Combine(folder, "config.json"), JsonSerializer.Serialize(new
        {
            model_type = "bert",
            hidden_size = Hidden,
            num_hidden_layers = Layers,
            num_attention_heads = Heads,
            intermediate_size = Intermediate,
            max_position_embeddings = Positions,
            layer_norm_eps = 1e-12,
            hidden_act = "gelu",
            vocab_size = Vocabulary,
            type_vocab_size = 2,
        }));
        File.WriteAllText(Path.Combine(folder, "sentence_bert_config.json"), """{"max_seq_length": 256, "do_lower_case": false}""");
        string[] special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "##x"];
        File.WriteAllLines(Path.Combine(folder, "vocab.txt"), special.Concat(Enumerable.Range(0, Words).Select(i => $"w{i}")));
        WriteWeights(Path.Combine(folder, "model.safetensors"));
    }

    private static void WriteWeights(string path)
    {
        var tensors = Tensors().ToList();
        Dictionary<string, object> header = [];
        long at = 0;
        foreach (var (name, shape) in tensors)
        {
            var end = at + (shape.Aggregate(1L, (all, one) => all * one) * sizeof(float));
            header[name] = new { dtype = "F32", shape, data_offsets = new[] { at, end } };
            at = end;
        }

        using var file = File.Create(path);
        var json = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(header));
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)json.Length);
        file.Write(length);
        file.Write(json);
        var random = new Random(Seed);
        foreach (var (_, shape) in tensors)
        {
            var values = new float[shape.Aggregate(1, (all, one) => all * one)];
            for (var i = 0; i < values.Length; i++) values[i] = (random.NextSingle() - 0.5f) * 0.1f;
            file.Write(MemoryMarshal.AsBytes(values.AsSpan()));
        }
    }

    private static IEnumerable<(string Name, int[] Shape)> Tensors()
    {
        yield return ("embeddings.word_embeddings.weight", [Vocabulary, Hidden]);
        yield return ("embeddings.position_embeddings.weight", [Positions, Hidden]);
        yield return ("embeddings.token_type_embeddings.weight", [2, Hidden]);
        foreach (var tensor in Norm("embeddings.LayerNorm")) yield return tensor;
        for (var i = 0; i < Layers; i++)
        {
            var layer = $"encoder.layer.{i}";
            foreach (var part in new[] { "attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense" })
                foreach (var tensor in Linear($"{layer}.{part}", Hidden, Hidden)) yield return tensor;
            foreach (var tensor in Norm($"{layer}.attention.output.LayerNorm").Concat(Linear($"{layer}.intermediate.dense", Intermediate, Hidden))) yield return tensor;
            foreach (var tensor in Linear($"{layer}.output.dense", Hidden, Intermediate).Concat(Norm($"{layer}.output.LayerNorm"))) yield return tensor;
        }
    }

    private static (string, int[])[] Linear(string name, int outputs, int inputs) => [($"{name}.weight", [outputs, inputs]), ($"{name}.bias", [outputs])];

    private static (string, int[])[] Norm(string name) => [($"{name}.weight", [Hidden]), ($"{name}.bias", [Hidden])];
}
