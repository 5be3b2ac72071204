using System.Text;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Cases.Files;
using Alicerce.Engine.Files;

namespace Alicerce.Engine.Tests.Cases;

public class CaseFileReaderTests
{
    private const string Good = "  - key: good\n    name: Good\n    request: GET /\n";

    [Theory]
    [InlineData("  - key: a\n    name: A\n    reqest: GET /\n", 3, 5, "request")]
    [InlineData("  - key: a\n    name: A\n    url: /x\n    request: GET /\n", 3, 5, "request: GET /path")]
    [InlineData("  - key: a\n    name: A\n    request: GET /\n    name: B\n", 4, 5, "line 7")]
    [InlineData("  - key: a\n    name: A\n    request: GET /\n    retries: many\n", 4, 14, null)]
    [InlineData("  - key: a\n    name: A\n    request: GET /\n    kind: smok\n", 4, 11, "smoke")]
    [InlineData("  - key: a\n    name: A\n    request: GET /\n    asserts:\n      - stauts: 200\n", 5, 9, "status")]
    [InlineData("  - key: a\n    name: A\n    request: GET /\n    asserts:\n      - status: {inn: [200]}\n", 5, 18, "in")]
    [InlineData("  - key: a\n    name: A\n    request: GET /\n    asserts:\n      - status: {in: 200}\n", 5, 22, "[200, 302]")]
    [InlineData("  - key: a\n    name: A\n    request: GET http://x/\n", 3, 14, "base_url")]
    [InlineData("  - key: a\n    name: A\n", 1, 5, "request: GET /path")]
    [InlineData("  - name: A\n    request: GET /\n", 1, 5, "key:")]
    [InlineData("  - key: a\n    name: [A\n    request: GET /\n", 2, null, "brackets")]
    [InlineData("  - just text\n", 1, 5, "- key")]
    public async Task A_broken_case_costs_that_case_and_says_where_and_how_to_mend_it(string broken, int line, int? column, string? hint)
    {
        (List<TestCase> cases, List<FileProblem> problems) = await CaseText.ReadAsync($"# mine\ncases:\n{Good.Replace("good", "first")}{broken}{Good}");

        cases.Select(c => c.Key).ShouldBe(["first", "good"]);
        FileProblem problem = problems.ShouldHaveSingleItem();
        problem.File.ShouldBe("cases.yaml");
        problem.Line.ShouldBe(line + 5);
        if (column is not null)
            problem.Column.ShouldBe(column.Value);
        if (hint is not null)
            problem.Hint.ShouldNotBeNull().ShouldContain(hint);
    }

    [Fact]
    public async Task All_problems_of_a_case_are_told_at_once()
    {
        (_, List<FileProblem> problems) = await CaseText.ReadAsync("cases:\n  - kye: a\n    request: {path: x, follow: 1}\n    timeout: soon\n");
        problems.Select(p => $"{p.Line}:{p.Column}").ShouldBe(["2:5", "2:5", "2:5", "4:14", "3:24", "3:21"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("", "cases:")]
    [InlineData("- key: a\n", "above the first case")]
    [InlineData("case:\n  - key: a\n", "'cases'")]
    [InlineData("cases: {a: b}\n", "alone")]
    [InlineData("cases:\n  key: a\n", "list item")]
    public async Task A_file_that_holds_no_cases_says_how_to_start(string text, string hint)
    {
        (List<TestCase> cases, List<FileProblem> problems) = await CaseText.ReadAsync(text);
        cases.ShouldBeEmpty();
        problems.ShouldHaveSingleItem().Hint.ShouldNotBeNull().ShouldContain(hint);
    }

    [Fact]
    public async Task A_problem_carries_no_control_characters_to_a_terminal()
    {
        (_, List<FileProblem> problems) = await CaseText.ReadAsync("cases:\n  - \"\\e[31mred\": 1\n");
        problems.ShouldNotBeEmpty();
        problems.ShouldAllBe(p => !p.ToString().Any(char.IsControl));
    }

    [Fact]
    public async Task An_empty_list_is_a_file_without_cases() => (await CaseText.ReadAsync("---\ncases: []\n")).Problems.ShouldBeEmpty();

    [Fact]
    public async Task The_second_case_with_a_key_is_refused()
    {
        (List<TestCase> cases, List<FileProblem> problems) = await CaseText.ReadAsync($"cases:\n{Good}{Good}");
        cases.Count.ShouldBe(1);
        problems.ShouldHaveSingleItem().Line.ShouldBe(5);
    }

    [Fact]
    public async Task A_line_with_wrong_indentation_is_named_and_the_next_case_is_read()
    {
        (List<TestCase> cases, List<FileProblem> problems) = await CaseText.ReadAsync($"cases:\n{Good}name: stray\nmore: stray\n{Good.Replace("good", "second")}");
        cases.Select(c => c.Key).ShouldBe(["good", "second"]);
        problems.ShouldHaveSingleItem().Line.ShouldBe(5);
    }

    [Fact]
    public async Task Windows_line_ends_and_a_byte_order_mark_are_fine()
    {
        byte[] file = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"cases:\n{Good}".ReplaceLineEndings("\r\n"))];
        var problems = new List<FileProblem>();
        var cases = new List<TestCase>();
        await foreach (TestCase @case in CaseFileReader.ReadAsync(new MemoryStream(file), "x", problems.Add, TestContext.Current.CancellationToken))
            cases.Add(@case);
        problems.ShouldBeEmpty();
        cases.ShouldHaveSingleItem().Name.ShouldBe("Good");
    }

