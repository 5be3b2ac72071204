using System.Globalization;
using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Cli.Tests.Server;

/// <summary>The commands of scenarios against the real server.</summary>
public sealed class ScenarioCommandTests(ServerFixture fixture) : IClassFixture<ServerFixture>, IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_scenario_is_added_found_by_its_meaning_changed_and_deleted()
    {
        var project = await ProjectAsync();
        var id = (await RunAsync(0, "scenario", "add", "Recuperação de senha para cliente", "--description", "Pelo e-mail", "--tag", "Smoke", "--tag", "conta", "--project", project)).Output.Trim();
        int.Parse(id, CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
        var again = await RunAsync(0, "scenario", "add", "recuperacao de senha para cliente", "--project", project, "--json");
        again.Errors.ShouldContain("note: This exists already: 'Recuperação de senha para cliente'");
        var second = JsonElement.Parse(again.Output).GetProperty("id").GetInt32().ToString(CultureInfo.InvariantCulture);

        (await RunAsync(0, "scenario", "suggest", "esqueci minha senha", "--project", project, "-k", "1", "--tag", "smoke", "--tag", "conta")).Output.ShouldContain("Recuperação de senha para cliente");
        var vector = JsonElement.Parse((await RunAsync(0, "scenario", "suggest", "senha", "--project", project, "--mode", "vector", "--threshold", "-1", "--json")).Output).GetProperty("results");
        vector.GetArrayLength().ShouldBe(2);
        vector[0].TryGetProperty("score", out _).ShouldBeFalse();
        (await RunAsync(1, "scenario", "suggest", "senha", "--project", project, "--threshold", "1")).Output.ShouldContain("There is no scenario that means this");

        (await RunAsync(0, "scenario", "edit", id, "--title", "Pagamento com PIX", "--tag", "loja")).Output.ShouldBe($"{id}  Pagamento com PIX\n  Pelo e-mail\n  tags: loja\n  of project {await IdOfAsync(project)}\n");
        JsonElement.Parse((await RunAsync(0, "scenario", "edit", id, "--no-tags", "--json")).Output).GetProperty("tags").GetArrayLength().ShouldBe(0);
        (await RunAsync(0, "scenario", "show", id)).Output.ShouldStartWith($"{id}  Pagamento com PIX\n  Pelo e-mail\n");
        (await RunAsync(0, "scenario", "list", "--project", project, "--search", "pix")).Output.ShouldContain("Pagamento com PIX");
        var cut = await RunAsync(0, "scenario", "list", "--project", project, "--limit", "1", "--json");
        (JsonElement.Parse(cut.Output).GetArrayLength(), cut.Errors).ShouldBe((1, "alicerce: there are more; --limit 2 shows more of them, 'alicerce scenario export' writes all.\n"));

        (await RunAsync(2, "scenario", "delete", id)).Errors.ShouldContain("--yes");
        (await RunAsync(0, "scenario", "delete", id, "--yes")).Output.ShouldBe("Deleted the scenario 'Pagamento com PIX'.\n");
        (await RunAsync(2, "scenario", "show", id)).Errors.ShouldContain("Scenario not found");
        await RunAsync(0, "scenario", "delete", second, "--yes");
    }

    [Fact]
    public async Task A_scenario_becomes_a_draft_case_of_a_suite()
    {
        var project = await ProjectAsync();
        var id = (await RunAsync(0, "scenario", "add", "Fluxo de checkout para vip", "--project", project)).Output.Trim();
        var suite = (await fixture.Server.PostAsync($"/api/v1/projects/{await IdOfAsync(project)}/test-suites", new { name = "s" }, Ct)).GetProperty("id").GetInt32();

        (await RunAsync(0, "scenario", "promote", id, "--suite", $"{suite}")).Output.ShouldContain($"of suite {suite} is a draft");
        (await RunAsync(2, "scenario", "promote", id, "--suite", $"{suite}")).Errors.ShouldContain("has a case of this scenario already");
    }

    [Fact]
    public async Task A_large_file_is_imported_in_parts_and_what_exists_is_passed_over()
    {
        var project = await ProjectAsync();
        var file = _folder["cases.jsonl"];
        await File.WriteAllLinesAsync(file, Enumerable.Range(1, 12_000).Select(i => $$"""{"title": "Caso número {{Math.Min(i, 11_990)}}", "tags": ["lote"]}"""), Ct);

        (await RunAsync(0, "scenario", "import", file, "--project", project)).Output.ShouldBe("11990 imported, 10 existed already.\n");
        var again = JsonElement.Parse((await RunAsync(0, "scenario", "import", file, "--project", project, "--json")).Output);
        (again.GetProperty("rows").GetInt32(), again.GetProperty("imported").GetInt32(), again.GetProperty("existing").GetInt32()).ShouldBe((12_000, 0, 12_000));
    }

    [Fact]
    public async Task What_is_wrong_in_a_later_part_is_named_by_its_line_in_the_file_and_the_parts_before_it_are_kept()
    {
        var project = await ProjectAsync();
        var file = _folder["cases.csv"];
        await File.WriteAllTextAsync(file, "title,description\n" + string.Concat(Enumerable.Range(1, 6_000).Select(i => i is 5_500 or 5_600 ? " ,nothing\n" : $"Caso {i},\"em duas\nlinhas\"\n")), Ct);

        var refused = await RunAsync(2, "scenario", "import", file, "--project", project);

        // A header, two lines for each row but the wrong one.
        refused.Errors.ShouldContain($"line {1 + (5_499 * 2) + 1}: title has 1 to 500 characters");
        refused.Errors.ShouldContain($"line {1 + (5_598 * 2) + 2}: title has 1 to 500 characters");
        refused.Errors.ShouldContain("5000 imported, 0 existed already; line 10002 and what follows it were not taken over.");
        refused.Output.ShouldBeEmpty();

        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, Ct)).Replace("\n ,nothing", "\nCaso melhor,ok", StringComparison.Ordinal), Ct);
        (await RunAsync(0, "scenario", "import", file, "--project", project)).Output.ShouldBe("999 imported, 5001 existed already.\n");
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    public async Task What_was_exported_is_imported_elsewhere_as_it_was(string format)
    {
        var (from, to) = (await ProjectAsync(), await ProjectAsync());
        await RunAsync(0, "scenario", "add", "Título com \"aspas\"; e, vírgula", "--description", "uma\nduas", "--tag", "a b", "--tag", "ç", "--project", from);
        await RunAsync(0, "scenario", "add", "Outro", "--project", from);
        var (one, two) = (_folder[$"one.{format}"], _folder[$"two.{format}"]);

        (await RunAsync(0, "scenario", "export", "--output", one, "--project", from)).Output.ShouldBe($"Wrote {one}.\n");
        (await RunAsync(0, "scenario", "import", one, "--project", to)).Output.ShouldBe("2 imported, 0 existed already.\n");
        await RunAsync(0, "scenario", "export", "-o", two, "--project", to);

        var text = await File.ReadAllTextAsync(two, Ct);
        text.ShouldBe(await File.ReadAllTextAsync(one, Ct));
        text.ReplaceLineEndings("\n").ShouldBe((await RunAsync(0, "scenario", "export", "--format", format, "--project", to)).Output);
    }

    [Fact]
    [Trait("Req", "S000-GEN-01")]
    public async Task Sample_scenarios_are_generated_and_the_end_is_waited_for()
    {
        var project = await ProjectAsync();
        (await RunAsync(0, "scenario", "generate", "--count", "120", "--seed", "7", "--project", project)).Output.ShouldBe("120 test scenarios generated.\n");
        JsonElement.Parse((await RunAsync(0, "scenario", "list", "--project", project, "--limit", "500", "--json")).Output).GetArrayLength().ShouldBe(120);
        (await RunAsync(0, "scenario", "generate", "--project", project)).Output.ShouldBe("10000 test scenarios generated.\n");
        (await RunAsync(0, "scenario", "generate", "--count", "1", "--project", project, "--no-wait")).Output.ShouldContain("has started: Generating 1 test scenarios");
    }

    [Theory]
    [InlineData("Give --format jsonl or --format csv", "scenario", "import", "cases.txt")]
    [InlineData("Give --format jsonl or --format csv", "scenario", "import", "-")]
    [InlineData("'nowhere.csv' cannot be read", "scenario", "import", "nowhere.csv")]
    [InlineData("There is no scenario in '-'", "scenario", "import", "-", "--format", "jsonl")]
    [InlineData("What is to change?", "scenario", "edit", "1")]
    [InlineData("k is a number from 1 to 100", "scenario", "suggest", "x", "-k", "101")]
    [InlineData("num_records", "scenario", "generate", "--count", "0")]
    public async Task A_mistake_is_named(string message, params string[] arguments) => (await RunAsync(2, arguments)).Errors.ShouldContain(message);

    private async Task<string> ProjectAsync()
    {
        var name = $"p{Guid.NewGuid():N}";
        await fixture.Server.PostAsync("/api/v1/projects", new { name }, Ct);
        return name;
    }

    private async Task<int> IdOfAsync(string project) => (await fixture.Server.GetAsync($"/api/v1/projects?name={project}", Ct))[0].GetProperty("id").GetInt32();

    private async Task<CommandLineProcess> RunAsync(int exitCode, params string[] arguments)
    {
        var variables = new Dictionary<string, string> { ["ALICERCE_SERVER"] = fixture.Server.Url.ToString(), ["ALICERCE_TOKEN"] = fixture.Server.Token };
        var result = await CommandLineProcess.RunWithAsync(variables, arguments);
        result.ExitCode.ShouldBe(exitCode, result.Errors + result.Output);
        return result;
    }
}
