using System.Diagnostics;
using System.Text;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Cases.Files;
using Alicerce.Engine.Files;
using Alicerce.Engine.Projects;
using Alicerce.Engine.Tests.Cases;
using Alicerce.Engine.Tests.Projects;

namespace Alicerce.Engine.Tests.Files;

/// <summary>The readers of files that people write take anything: half of the inputs are noise, half are real files with something broken in them.</summary>
public class YamlFileFuzzTests
{
    private static readonly string[] Fragments =
    [
        "cases:\n", "  - key: a\n", "    name: b\n", "    request: GET /\n", "    steps:\n", "      - ", "{", "}", "[", "]", ": ", "- ", "? ", "&a ", "*a ", "!!str ", "!<x> ", "|\n", ">-\n", "\"", "'", "#", "%YAML 1.2\n", "---\n", "...\n",
        "\t", "\0", "\u0085", "\u2028", "\uFEFF", "\uD800", "🎉", "\\x", "\"\\u12", "<<: *a\n", "asserts: [status: 200]", "known_failures:\n", "environments:\n", "base_url: http://[", "\r\n", "\n", "  ", "key", "1e999999", "9999-99-99", "{{x}}", "${secret:",
    ];

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("ALICERCE_FUZZ"), out int count) ? count : 2_000;

    [Fact]
    public async Task No_input_makes_a_reader_throw_or_linger()
    {
        int seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        string[] real = [CaseFileWriter.Write(Enumerable.Range(0, 6).Select(new RandomCases(seed).Next)), ProjectConfigFileTests.Full, KnownFailuresTests.Text];

        for (int i = 0; i < Count; i++)
        {
            var random = new Random(unchecked(seed + i));
            string text = i % 2 == 0 ? Noise(random) : Mutate(real[random.Next(real.Length)], random);
            var clock = Stopwatch.StartNew();
            try
            {
                await ReadAllAsync(text);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Assert.Fail($"seed {seed}, input {i}: {e}\n{text}");
            }
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1), $"seed {seed}, input {i}\n{text}");
        }
    }

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
        (List<TestCase> cases, List<FileProblem> problems) = await CaseText.ReadAsync(text);
        (ProjectConfig? config, IReadOnlyList<FileProblem> ofProject) = ProjectConfigFile.Read(text);
        (_, IReadOnlyList<FileProblem> ofFailures) = KnownFailuresFile.Read(text, "known-failures.yaml");

        (config is null).ShouldBe(ofProject.Any(p => p.Severity == ProblemSeverity.Error));
        foreach (FileProblem problem in problems.Concat(ofProject).Concat(ofFailures))
            (problem.Line >= 1 && problem.Column >= 1 && problem.Message.Length is > 0 and < 1_000).ShouldBeTrue(problem.ToString());
        problems.Count.ShouldBeLessThanOrEqualTo(1_001);
        if (cases.Count > 0)
            (await CaseText.ReadAsync(CaseFileWriter.Write(cases))).Problems.ShouldBeEmpty();
    }

    private static string Noise(Random random)
    {
        var text = new StringBuilder(random.Next(3) == 0 ? "cases:\n  - key: a\n" : "");
        for (int i = random.Next(60); i >= 0; i--)
            text.Append(random.Next(4) == 0 ? ((char)random.Next(0x300)).ToString() : Fragments[random.Next(Fragments.Length)]);
        return text.ToString();
    }

    private static string Mutate(string file, Random random)
    {
        var text = new StringBuilder(file);
        for (int i = random.Next(1, 6); i > 0 && text.Length > 10; i--)
        {
            int at = random.Next(text.Length), length = Math.Min(random.Next(30), text.Length - at);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, Fragments[random.Next(Fragments.Length)]);
                    break;
                case 2:
                    text.Insert(random.Next(text.Length), text.ToString(at, length));
                    break;
                default:
                    text[at] = (char)random.Next(0x100);
                    break;
            }
        }
        return text.ToString();
    }
}
