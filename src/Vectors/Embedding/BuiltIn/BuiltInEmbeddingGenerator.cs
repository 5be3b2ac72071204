using Alicerce.Vectors.Text;
using Alicerce.Vectors.Text.Concepts;
using Microsoft.Extensions.AI;

namespace Alicerce.Vectors.Embedding.BuiltIn;

/// <summary>
/// Embeddings without a model: the concepts a text means (a list of words and phrases in Portuguese and English), those that its words hint at, its stems and the letters of
/// its words, spread over 384 dimensions by hash. The same text gives the same vector in every process and on every machine. A text without words is a vector of its own letters.
/// </summary>
public sealed class BuiltInEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>Stored with each vector. It changes whenever the features do, so that old vectors are known as such.</summary>
    public const string Model = "alicerce-built-in-2";

    /// <summary>How many numbers a vector has.</summary>
    public const int Dimensions = 384;

    /// <summary>A cosine under which a hit is noise: of a hundred titles that have nothing to do with a query, three or four lie above it (measured by <c>bench quality</c>).</summary>
    public const float NoiseSimilarity = 0.2f;

    /// <summary>
    /// A cosine from which a new title says what another one says already. Measured: titles that say one thing in other words stay under 0.92 (95 of 100 under 0.77), those that name
    /// another provider or role ("login com Google", "login com Facebook") under 0.91, the same words turned round, inflected or mistyped come above 0.95.
    /// </summary>
    public const float DuplicateSimilarity = 0.92f;

    private const int PlacesOfConcept = 12;
    private const int PlacesOfStem = 16;
    private const int PlacesOfLetters = 4;
    private const float WeightOfStem = 0.25f;
    private const float WeightOfLetters = 0.18f;
    private const float WeightOfUnknown = 2f;

    private static readonly ulong[] HashOfConcept = [.. ConceptList.BuiltIn.All.Select(concept => FeatureVector.Hash(concept.Name, 'c'))];
    private static readonly EmbeddingGeneratorMetadata Metadata = new("alicerce", defaultModelId: Model, defaultModelDimensions: Dimensions);

    /// <summary>Writes the vector of a text, of length 1, into the first 384 numbers of a span.</summary>
    public static void Embed(string text, Span<float> vector)
    {
        vector = vector[..Dimensions];
        vector.Clear();
        var words = TextWords.OfThisThread;
        words.Read(text);
        var meaning = TextMeaning.OfThisThread;
        meaning.Read(words, ConceptList.BuiltIn);
        foreach (var (concept, strength) in meaning.Concepts) FeatureVector.Add(vector, HashOfConcept[concept], PlacesOfConcept, strength);
        for (var i = 0; i < words.Count; i++)
        {
            if (words.IsIgnored(i)) continue;
            if (meaning.Knows(i)) AddHints(vector, meaning.StemOf(i), meaning.WeightOfWord(i));
            var weight = meaning.WeightOfWord(i) * (meaning.Knows(i) ? 1 : WeightOfUnknown);
            FeatureVector.Add(vector, FeatureVector.Hash(words.Stem(i), 's'), PlacesOfStem, weight * WeightOfStem);
            AddLetters(vector, words.Word(i), weight * WeightOfLetters);
        }
        if (FeatureVector.TryNormalize(vector)) return;
        vector.Clear();
        FeatureVector.Add(vector, FeatureVector.Hash(FoldedText.Of(text), 't'), PlacesOfStem, 1);
        FeatureVector.TryNormalize(vector);
    }

    /// <inheritdoc />
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var text in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var vector = new float[Dimensions];
            Embed(text, vector);
            embeddings.Add(new Embedding<float>(vector) { ModelId = Model });
        }
        return Task.FromResult(embeddings);
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(EmbeddingGeneratorMetadata) ? Metadata
        : serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private static void AddHints(Span<float> vector, int stem, float weight)
    {
        foreach (var (concept, strength) in ConceptList.BuiltIn.HintsOf(stem))
            FeatureVector.Add(vector, HashOfConcept[concept], PlacesOfConcept, weight * strength * ConceptList.BuiltIn.All[concept].Weight);
    }

    // A mistyped or inflected word keeps most of its groups of three letters; the frame of blanks makes beginnings and ends weigh more.
    private static void AddLetters(Span<float> vector, ReadOnlySpan<char> word, float weight)
    {
        Span<char> framed = stackalloc char[Math.Min(word.Length, 32) + 2];
        framed.Fill(' ');
        word[..(framed.Length - 2)].CopyTo(framed[1..]);
        var groups = framed.Length - 2;
        var each = weight / MathF.Sqrt(groups);
        for (var i = 0; i < groups; i++) FeatureVector.Add(vector, FeatureVector.Hash(framed.Slice(i, 3), 'l'), PlacesOfLetters, each);
    }
}
