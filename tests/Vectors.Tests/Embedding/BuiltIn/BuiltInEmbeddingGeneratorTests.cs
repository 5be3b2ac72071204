using System.Globalization;
using System.Numerics.Tensors;
using System.Security.Cryptography;
using System.Text;
using Alicerce.Vectors.Embedding.BuiltIn;
using Alicerce.Vectors.Text.Concepts;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;

namespace Alicerce.Vectors.Tests.Embedding.BuiltIn;

public sealed class BuiltInEmbeddingGeneratorTests : IDisposable
{
    private readonly BuiltInEmbeddingGenerator generator = new();

    public void Dispose() => generator.Dispose();

    [Fact]
    public async Task Generated_embeddings_are_those_of_the_span_in_order_with_the_models_name()
    {
        var embeddings = await generator.GenerateAsync(["Teste de login com email", "Pagamento com PIX"], cancellationToken: TestContext.Current.CancellationToken);
        embeddings.Count.ShouldBe(2);
        embeddings[1].Vector.ToArray().ShouldBe(Embed("Pagamento com PIX"));
        embeddings[1].Vector.Length.ShouldBe(384);
        embeddings[0].ModelId.ShouldBe(BuiltInEmbeddingGenerator.Model);
        generator.GetService<EmbeddingGeneratorMetadata>()!.DefaultModelDimensions.ShouldBe(384);
        generator.GetService<EmbeddingGeneratorMetadata>()!.DefaultModelId.ShouldBe(BuiltInEmbeddingGenerator.Model);
    }

    [Fact]
    public async Task A_cancelled_batch_stops()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => generator.GenerateAsync(["login"], cancellationToken: cancelled.Token));
    }

    [Fact]
    public void Every_text_has_a_vector_of_length_one() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => Math.Abs(1 - Norm(Embed(text.Get))) < 1e-6).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("!!! ???")]
    [InlineData("de para com")]
    [InlineData("12345")]
    [InlineData("テスト")]
    public void Texts_without_known_words_have_a_vector_of_their_own(string text)
    {
        Norm(Embed(text)).ShouldBe(1, 1e-6);
        Similarity(text, text).ShouldBe(1, 1e-6);
        Similarity(text, "Teste de login com email").ShouldBeLessThan(0.3f);
    }

    [Fact]
    public void Accents_case_and_white_space_make_no_difference() => Embed("  RECUPERACAO de   Senha ").ShouldBe(Embed("Recuperação de senha"));

    [Theory]
    [InlineData("entrar na minha conta", "Teste de login com email", "Pagamento com PIX")]
    [InlineData("esqueci minha senha", "Recuperação de senha para cliente", "Cadastro de usuário via web")]
    [InlineData("forgot my password", "Recuperação de senha para cliente", "Cadastro de usuário via web")]
    [InlineData("password recovery", "Recuperação de senha para cliente", "Busca de produto na plataforma")]
    [InlineData("botar na sacola", "Adicionar produto ao carrinho", "Atualização de perfil do cliente")]
    [InlineData("pagameto cm cartao", "Pagamento com cartão", "Validação de CPF no formulário")]
    [InlineData("fechar compra sem cadastro", "Fluxo de checkout para convidado", "Teste de API /users")]
    [InlineData("marcar médico", "Agendamento de consulta médica", "Pagamento com boleto")]
    [InlineData("mandar dinheiro para outra pessoa", "Transferência bancária entre contas", "Busca de curso na plataforma")]
    public void Another_way_to_say_it_is_nearer_than_another_thing(string query, string same, string other) =>
        Similarity(query, same).ShouldBeGreaterThan(Similarity(query, other) + 0.15f);

    [Fact]
    public void A_word_in_no_list_is_found_by_its_own_letters() =>
        Similarity("quasar zyxwv", "Relato do zyxwv").ShouldBeGreaterThan(Similarity("quasar zyxwv", "Relato do abcde") + 0.15f);

    // Vectors belong to the model's name. Once a release has stored some, whoever changes a feature or the list of concepts gives the model a new name, here and there.
    [Fact]
    public void The_vectors_are_the_same_on_every_machine_and_belong_to_the_models_name()
    {
        var list = string.Join('\n', ConceptFile.ReadBuiltIn().Select(line => $"{line.Name} {line.Weight.ToString(CultureInfo.InvariantCulture)} {string.Join(',', line.Broader)} {string.Join(',', line.Phrases)}"));
        var vector = Embed("Recuperação de senha 123 para zyxwv");
        var places = Enumerable.Range(0, vector.Length).OrderByDescending(i => Math.Abs(vector[i])).ThenBy(i => i).Take(3).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i}={vector[i]:F4}"));
        $"{BuiltInEmbeddingGenerator.Model} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list)))[..12]} {string.Join(' ', places)}"
            .ShouldBe("alicerce-built-in-2 009956fd95be 235=0.3097 125=0.2753 49=0.2501");
    }

    [Fact]
    public void A_span_that_is_too_short_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => BuiltInEmbeddingGenerator.Embed("login", new float[383]));

    [Fact]
    public async Task Threads_side_by_side_come_to_the_same_vectors()
    {
        var expected = Embed("Fluxo de checkout para convidado");
        await Parallel.ForAsync(0, 200, (i, _) =>
        {
            Embed($"Pagamento {i} com cartão");
            Embed("Fluxo de checkout para convidado").ShouldBe(expected);
            return ValueTask.CompletedTask;
        });
    }

    private static float[] Embed(string text)
    {
        var vector = new float[BuiltInEmbeddingGenerator.Dimensions];
        BuiltInEmbeddingGenerator.Embed(text, vector);
        return vector;
    }

    private static double Norm(float[] vector) => Math.Sqrt(vector.Sum(value => (double)value * value));

    private static float Similarity(string one, string other) => TensorPrimitives.Dot<float>(Embed(one), Embed(other));
}
