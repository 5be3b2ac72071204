using Alicerce.Vectors.Embedding.BuiltIn;
using Npgsql;

namespace Alicerce.Scenarios.Tests.Suggestions;

public sealed class SuggestTests(ScenariosFixture fixture) : IClassFixture<ScenariosFixture>
{
    [Fact]
    [Trait("Req", "S000-API-03")]
    public async Task At_most_five_are_suggested_with_the_query_as_it_came()
    {
        var project = await fixture.ProjectAsync();
        for (var i = 0; i < 8; i++) await fixture.AddAsync($"Teste de login número {i}", project);
        var (status, body) = await fixture.SendAsync(HttpMethod.Get, $"/suggest?query=%20Login%20&project_id={project}", null);
        status.ShouldBe(200);
        body.GetProperty("query").GetString().ShouldBe(" Login ");
        body.GetProperty("results").GetArrayLength().ShouldBe(5);
        (await fixture.SuggestAsync("login", project, "&k=8")).Length.ShouldBe(8);
    }

    [Theory]
    [InlineData("vector")]
    [InlineData("hybrid")]
    [Trait("Req", "S000-API-04")]
    [Trait("Trap", "T000-01")]
    public async Task Every_similarity_is_the_cosine_of_the_query_and_of_the_title_it_is_shown_with(string mode)
    {
        var project = await fixture.ProjectAsync();
        foreach (var title in new[] { "Teste de login com email", "Pagamento com boleto", "Esqueci a senha", "Entrar com Google", "Adicionar curso ao carrinho", "Autenticação de dois fatores" })
            await fixture.AddAsync(title, project);
        var hits = await fixture.SuggestAsync("entrar na conta", project, $"&k=20&mode={mode}");
        hits.ShouldNotBeEmpty();
        foreach (var hit in hits)
            hit.GetProperty("similarity").GetDouble().ShouldBe(Cosine("entrar na conta", hit.GetProperty("title").GetString()!), 1e-4);
        var order = hits.Select(hit => hit.GetProperty(mode == "vector" ? "similarity" : "score").GetDouble()).ToArray();
        order.ShouldBe(order.OrderDescending().ToArray());
    }

    [Fact]
    [Trait("Req", "S000-IDX-01")]
    public void A_vector_has_384_numbers() => BuiltInEmbeddingGenerator.Dimensions.ShouldBe(384);

    [Fact]
    [Trait("Req", "S000-SYNC-03")]
    [Trait("Trap", "T000-19")]
    public async Task What_was_just_created_is_found_first_and_what_was_just_changed_no_longer_by_its_old_words()
    {
        var project = await fixture.ProjectAsync();
        // While an older transaction is open, the log tells nothing: what is found is what the request itself has put there.
        await using var source = NpgsqlDataSource.Create(fixture.Database.SuperuserConnectionString);
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var older = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var begun = new NpgsqlCommand("SELECT pg_current_xact_id()", connection, older);
        await begun.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        var id = await fixture.AddAsync("Reserva de plantão para médico", project);
        var hit = (await fixture.SuggestAsync("Reserva de plantão para médico", project))[0];
        (hit.GetProperty("id").GetInt32(), hit.GetProperty("similarity").GetDouble()).ShouldBe((id, 1d));
        (await fixture.SendAsync(HttpMethod.Patch, $"/api/v1/scenarios/{id}", new { Title = "Exportar relatório em PDF" })).Status.ShouldBe(200);
        (await fixture.TitlesAsync("Exportar relatório em PDF", project)).ShouldBe(["Exportar relatório em PDF"]);
        (await fixture.SuggestAsync("Reserva de plantão para médico", project, "&mode=vector"))[0].GetProperty("similarity").GetDouble().ShouldBeLessThan(0.5);
        (await fixture.SendAsync(HttpMethod.Delete, $"/api/v1/scenarios/{id}", null)).Status.ShouldBe(204);
        (await fixture.SuggestAsync("Exportar relatório em PDF", project)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Trap", "T000-21")]
    public async Task Equal_titles_are_one_suggestion_that_says_how_many_there_are()
    {
        var project = await fixture.ProjectAsync();
        for (var i = 0; i < 30; i++) await fixture.AddAsync(i % 2 == 0 ? "Teste de API /orders" : "TESTE de  api /orders", project);
        await fixture.AddAsync("Teste de API /users", project);
        var hits = await fixture.SuggestAsync("teste de api", project);
        hits.Length.ShouldBe(2);
        hits.Single(hit => hit.GetProperty("title").GetString() != "Teste de API /users").GetProperty("same_title").GetInt32().ShouldBe(29);
        (await fixture.SuggestAsync("teste de api", project, "&mode=vector&k=100")).Length.ShouldBe(31);
    }

    [Theory]
    [Trait("Trap", "T000-17")]
    [InlineData("query=login&k=0", "k")]
    [InlineData("query=login&k=-1", "k")]
    [InlineData("query=login&k=101", "k")]
    [InlineData("query=login&k=five", "k")]
    [InlineData("query=", "query")]
    [InlineData("query=%20%20", "query")]
    [InlineData("", "query")]
    [InlineData("query=login&mode=magic", "mode")]
    [InlineData("query=login&threshold=2", "threshold")]
    [InlineData("query=login&threshold=NaN", "threshold")]
    public async Task What_cannot_be_asked_is_refused_with_its_field(string query, string field)
    {
        var (status, body) = await fixture.SendAsync(HttpMethod.Get, $"/suggest?{query}", null);
        status.ShouldBeOneOf(400, 422);
        body.ToString().ShouldContain($"\"{field}");
    }

    [Fact]
    public async Task More_than_there_is_gives_all_there_is_and_an_empty_project_nothing()
    {
        var project = await fixture.ProjectAsync();
        (await fixture.SuggestAsync("login", project, "&k=100&mode=vector")).ShouldBeEmpty();
        await fixture.AddAsync("Busca por voz", project);
        (await fixture.SuggestAsync("🙂", project, "&mode=vector")).Length.ShouldBe(1);
        (await fixture.SuggestAsync(new string('ã', 500), project)).Length.ShouldBeLessThanOrEqualTo(1);
    }

    private static double Cosine(string one, string other)
    {
        float[] a = new float[384], b = new float[384];
        BuiltInEmbeddingGenerator.Embed(one, a);
        BuiltInEmbeddingGenerator.Embed(other, b);
        return a.Zip(b).Sum(pair => (double)pair.First * pair.Second);
    }
}
