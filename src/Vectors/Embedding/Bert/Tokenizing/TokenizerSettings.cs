namespace Alicerce.Vectors.Embedding.Bert.Tokenizing;

/// <summary>What the files of a model say about its tokenizer.</summary>
/// <param name="Added">Tokens that are found in the text as they stand, before anything else is done with it, such as <c>[MASK]</c>.</param>
internal sealed record TokenizerSettings(
    BertNormalizer Normalizer,
    IReadOnlyDictionary<string, int> Vocabulary,
    IReadOnlyDictionary<string, int> Added,
    string ContinuationPrefix,
    int LongestWord,
    int UnknownId,
    int FirstId,
    int LastId);
