using Alicerce.Harness;
using Alicerce.Vectors.Embedding.Bert.Files;
using Alicerce.Vectors.Embedding.Bert.Tokenizing;
using FsCheck;
using FsCheck.Fluent;

namespace Alicerce.Vectors.Tests.Bert;

public sealed class TokenizerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Reference.Float32, 24)]
    [InlineData(Reference.Float16, 40)]
    public void Awkward_text_becomes_the_ids_of_the_independent_implementation(string model, int mostTokens)
    {
        var tokenizer = TokenizerFiles.Read(new ModelFolder(Reference.Folder(model)));
        var wrong = Reference.Cases(model).Where(one => !tokenizer.Encode(one.Text, mostTokens).SequenceEqual(one.Ids))
            .Select(one => $"{one}: [{string.Join(' ', tokenizer.Encode(one.Text, mostTokens))}] is not [{string.Join(' ', one.Ids)}]");
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Whatever_is_written_has_a_first_and_a_last_token_and_no_more_than_fit()
    {
        var tokenizer = TokenizerFiles.Read(new ModelFolder(Reference.Folder(Reference.Float32)));
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null), text =>
        {
            var ids = tokenizer.Encode(text, 8);
            return ids is [2, .., 3] && ids.Length <= 8;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_text_of_a_million_letters_is_read_only_as_far_as_it_counts()
    {
        var tokenizer = TokenizerFiles.Read(new ModelFolder(Reference.Folder(Reference.Float32)));
        tokenizer.Encode(string.Concat(Enumerable.Repeat("senha ", 200_000)), 24).Length.ShouldBe(24);
        tokenizer.Encode(new string('x', 1_000_000), 24).ShouldBe([2, 1, 3]);
    }

    [Theory]
    [InlineData("tokenizer.json", "\"WordPiece\"", "\"Unigram\"", "Unigram; only WordPiece")]
    [InlineData("tokenizer.json", "\"BertNormalizer\"", "\"NFKC\"", "normalizer NFKC is not supported")]
    [InlineData("tokenizer.json", "\"BertPreTokenizer\"", "\"Metaspace\"", "pre_tokenizer Metaspace is not supported")]
    [InlineData("tokenizer.json", "\"TemplateProcessing\"", "\"RobertaProcessing\"", "post_processor is not supported")]
    [InlineData("tokenizer.json", "\"unk_token\": \"[UNK]\"", "\"unk_token\": \"<unk>\"", "<unk> is missing")]
    [InlineData("tokenizer.json", "\"[PAD]\": 0", "\"[PAD]\": -1", "id of the token '[PAD]'")]
    [InlineData("tokenizer.json", "{\"version\"", "{\"version\":\"1\",\"version\"", "is not JSON")]
    [InlineData("tokenizer.json", "\"senha\":", "\"\\ud800\":", "is not JSON")]
    [InlineData("tokenizer.json", "\"unk_token\": \"[UNK]\"", "\"unk_token\": \"\\ud800\"", "not Unicode")]
    public void A_tokenizer_of_another_kind_is_refused_by_the_name_of_what_it_is(string file, string part, string other, string message)
    {
        var model = Reference.CopyTo(_folder, Reference.Float32);
        var path = Path.Combine(model, file);
        File.WriteAllText(path, File.ReadAllText(path).Replace(part, other, StringComparison.Ordinal));
        var refusal = Should.Throw<ModelFileException>(() => TokenizerFiles.Read(new ModelFolder(model)));
        refusal.Message.ShouldContain(message);
        refusal.Message.ShouldStartWith(path);
    }

    [Fact]
    public void A_model_without_any_vocabulary_says_what_is_missing()
    {
        var model = Reference.CopyTo(_folder, Reference.Float16);
        File.Delete(Path.Combine(model, "vocab.txt"));
        Should.Throw<ModelFileException>(() => TokenizerFiles.Read(new ModelFolder(model))).Message.ShouldContain("neither tokenizer.json nor vocab.txt");
    }
}
