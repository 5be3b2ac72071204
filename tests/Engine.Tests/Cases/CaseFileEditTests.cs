using Alicerce.Engine.Cases;
using Alicerce.Engine.Cases.Files;

namespace Alicerce.Engine.Tests.Cases;

public class CaseFileEditTests
{
    private const string File = """
        # Mine.
        cases:   # all of them

        # About a.
        - key: a
          name:  A   # aligned
          request: GET /a

        # About b.
        - key: b   # changes
          name: B
          # about the request
          request:
            method: POST
            path: /b
            body:
              text: |
                # no comment

        # About c.
        - {key: c, name: C, request: GET /c}
        # The end.
        """;

    [Fact]
    public async Task Only_the_lines_of_the_changed_case_change() =>
        (await EditAsync(File, [Case("b", "/new"), Case("elsewhere", "/")], [])).ShouldBe("""
            # Mine.
            cases:   # all of them

            # About a.
            - key: a
              name:  A   # aligned
              request: GET /a

            # About b.
            - key: b
              name: Case b
              kind: api
              request: GET /new

            # About c.
            - {key: c, name: C, request: GET /c}
            # The end.
            """);

    [Fact]
    public async Task New_cases_come_last_in_the_indentation_of_the_file()
    {
        string text = await EditAsync(File, [], [Case("d", "/d"), Case("e", "/e")]);

        text.ShouldBe(File + "\n\n- key: d\n  name: Case d\n  kind: api\n  request: GET /d\n\n- key: e\n  name: Case e\n  kind: api\n  request: GET /e\n");
        (await CaseText.ReadAsync(text)).Cases.Select(c => c.Key).ShouldBe(["a", "b", "c", "d", "e"]);
    }

    [Fact]
    public async Task A_file_that_is_made_is_what_the_writer_writes() =>
        (await EditAsync(CaseFileEdit.Empty, [], [Case("a", "/a"), Case("b", "/b")])).ShouldBe(CaseFileWriter.Write([Case("a", "/a"), Case("b", "/b")]));

    [Fact]
    public async Task An_empty_list_of_cases_can_be_added_to() =>
        (await EditAsync("cases: []  # none yet", [], [Case("a", "/a")])).ShouldBe("cases:  # none yet\n  - key: a\n    name: Case a\n    kind: api\n    request: GET /a\n");

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public async Task Line_breaks_stay_as_they_are(string lineBreak)
    {
        string text = await EditAsync(File.Replace("\n", lineBreak, StringComparison.Ordinal), [Case("b", "/new")], [Case("d", "/d")]);

        text.Replace(lineBreak, "", StringComparison.Ordinal).ShouldNotContain('\r');
        text.Split(lineBreak).Length.ShouldBe(text.Split('\n').Length);
        (await CaseText.ReadAsync(text)).Cases.Select(c => c.Key).ShouldBe(["a", "b", "c", "d"]);
    }

    [Fact]
    public async Task Any_case_can_be_replaced_among_any_others()
    {
        var random = new RandomCases(7);
        for (int i = 0; i < 50; i++)
        {
            TestCase[] cases = [.. Enumerable.Range(0, 4).Select(random.Next)];
            TestCase changed = random.Next(99) with { Key = cases[1].Key };
            string text = await EditAsync(CaseFileWriter.Write(cases), [changed], []);

            text.ShouldBe(CaseFileWriter.Write([cases[0], changed, cases[2], cases[3]]));
        }
    }

    private static Task<string> EditAsync(string text, IEnumerable<TestCase> changed, IReadOnlyList<TestCase> added) =>
        CaseFileEdit.ApplyAsync(text, changed.ToDictionary(c => c.Key), added, TestContext.Current.CancellationToken);

    private static TestCase Case(string key, string target) =>
        new() { Key = key, Name = $"Case {key}", Kind = CaseKind.Api, Steps = [new Step { Request = new RequestSpec { Target = target } }] };
}
