using Alicerce.Harness;

namespace Alicerce.Scenarios.Tests.Catalogue;

public sealed class ManageScenariosTests(ScenariosFixture fixture) : IClassFixture<ScenariosFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S000-API-01")]
    [Trait("Trap", "T000-30")]
    public async Task A_scenario_that_was_created_is_read_changed_listed_and_deleted()
    {
        var project = await fixture.ProjectAsync();
        var (status, created) = await fixture.SendAsync(HttpMethod.Post, "/scenarios", new { Title = "  Teste de login com email ", Description = "Entrar", ProjectId = project, Tags = new[] { "Smoke", "smoke" } });
        status.ShouldBe(201);
        var id = created.GetProperty("id").GetInt32();
        (await fixture.SqlAsync("SELECT cardinality(vector) FROM scenarios.embeddings WHERE scenario_id = $1", id)).ShouldBe(384);

        var (_, read) = await fixture.SendAsync(HttpMethod.Get, $"/scenarios/{id}", null);
        (read.GetProperty("title").GetString(), read.GetProperty("description").GetString(), read.GetProperty("tags").GetArrayLength()).ShouldBe(("Teste de login com email", "Entrar", 1));

        (await fixture.SendAsync(HttpMethod.Patch, $"/api/v1/scenarios/{id}", new { Title = "Pagamento com PIX" })).Status.ShouldBe(200);
        var (_, list) = await fixture.SendAsync(HttpMethod.Get, $"/api/v1/scenarios?project_id={project}&q=pix&per_page=1", null);
        list.GetProperty("data")[0].GetProperty("title").GetString().ShouldBe("Pagamento com PIX");
        list.GetProperty("meta").GetProperty("total").GetInt32().ShouldBe(1);

        (await fixture.SendAsync(HttpMethod.Delete, $"/api/v1/scenarios/{id}", null)).Status.ShouldBe(204);
        (await fixture.SendAsync(HttpMethod.Get, $"/api/v1/scenarios/{id}", null)).Status.ShouldBe(404);
    }

    [Fact]
    [Trait("Req", "S000-API-02")]
    public async Task The_vector_is_of_the_title_alone()
    {
        var project = await fixture.ProjectAsync();
        int one = await fixture.AddAsync("Busca de curso na plataforma", project, description: "uma coisa"), other = await fixture.AddAsync("Busca de curso na plataforma", project, description: "outra, bem diferente");
        (await fixture.SqlAsync("SELECT count(DISTINCT vector) FROM scenarios.embeddings WHERE scenario_id IN ($1, $2)", one, other)).ShouldBe(1L);
    }

    [Fact]
    [Trait("Req", "S000-API-05")]
    public async Task An_unknown_scenario_is_not_found_by_its_bare_route()
    {
        var (status, body) = await fixture.SendAsync(HttpMethod.Get, "/scenarios/999999999", null);
        (status, body.GetProperty("message").GetString()).ShouldBe((404, "Scenario not found"));
    }

    [Theory]
    [Trait("Trap", "T000-18")]
    [InlineData("""{"title": ""}""", "title")]
    [InlineData("""{"title": "   "}""", "title")]
    [InlineData("""{"description": "no title"}""", "title")]
    [InlineData("""{"title": "a\u0000b"}""", "title")]
    [InlineData("""{"title": "fine", "tags": [""]}""", "tags")]
    [InlineData("""{"title": "fine", "tags": [null]}""", "tags")]
    public async Task What_is_no_title_is_refused_with_its_field(string json, string field)
    {
        var (status, body) = await fixture.SendTextAsync("/scenarios", json, "application/json");
        status.ShouldBe(422, body.ToString());
        body.GetProperty("details").EnumerateArray().Select(detail => detail.GetProperty("field").GetString()).ShouldContain(name => name!.StartsWith(field, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Trap", "T000-05")]
    public async Task A_title_has_an_end_and_the_longest_one_is_stored_and_announced()
    {
        var project = await fixture.ProjectAsync();
        var longest = string.Concat(Enumerable.Repeat("\U0001F600", 249)) + "é" + "x";
        (await fixture.SendAsync(HttpMethod.Post, "/scenarios", new { Title = longest, ProjectId = project })).Status.ShouldBe(201);
        (await fixture.SendAsync(HttpMethod.Post, "/scenarios", new { Title = new string('x', 501), ProjectId = project })).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Whoever_says_the_same_again_is_told_what_exists()
    {
        var project = await fixture.ProjectAsync();
        var first = await fixture.AddAsync("Recuperação de senha para cliente", project);
        var (status, body) = await fixture.SendAsync(HttpMethod.Post, "/scenarios", new { Title = "recuperacao de senha para cliente", ProjectId = project });
        status.ShouldBe(201);
        body.GetProperty("duplicates")[0].GetProperty("id").GetInt32().ShouldBe(first);
        body.GetProperty("warning").GetString()!.ShouldContain("Recuperação de senha para cliente");
        var (_, other) = await fixture.SendAsync(HttpMethod.Post, "/scenarios", new { Title = "Exportar relatório de vendas", ProjectId = project });
        other.TryGetProperty("duplicates", out _).ShouldBeFalse();
    }

    [Fact]
    [Trait("Trap", "T000-20")]
    public async Task Strangers_see_and_change_nothing_of_a_project()
    {
        var project = await fixture.ProjectAsync();
        var id = await fixture.AddAsync("Segredo do projeto", project);
        using var stranger = await TestUser.AddAsync(fixture, "viewer", Ct);

        (await fixture.SendAsync(HttpMethod.Get, $"/scenarios/{id}", null, fixture.Server.Anonymous)).Status.ShouldBe(401);
        (await fixture.SendAsync(HttpMethod.Post, "/scenarios", new { Title = "x" }, fixture.Server.Anonymous)).Status.ShouldBe(401);
        (await fixture.SendAsync(HttpMethod.Post, "/generate-test-data", new { NumRecords = 1 }, fixture.Server.Anonymous)).Status.ShouldBe(401);
        (await fixture.SendAsync(HttpMethod.Get, $"/scenarios/{id}", null, stranger.Client)).Status.ShouldBe(404);
        (await fixture.SendAsync(HttpMethod.Delete, $"/api/v1/scenarios/{id}", null, stranger.Client)).Status.ShouldBe(404);
        (await fixture.SendAsync(HttpMethod.Post, "/scenarios", new { Title = "x" }, stranger.Client)).Status.ShouldBe(403);
        var (_, found) = await fixture.SendAsync(HttpMethod.Get, "/suggest?query=Segredo%20do%20projeto", null, stranger.Client);
        found.GetProperty("results").EnumerateArray().Select(hit => hit.GetProperty("id").GetInt32()).ShouldNotContain(id);

        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/suggest?query=login");
        foreign.Headers.Add("Origin", "https://elsewhere.example");
        using var answer = await fixture.Client.SendAsync(foreign, Ct);
        answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
        answer.Headers.Contains("RateLimit-Remaining").ShouldBeTrue();

        await stranger.JoinAsync(project, "viewer", Ct);
        (await fixture.SendAsync(HttpMethod.Get, $"/scenarios/{id}", null, stranger.Client)).Status.ShouldBe(200);
        (await fixture.SendAsync(HttpMethod.Delete, $"/api/v1/scenarios/{id}", null, stranger.Client)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_scenario_becomes_a_draft_case_once_and_a_case_a_scenario()
    {
        var project = await fixture.ProjectAsync();
        var suite = (await fixture.Server.PostAsync($"/api/v1/projects/{project}/test-suites", new { Name = "s" }, Ct)).GetProperty("id").GetInt32();
        var id = await fixture.AddAsync("Fluxo de checkout para vip", project, ["loja"], "Com cupom");

        var (status, promoted) = await fixture.SendAsync(HttpMethod.Post, $"/api/v1/scenarios/{id}/promote", new { SuiteId = suite });
        status.ShouldBe(201, promoted.ToString());
        var @case = promoted.GetProperty("data").GetProperty("case_id").GetInt32();
        var (_, read) = await fixture.SendAsync(HttpMethod.Get, $"/api/v1/test-cases/{@case}", null);
        var data = read.GetProperty("data");
        (data.GetProperty("name").GetString(), data.GetProperty("description").GetString(), data.GetProperty("is_active").GetBoolean()).ShouldBe(("Fluxo de checkout para vip", "Com cupom", false));
        (await fixture.SendAsync(HttpMethod.Post, $"/api/v1/scenarios/{id}/promote", new { SuiteId = suite })).Status.ShouldBe(409);
        (await fixture.SendAsync(HttpMethod.Post, $"/api/v1/scenarios/{id}/promote", new { SuiteId = 999_999_999 })).Status.ShouldBe(422);

        var (back, made) = await fixture.SendAsync(HttpMethod.Post, "/api/v1/scenarios/from-case", new { CaseId = @case });
        back.ShouldBe(201);
        made.GetProperty("data").GetProperty("duplicates")[0].GetProperty("id").GetInt32().ShouldBe(id);
    }

    [Fact]
    public async Task A_project_takes_its_scenarios_along()
    {
        var project = await fixture.ProjectAsync();
        var id = await fixture.AddAsync("Some com o projeto", project);
        (await fixture.SendAsync(HttpMethod.Delete, $"/api/v1/projects/{project}", null)).Status.ShouldBe(204);
        (await fixture.SqlAsync("SELECT count(*) FROM scenarios.scenarios WHERE id = $1", id)).ShouldBe(0L);
    }
}