    [Fact]
    public async Task Short_forms_mean_what_they_say()
    {
        (List<TestCase> cases, List<FileProblem> problems) = await CaseText.ReadAsync("""
            cases:
              - key: a
                name: 1.0
                timeout: 1.5s
                query: {datasource: main, sql: SELECT 1, params: [{name: id, type: integer, value: 7}]}
                asserts: [returns_data, not: no_sql_error]
              - key: b
                name: B
                request: {path: /x, query: {tag: [a, b], q: yes}, body: {json: {n: 1.0, s: "1.0", t: true, z: ~, x: 0x10, o: 0o17, f: .5, w: no}}}
            """);
        problems.ShouldBeEmpty();
        cases[0].Name.ShouldBe("1.0");
        cases[0].Timeout.ShouldBe(TimeSpan.FromSeconds(1.5));
        cases[0].Steps[0].Query!.Arguments.ShouldBe([new QueryArgument("id", "integer", "7")]);
        cases[0].Steps[0].Assertions.ShouldBe([new Assertion { Type = "returns_data" }, new Assertion { Type = "no_sql_error", Not = true }]);
        cases[1].Steps[0].Request!.Query.ShouldBe([new("tag", "a"), new("tag", "b"), new("q", "yes")]);
        cases[1].Steps[0].Request!.Body!.Text.ShouldBe("""{"n":1.0,"s":"1.0","t":true,"z":null,"x":16,"o":15,"f":0.5,"w":"no"}""");
    }

    [Theory]
    [InlineData("request: GET /a", true)]
    [InlineData("request: PUT /a", true)]
    [InlineData("request: POST /a", false)]
    [InlineData("request: {method: PATCH, path: /a}", false)]
    [InlineData("steps: [{request: GET /a}, {request: POST /b}]", false)]
    [InlineData("query: {datasource: main, sql: SELECT 1}", true)]
    [InlineData("{idempotent: true, request: POST /search}", true)]
    [InlineData("{idempotent: false, request: GET /next-number}", false)]
    public async Task A_case_without_a_mark_is_as_idempotent_as_its_methods(string body, bool idempotent)
    {
        string text = body.StartsWith('{') ? $"cases:\n  - {{key: a, name: A, {body[1..]}\n" : $"cases:\n  - key: a\n    name: A\n    {body}\n";
        (List<TestCase> cases, List<FileProblem> problems) = await CaseText.ReadAsync(text);

        problems.ShouldBeEmpty();
        TestCase read = cases.ShouldHaveSingleItem();
        read.Idempotent.ShouldBe(idempotent);
        CaseFileWriter.Write([read]).Contains("idempotent:", StringComparison.Ordinal).ShouldBe(body.Contains("idempotent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Aliases_that_multiply_are_stopped()
    {
        var bomb = new StringBuilder("cases:\n  - key: a\n    name: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++)
            bomb.Append($"    k{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        (List<TestCase> cases, List<FileProblem> problems) = await CaseText.ReadAsync(bomb + Good);
        cases.ShouldHaveSingleItem().Key.ShouldBe("good");
        problems.ShouldHaveSingleItem().Message.ShouldContain("values");
    }

    [Fact]
    public async Task Nesting_without_end_is_stopped()
    {
        (List<TestCase> cases, List<FileProblem> problems) = await CaseText.ReadAsync($"cases:\n  - key: {new string('[', 100_000)}\n{Good}");
        cases.ShouldHaveSingleItem();
        problems.ShouldHaveSingleItem().Message.ShouldContain("deep");
    }

    [Fact]
    public async Task One_endless_line_costs_its_case_only()
    {
        (List<TestCase> cases, List<FileProblem> problems) = await CaseText.ReadAsync($"cases:\n  - key: {new string('<', 5_000_000)}\n{Good}");
        cases.ShouldHaveSingleItem().Key.ShouldBe("good");
        problems.ShouldHaveSingleItem().Message.ShouldContain("characters");
    }
}
