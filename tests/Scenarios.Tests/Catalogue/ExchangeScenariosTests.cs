using Alicerce.Harness;

namespace Alicerce.Scenarios.Tests.Catalogue;

public sealed class ExchangeScenariosTests(ScenariosFixture fixture) : IClassFixture<ScenariosFixture>
{
    private const string Csv = "text/csv";
    private const string Lines = "application/x-ndjson";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Lines, """{"title": "Entrada com biometria", "description": "a, \"b\"\nc", "tags": ["App", "app", "x"]}""" + "\n\n" + """{"title":"Saída pelo menu"}""" + "\n")]
    [InlineData(Csv, "Title,ignored,description,tags\r\nEntrada com biometria,1,\"a, \"\"b\"\"\nc\",App;app; x\r\nSaída pelo menu,2,,\r\n")]
    [InlineData(Csv, "\uFEFFtitle;description;tags\nEntrada com biometria;\"a, \"\"b\"\"\nc\";\"App;x\"\nSaída pelo menu;;\n")]
    public async Task A_file_is_taken_over_and_found_at_once(string type, string text)
    {
        var project = await fixture.ProjectAsync();
        var (status, body) = await fixture.SendTextAsync($"/api/v1/scenarios/import?project_id={project}", text, type);
        status.ShouldBe(200, body.ToString());
        (body.GetProperty("data").GetProperty("imported").GetInt32(), body.GetProperty("data").GetProperty("existing").GetInt32()).ShouldBe((2, 0));
        (await fixture.TitlesAsync("biometria", project)).ShouldContain("Entrada com biometria");
        (await fixture.SqlAsync("SELECT description || array_to_string(tags, '|') FROM scenarios.scenarios WHERE title LIKE 'Entrada%' AND project_id = $1", project)).ShouldBe("a, \"b\"\ncapp|x");
        (await fixture.SqlAsync("SELECT count(*) FROM scenarios.embeddings e JOIN scenarios.scenarios s ON s.id = e.scenario_id WHERE s.project_id = $1", project)).ShouldBe(2L);
    }

    [Fact]
    public async Task What_is_there_already_is_left_as_it_is()
    {
        var project = await fixture.ProjectAsync();
        var id = await fixture.AddAsync("Já existe", project, description: "velho");
        var (_, body) = await fixture.SendTextAsync($"/api/v1/scenarios/import?project_id={project}", "{\"title\":\"Já existe\",\"description\":\"novo\"}\n{\"title\":\"É novo\"}\n{\"title\":\"É novo\"}", Lines);
        (body.GetProperty("data").GetProperty("imported").GetInt32(), body.GetProperty("data").GetProperty("existing").GetInt32()).ShouldBe((1, 2));
        (await fixture.SqlAsync("SELECT description FROM scenarios.scenarios WHERE id = $1", id)).ShouldBe("velho");
    }

    [Theory]
    [InlineData(Lines, "{\"title\":\"good\"}\nnonsense\n{\"title\":7}\n{\"title\":\"\"}", new[] { "line 2", "line 3", "line 4" })]
    [InlineData(Lines, "{\"title\":\"good\"}\n{\"title\":\"twice\",\"title\":\"twice\"}", new[] { "line 2" })]
    [InlineData(Csv, "name\ngood\n", new[] { "line 1" })]
    [InlineData(Csv, "title,tags\ngood,\n   ,a\n", new[] { "line 3" })]
    [InlineData(Csv, "", new[] { "line 1" })]
    [InlineData(Lines, " \n\n", new[] { "body" })]
    public async Task A_file_with_mistakes_stores_nothing_and_says_where_they_are(string type, string text, string[] fields)
    {
        var project = await fixture.ProjectAsync();
        var (status, body) = await fixture.SendTextAsync($"/api/v1/scenarios/import?project_id={project}", text, type);
        status.ShouldBe(422, body.ToString());
        body.GetProperty("details").EnumerateArray().Select(detail => detail.GetProperty("field").GetString()).Distinct().ShouldBe(fields);
        (await fixture.SqlAsync("SELECT count(*) FROM scenarios.scenarios WHERE project_id = $1", project)).ShouldBe(0L);
    }

    [Fact]
    public async Task Too_many_rows_another_type_and_another_encoding_are_refused()
    {
        var many = string.Concat(Enumerable.Range(0, 10_001).Select(i => $"{{\"title\":\"{i}\"}}\n"));
        var (status, body) = await fixture.SendTextAsync("/api/v1/scenarios/import", many, Lines);
        (status, body.GetProperty("details")[0].GetProperty("code").GetString()).ShouldBe((422, "too_many"));
        (await fixture.SendTextAsync("/api/v1/scenarios/import", "{}", "application/xml")).Status.ShouldBe(415);
        using var latin = new ByteArrayContent([0x74, 0x69, 0x74, 0x6C, 0x65, 0x0A, 0xE9, 0x0A]);
        latin.Headers.ContentType = new(Csv);
        using var response = await fixture.Client.PostAsync(new Uri("/api/v1/scenarios/import", UriKind.Relative), latin, Ct);
        ((int)response.StatusCode).ShouldBe(400);
    }

    [Fact]
    public async Task Only_developers_of_a_project_bring_files_into_it()
    {
        var project = await fixture.ProjectAsync();
        using var viewer = await TestUser.AddAsync(fixture, "viewer", Ct);
        (await fixture.SendTextAsync($"/api/v1/scenarios/import?project_id={project}", "{\"title\":\"a\"}", Lines, viewer.Client)).Status.ShouldBe(404);
        await viewer.JoinAsync(project, "viewer", Ct);
        (await fixture.SendTextAsync($"/api/v1/scenarios/import?project_id={project}", "{\"title\":\"a\"}", Lines, viewer.Client)).Status.ShouldBe(403);
    }

    [Theory]
    [InlineData("jsonl", Lines)]
    [InlineData("csv", Csv)]
    public async Task What_is_exported_can_be_imported_elsewhere(string format, string type)
    {
        int project = await fixture.ProjectAsync(), other = await fixture.ProjectAsync();
        string[] titles = ["Com \"aspas\", vírgula", "Com\nquebra", "Com ; e | e \t", "-1 no\u2028carrinho"];
        foreach (var title in titles) await fixture.AddAsync(title, project, ["a", "b c"], "linha 1\nlinha 2");
        var text = await fixture.Client.GetStringAsync(new Uri($"/api/v1/scenarios/export?format={format}&project_id={project}", UriKind.Relative), Ct);
        var (status, body) = await fixture.SendTextAsync($"/api/v1/scenarios/import?project_id={other}", text, type);
        status.ShouldBe(200, body.ToString());
        (await fixture.SqlAsync(
            "SELECT count(*) FROM scenarios.scenarios a JOIN scenarios.scenarios b USING (title, description, tags) WHERE a.project_id = $1 AND b.project_id = $2", project, other)).ShouldBe(4L);
    }

    [Fact]
    public async Task A_title_that_a_spreadsheet_would_run_is_text_in_the_file()
    {
        var project = await fixture.ProjectAsync();
        await fixture.AddAsync("=HYPERLINK(\"http://example\")", project);
        (await fixture.Client.GetStringAsync(new Uri($"/api/v1/scenarios/export?format=csv&project_id={project}", UriKind.Relative), Ct)).ShouldContain("'=HYPERLINK");
    }
}
