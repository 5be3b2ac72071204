using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Files;
using Alicerce.Engine.Projects;

namespace Alicerce.Engine.Tests.Cases;

/// <summary>What <c>docs/cases.md</c> shows is what the readers take.</summary>
public partial class DocumentedCasesTests
{
    [Fact]
    public async Task Each_example_of_the_guide_is_read_without_a_problem()
    {
        string[] blocks = [.. Blocks().Matches(await File.ReadAllTextAsync(Guide(), TestContext.Current.CancellationToken)).Select(m => m.Groups["yaml"].Value)];

        string[] cases = [.. blocks.Where(b => b.Contains("- key:", StringComparison.Ordinal) && !b.StartsWith("known", StringComparison.Ordinal))];
        (List<TestCase> read, List<FileProblem> problems) = await CaseText.ReadAsync("cases:\n" + string.Concat(cases).Replace("cases:\n", "", StringComparison.Ordinal));
        problems.ShouldBeEmpty();
        read.Count.ShouldBe(4);

        ProjectConfigFile.Read(blocks.Single(b => b.Contains("\nproject:", StringComparison.Ordinal))).Problems.ShouldBeEmpty();
        KnownFailuresFile.Read(blocks.Single(b => b.StartsWith("known", StringComparison.Ordinal)), "x").Problems.ShouldBeEmpty();
    }

    private static string Guide([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/cases.md");

    [GeneratedRegex("```yaml\\n(?<yaml>.*?)```", RegexOptions.Singleline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Blocks();
}
