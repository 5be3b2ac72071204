using System.Text.RegularExpressions;
using Alicerce.Harness;
using Alicerce.Modules.Scenarios.SampleData;

namespace Alicerce.Scenarios.Tests.SampleData;

public sealed partial class GenerateTestDataTests(ScenariosFixture fixture) : IClassFixture<ScenariosFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S000-API-06")]
    [Trait("Trap", "T000-15")]
    public async Task A_job_fills_the_catalogue_with_exactly_as_many_and_they_are_found()
    {
        var project = await fixture.ProjectAsync();
        var (status, body) = await fixture.SendAsync(HttpMethod.Post, "/generate-test-data", new { NumRecords = 100, ProjectId = project, Seed = 7 });
        status.ShouldBe(202, body.ToString());
        var job = body.GetProperty("job_id").GetInt64();
        await EndsAsync(job);
        (await fixture.SqlAsync("SELECT count(*) FROM scenarios.scenarios s JOIN scenarios.embeddings e ON e.scenario_id = s.id WHERE project_id = $1", project)).ShouldBe(100L);
        // The job has ended with its transaction; the index hears of it a moment later.
        await Eventually.BecomesTrueAsync(async () => (await fixture.TitlesAsync("entrar com Apple ID", project)).Contains("Teste de login com Apple ID"), "they are found", Ct);
        (await fixture.SqlAsync("SELECT progress_message FROM platform.jobs WHERE id = $1", job)).ShouldBe("100 test scenarios generated");
    }

    [Fact]
    [Trait("Req", "S000-GEN-04")]
    [Trait("Req", "S000-GEN-05")]
    public async Task Each_is_described_by_its_title_and_has_a_vector()
    {
        var project = await fixture.ProjectAsync();
        var (_, body) = await fixture.SendAsync(HttpMethod.Post, "/generate-test-data", new { NumRecords = 300, ProjectId = project });
        await EndsAsync(body.GetProperty("job_id").GetInt64());
        (await fixture.SqlAsync(
            "SELECT count(*) FROM scenarios.scenarios s JOIN scenarios.embeddings e ON e.scenario_id = s.id WHERE project_id = $1 AND description = 'Cenário de teste para ' || lower(title) AND e.title_hash = md5(title)", project)).ShouldBe(300L);
    }

    [Fact]
    [Trait("Trap", "T000-31")]
    public async Task A_job_that_is_cancelled_half_way_leaves_nothing()
    {
        var project = await fixture.ProjectAsync();
        var (_, body) = await fixture.SendAsync(HttpMethod.Post, "/generate-test-data", new { NumRecords = 60_000, ProjectId = project });
        var job = body.GetProperty("job_id").GetInt64();
        await Eventually.BecomesTrueAsync(async () => (await fixture.Server.GetAsync($"/api/v1/jobs/{job}", Ct)).GetProperty("progress").GetProperty("done").GetInt32() > 0, "some are made", Ct);
        (await fixture.SendAsync(HttpMethod.Post, "/generate-test-data", new { NumRecords = 1, ProjectId = project })).Status.ShouldBe(409);
        (await fixture.SendAsync(HttpMethod.Post, $"/api/v1/jobs/{job}/cancel", new { })).Status.ShouldBe(200);
        await Eventually.BecomesTrueAsync(async () => (await fixture.Server.GetAsync($"/api/v1/jobs/{job}", Ct)).GetProperty("state").GetString() == "cancelled", "the job has ended", Ct);
        (await fixture.SqlAsync("SELECT count(*) FROM scenarios.scenarios WHERE project_id = $1", project)).ShouldBe(0L);
    }

    [Fact]
    [Trait("Req", "S000-GEN-02")]
    [Trait("Req", "S000-GEN-03")]
    public void Every_title_is_of_a_template_with_values_of_its_list()
    {
        var titles = new TestTitles(1);
        var made = Enumerable.Range(0, 10_000).Select(_ => titles.Next()).ToList();
        made.ShouldAllBe(title => Template().IsMatch(title));
        made.Take(40).Distinct().Count().ShouldBe(40);
        made.Take(40).ShouldContain("Teste de API /products");
        made.Take(40).ShouldAllBe(title => !title.Contains(','));
    }

    [Fact]
    public void Ten_thousand_records_have_at_least_five_thousand_titles()
    {
        var titles = new TestTitles(3);
        Enumerable.Range(0, 10_000).Select(_ => titles.Next()).Distinct().Count().ShouldBeGreaterThanOrEqualTo(5_000);
    }

    [Fact]
    public void The_same_seed_makes_the_same_titles()
    {
        TestTitles one = new(5), other = new(5);
        Enumerable.Range(0, 200).Select(_ => one.Next()).ShouldBe(Enumerable.Range(0, 200).Select(_ => other.Next()).ToList());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(100_001)]
    public async Task Numbers_have_bounds(int count) => (await fixture.SendAsync(HttpMethod.Post, "/generate-test-data", new { NumRecords = count })).Status.ShouldBe(422);

    [Fact]
    public async Task Only_admins_generate_and_nobody_in_production()
    {
        var project = await fixture.ProjectAsync();
        using var developer = await TestUser.AddAsync(fixture, "developer", Ct);
        await developer.JoinAsync(project, "developer", Ct);
        (await fixture.SendAsync(HttpMethod.Post, "/generate-test-data", new { NumRecords = 1, ProjectId = project }, developer.Client)).Status.ShouldBe(403);
        await using var production = await TestServer.StartAsync(fixture.Database, Ct, new Dictionary<string, string?> { ["ENVIRONMENT"] = "production" });
        production.Client.DefaultRequestHeaders.Authorization = fixture.Client.DefaultRequestHeaders.Authorization;
        (await fixture.SendAsync(HttpMethod.Post, "/generate-test-data", new { NumRecords = 1 }, production.Client)).Status.ShouldBe(403);
    }

    private async Task EndsAsync(long job) =>
        await Eventually.BecomesTrueAsync(async () => (await fixture.Server.GetAsync($"/api/v1/jobs/{job}", Ct)).GetProperty("state").GetString() == "succeeded", "the job has ended", Ct);

    private const string Details =
        "(, (com login por (email|Google|Facebook|Apple ID)|via (mobile|web|tablet|desktop)|para (cliente|admin|convidado|vip)|de (produto|serviço|assinatura|curso)|com (cartão|PIX|boleto|paypal)|chamando /(login|users|products|orders)|com campo (nome|email|CPF|telefone)))*";

    [GeneratedRegex(
        "^(Teste de login com (email|Google|Facebook|Apple ID)" + Details + "|Cadastro de usuário via (mobile|web|tablet|desktop)" + Details + "|Recuperação de senha para (cliente|admin|convidado|vip)" + Details
        + "|Busca de (produto|serviço|assinatura|curso)" + Details + " na plataforma|Atualização de perfil do (cliente|admin|convidado|vip)" + Details + "|Pagamento com (cartão|PIX|boleto|paypal)" + Details
        + "|Adicionar (produto|serviço|assinatura|curso)" + Details + " ao carrinho|Fluxo de checkout para (cliente|admin|convidado|vip)" + Details + "|Teste de API /(login|users|products|orders)" + Details
        + "|Validação de (nome|email|CPF|telefone)" + Details + " no formulário)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Template();
}
