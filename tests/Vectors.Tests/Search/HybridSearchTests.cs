using System.Numerics.Tensors;
using Alicerce.Vectors.Embedding.BuiltIn;
using Alicerce.Vectors.Indexes.Exact;
using Alicerce.Vectors.Indexes.Words;
using Alicerce.Vectors.Search;

namespace Alicerce.Vectors.Tests.Search;

public sealed class HybridSearchTests : IDisposable
{
    private static readonly string[] Titles =
    [
        "Teste de login com email", "Recuperação de senha para cliente", "Pagamento com cartão", "Busca de produto na plataforma", "Fluxo de checkout para convidado",
        "Validação de CPF no formulário", "Teste de API /users", "Cadastro de usuário via web", "Pagamento com PIX", "Adicionar curso ao carrinho",
    ];

    private readonly ExactIndex vectors = new(BuiltInEmbeddingGenerator.Dimensions);
    private readonly WordsIndex words = new();
    private readonly HybridSearch search;

    public HybridSearchTests()
    {
        for (var id = 0; id < Titles.Length; id++) Put(id, Titles[id]);
        search = new HybridSearch(vectors, words);
    }

    public void Dispose() => words.Dispose();

    [Theory]
    [InlineData("esqueci a senha", "Recuperação de senha para cliente")]
    [InlineData("comprar sem conta", "Fluxo de checkout para convidado")]
    [InlineData("/users", "Teste de API /users")]
    [InlineData("formulario cpf", "Validação de CPF no formulário")]
    public void The_best_hit_is_what_was_meant(string query, string title) => Search(query)[0].Id.ShouldBe(Array.IndexOf(Titles, title));

    [Fact]
    public void Hits_are_sorted_by_score_and_each_similarity_is_the_cosine_of_its_own_title()
    {
        foreach (var query in Titles.Append("pagar compra").Append("quero entrar").Append("zzz"))
        {
            var hits = Search(query);
            hits.Select(hit => hit.Score).ShouldBeInOrder(SortDirection.Descending);
            foreach (var hit in hits) hit.Similarity.ShouldBe(TensorPrimitives.CosineSimilarity<float>(Embed(query), Embed(Titles[hit.Id])), 1e-4f);
        }
    }

    [Fact]
    public void A_hit_that_only_the_words_found_has_its_true_similarity()
    {
        for (var id = 100; id < 160; id++) vectors.Upsert(id, Embed("zyxwv"));
        Put(500, "Relato de zyxwv com muitas outras palavras sobre faturas exames e viagens");
        var hit = Search("zyxwv", k: 100).Single(hit => hit.Id == 500);
        hit.Similarity.ShouldBe(TensorPrimitives.CosineSimilarity<float>(Embed("zyxwv"), Embed("Relato de zyxwv com muitas outras palavras sobre faturas exames e viagens")), 1e-4f);
    }

    [Fact]
    public void A_stored_title_finds_itself_first_with_similarity_one()
    {
        foreach (var title in Titles)
        {
            var hit = Search(title)[0];
            hit.Id.ShouldBe(Array.IndexOf(Titles, title));
            hit.Similarity.ShouldBe(1, 1e-4);
        }
    }

    [Fact]
    [Trait("Req", "S000-IDX-03")]
    public void Vectors_have_length_one_when_added_and_when_queried_and_a_stored_title_is_found_at_0_999()
    {
        var stored = new float[BuiltInEmbeddingGenerator.Dimensions];
        for (var id = 0; id < Titles.Length; id++)
        {
            vectors.TryGet(id, stored).ShouldBeTrue();
            Norm(stored).ShouldBe(1, 1e-6);
            Norm(Embed(Titles[id])).ShouldBe(1, 1e-6);
            var first = vectors.Search(Embed(Titles[id]), 1)[0];
            first.Id.ShouldBe(id);
            first.Similarity.ShouldBeGreaterThanOrEqualTo(0.999f);
        }
    }

    [Fact]
    public void Why_names_the_words_the_typing_errors_and_the_meanings_that_count()
    {
        Search("senha")[0].Why.ShouldContain(new Reason(ReasonKind.Word, "senha"));
        Search("platsforma busca")[0].Why.ShouldContain(new Reason(ReasonKind.Similar, "plataforma"));
        Search("entrar")[0].Why.ShouldContain(new Reason(ReasonKind.Meaning, "sign-in"));
        Search("esqueci a senha")[0].Why.Count.ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public void Noise_is_left_out_but_not_a_hit_by_its_words()
    {
        search.Search("zyxwv", Embed("zyxwv"), 10, BuiltInEmbeddingGenerator.NoiseSimilarity).ShouldBeEmpty();
        search.Search("senha", Embed("senha"), 10, leastSimilarity: 1.1f).Select(hit => hit.Id).ShouldBe([1]);
    }

    [Fact]
    public void The_filter_holds_for_both_indexes() =>
        search.Search("pagamento com cartão", Embed("pagamento com cartão"), 10, filter: id => id is not 2).ShouldAllBe(hit => hit.Id != 2);

    [Fact]
    public void A_text_whose_vector_is_not_there_yet_is_no_hit()
    {
        words.Upsert(77, "Estorno de compra duplicada");
        Search("estorno de compra duplicada").ShouldAllBe(hit => hit.Id != 77);
    }

    [Fact]
    public void At_most_k_hits_come_and_k_of_zero_is_refused()
    {
        Search("teste", k: 3).Count.ShouldBe(3);
        Should.Throw<ArgumentOutOfRangeException>(() => Search("teste", k: 0));
    }

    private IReadOnlyList<HybridHit> Search(string query, int k = 10) => search.Search(query, Embed(query), k);

    private void Put(int id, string title)
    {
        words.Upsert(id, title);
        vectors.Upsert(id, Embed(title));
    }

    private static float[] Embed(string text)
    {
        var vector = new float[BuiltInEmbeddingGenerator.Dimensions];
        BuiltInEmbeddingGenerator.Embed(text, vector);
        return vector;
    }

    private static double Norm(float[] vector) => Math.Sqrt(vector.Sum(value => (double)value * value));
}
