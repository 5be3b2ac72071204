using System.Diagnostics;
using System.Text;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Cases.Files;
using Alicerce.Engine.Files;
using Alicerce.Engine.Projects;
using Alicerce.Engine.Tests.Cases;
using Alicerce.Engine.Tests.Projects;
using Alicerce.Harness.Fuzzing;

namespace Alicerce.Engine.Tests.Files;

/// <summary>The readers of files that people write take anything: half of the inputs are noise, half are real files with something broken in them.</summary>
public class YamlFileFuzzTests
{
    private static readonly string[] Fragments =
    [
        "cases:\n", "  - key: a\n", "    name: b\n", "    request: GET /\n", "    steps:\n", "      - ", "{", "}", "[", "]", ": ", "- ", "? ", "&a ", "*a ", "!!str ", "!<x> ", "|\n", ">-\n", "\"", "'", "#", "%YAML 1.2\n", "---\n", "...\n",
        "\t", "\0", "\u0085", "\u2028", "\uFEFF", "\uD800", "🎉", "\\x", "\"\\u12", "<<: *a\n", "asserts: [status: 200]", "known_failures:\n", "environments:\n", "base_url: http://[", "\r\n", "\n", "  ", "key", "1e999999", "9999-99-99", "{{x}}", "${secret:",
    ];

    private static Mutator Mutations(params string[] real) => new(real.Select(Encoding.UTF8.GetBytes), Fragments);

    [Fact]
    public Task No_input_makes_the_reader_of_cases_throw_linger_or_swell() =>
        Fuzz.CheckAsync(
            Mutations(CaseFileWriter.Write(Enumerable.Range(0, 6).Select(new RandomCases(1).Next)), CaseFileWriter.Write(Enumerable.Range(0, 3).Select(new RandomCases(2).Next))),
            async input =>
            {
                (List<TestCase> cases, List<FileProblem> problems) = await CaseText.ReadAsync(Encoding.UTF8.GetString(input));
                Readable(problems);
                if (cases.Count > 0) (await CaseText.ReadAsync(CaseFileWriter.Write(cases))).Problems.ShouldBeEmpty();
            });

    [Fact]
    public Task No_input_makes_the_reader_of_settings_throw_linger_or_swell() =>
        Fuzz.CheckAsync(Mutations(ProjectConfigFileTests.Full), input =>
        {
            (ProjectConfig? config, IReadOnlyList<FileProblem> problems) = ProjectConfigFile.Read(Encoding.UTF8.GetString(input));
            Readable(problems);
            (config is null).ShouldBe(problems.Any(p => p.Severity == ProblemSeverity.Error));
        });

    [Fact]
    public Task No_input_makes_the_reader_of_known_failures_throw_linger_or_swell() =>
        Fuzz.CheckAsync(Mutations(KnownFailuresTests.Text), input => Readable(KnownFailuresFile.Read(Encoding.UTF8.GetString(input), "known-failures.yaml").Problems));

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("<")]
    [InlineData("a: ")]
    [InlineData("&a ")]
    [InlineData("!")]
    [InlineData("\"\\n")]
    [InlineData("*a ")]
    [InlineData("a:\n")]
    [InlineData("[a, ")]
    [InlineData("{a,")]
    [InlineData("#")]
    [InlineData("| ")]
    [InlineData("\n")]
    public async Task One_piece_repeated_without_end_is_read_in_a_moment(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 400_000 / piece.Length));
        foreach (string prefix in new[] { "", "cases:\n  - key: ", "project: " })
        {
            var clock = Stopwatch.StartNew();
            await ReadAllAsync(prefix + text);
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5), piece);
        }
    }

    private static async Task ReadAllAsync(string text)
    {
        Readable((await CaseText.ReadAsync(text)).Problems);
        Readable(ProjectConfigFile.Read(text).Problems);
        Readable(KnownFailuresFile.Read(text, "known-failures.yaml").Problems);
    }

    private static void Readable(IReadOnlyList<FileProblem> problems)
    {
        foreach (FileProblem problem in problems)
            (problem.Line >= 1 && problem.Column >= 1 && problem.Message.Length is > 0 and < 1_000).ShouldBeTrue(problem.ToString());
        problems.Count.ShouldBeLessThanOrEqualTo(1_001);
    }
}
