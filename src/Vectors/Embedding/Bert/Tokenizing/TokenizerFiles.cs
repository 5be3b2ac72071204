using System.Text.Json;
using Alicerce.Vectors.Embedding.Bert.Files;

namespace Alicerce.Vectors.Embedding.Bert.Tokenizing;

/// <summary>Reads a model's tokenizer: <c>tokenizer.json</c>, or <c>vocab.txt</c> with <c>tokenizer_config.json</c>.</summary>
internal static class TokenizerFiles
{
    private const int LongestWord = 100;
    private const int MostTokens = 4_000_000;
    private const long MostVocabularyBytes = 64 * 1024 * 1024;
    private static readonly string[] s_specialTokens = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];

    public static WordPieceTokenizer Read(ModelFolder folder)
    {
        // A model that wants its text in lower case before its tokenizer sees it.
        var lowerFirst = folder.Encoder("sentence_bert_config.json")?.Flag("do_lower_case") == true;
        var settings = folder.Encoder("tokenizer.json") is { } file ? FromJson(file) : FromVocabulary(folder);
        return new WordPieceTokenizer(lowerFirst ? settings with { Normalizer = settings.Normalizer with { LowerCase = true } } : settings);
    }

    private static TokenizerSettings FromJson(JsonFile file)
    {
        var model = file.Part("model") ?? throw file.Wrong("\"model\" is missing.");
        var type = model.Text("type") ?? "WordPiece";
        if (type != "WordPiece") throw file.Wrong($"holds a tokenizer of the type {type}; only WordPiece is supported yet: choose another model.");
        if (file.Part("pre_tokenizer")?.Text("type") is { } splitter && splitter != "BertPreTokenizer") throw file.Wrong($"the pre_tokenizer {splitter} is not supported; BertPreTokenizer is.");
        var vocabulary = Vocabulary(file, model.Value("vocab"));
        var added = Added(file);
        var (first, last) = Template(file);
        return new TokenizerSettings(
            Normalizer(file),
            vocabulary,
            added,
            model.Text("continuing_subword_prefix") ?? "##",
            model.OptionalNumber("max_input_chars_per_word", 1, WordPieceTokenizer.LongestWord) ?? LongestWord,
            IdOf(file, model.Text("unk_token") ?? "[UNK]", vocabulary, added),
            IdOf(file, first, vocabulary, added),
            IdOf(file, last, vocabulary, added));
    }

    private static BertNormalizer Normalizer(JsonFile file)
    {
        if (file.Part("normalizer") is not { } normalizer) return new BertNormalizer(CleanText: false, SpaceIdeographs: false, StripAccents: false, LowerCase: false);
        if (normalizer.Text("type") != "BertNormalizer") throw file.Wrong($"the normalizer {normalizer.Text("type")} is not supported; BertNormalizer is.");
        var lowerCase = normalizer.Flag("lowercase") ?? true;
        return new BertNormalizer(normalizer.Flag("clean_text") ?? true, normalizer.Flag("handle_chinese_chars") ?? true, normalizer.Flag("strip_accents") ?? lowerCase, lowerCase);
    }

    private static TokenizerSettings FromVocabulary(ModelFolder folder)
    {
        var path = folder.EncoderPath("vocab.txt") ?? throw folder.Config.Wrong("has neither tokenizer.json nor vocab.txt beside it; fetch the model again.");
        var config = folder.Encoder("tokenizer_config.json");
        var lowerCase = config?.Flag("do_lower_case") ?? true;
        var normalizer = new BertNormalizer(CleanText: true, config?.Flag("tokenize_chinese_chars") ?? true, config?.Flag("strip_accents") ?? lowerCase, lowerCase);
        if (new FileInfo(path).Length > MostVocabularyBytes) throw new ModelFileException(path, $"has more than {MostVocabularyBytes:N0} bytes.");
        Dictionary<string, int> vocabulary = new(StringComparer.Ordinal);
        foreach (var (id, token) in File.ReadLines(path).Index()) vocabulary[token] = id;
        var added = s_specialTokens.Where(vocabulary.ContainsKey).ToDictionary(token => token, token => vocabulary[token], StringComparer.Ordinal);
        int Id(string token) => vocabulary.TryGetValue(token, out var id) ? id : throw new ModelFileException(path, $"the token {token} is missing.");
        return new TokenizerSettings(normalizer, vocabulary, added, "##", LongestWord, Id("[UNK]"), Id("[CLS]"), Id("[SEP]"));
    }

    private static Dictionary<string, int> Vocabulary(JsonFile file, JsonElement? vocab)
    {
        if (vocab is not { ValueKind: JsonValueKind.Object } entries) throw file.Wrong("\"model.vocab\" has to be an object of tokens and ids.");
        Dictionary<string, int> vocabulary = new(StringComparer.Ordinal);
        foreach (var entry in entries.EnumerateObject()) vocabulary.Add(entry.Name, Id(file, entry.Name, entry.Value));
        return vocabulary;
    }

    private static Dictionary<string, int> Added(JsonFile file)
    {
        Dictionary<string, int> added = new(StringComparer.Ordinal);
        if (file.Value("added_tokens") is not { ValueKind: JsonValueKind.Array } tokens) return added;
        foreach (var token in tokens.EnumerateArray())
            if (token.ValueKind == JsonValueKind.Object && token.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.String && token.TryGetProperty("id", out var id)
                && file.Unescaped(content) is { Length: > 0 } name) added[name] = Id(file, name, id);
            else throw file.Wrong("\"added_tokens\" has an entry without content or id.");
        return added;
    }

    private static int Id(JsonFile file, string token, JsonElement id) =>
        id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out var number) && number is >= 0 and < MostTokens ? number : throw file.Wrong($"the id of the token '{token}' has to be a whole number below {MostTokens:N0}.");

    /// <summary>The names of the tokens that stand around one text.</summary>
    private static (string First, string Last) Template(JsonFile file)
    {
        if (file.Part("post_processor") is not { } processor) return ("[CLS]", "[SEP]");
        switch (processor.Text("type"))
        {
            case "BertProcessing":
                return (Named(processor, "cls"), Named(processor, "sep"));
            case "TemplateProcessing" when processor.Value("single") is { ValueKind: JsonValueKind.Array } single && single.GetArrayLength() == 3:
                return (Special(file, single[0]), Special(file, single[2]));
            default:
                throw file.Wrong("its post_processor is not supported; BertProcessing, and TemplateProcessing with one token before and one behind a text, are.");
        }
    }

    private static string Named(JsonFile processor, string name) =>
        processor.Value(name) is { ValueKind: JsonValueKind.Array } pair && pair.GetArrayLength() == 2 && pair[0].ValueKind == JsonValueKind.String ? processor.Unescaped(pair[0]) : throw processor.Wrong($"\"post_processor.{name}\" has to be a token and its id.");

    private static string Special(JsonFile file, JsonElement place) =>
        place.ValueKind == JsonValueKind.Object && place.TryGetProperty("SpecialToken", out var token) && token.ValueKind == JsonValueKind.Object && token.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? file.Unescaped(id)
            : throw file.Wrong("\"post_processor.single\" has to be a special token, the text, and a special token.");

    private static int IdOf(JsonFile file, string token, Dictionary<string, int> vocabulary, Dictionary<string, int> added) =>
        vocabulary.TryGetValue(token, out var id) || added.TryGetValue(token, out id) ? id : throw file.Wrong($"the token {token} is missing in its vocabulary.");
}
