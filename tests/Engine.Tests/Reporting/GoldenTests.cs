using System.Text.RegularExpressions;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Reporting;

namespace Alicerce.Engine.Tests.Reporting;

/// <summary>What a small run looks like in each format. A wanted change is taken over from the "actual" file that a failing test names.</summary>
public sealed partial class GoldenTests
{
    [Theory]
    [InlineData("junit.xml")]
    [InlineData("ctrf.json")]
    [InlineData("report.html")]
    [InlineData("summary.md")]
    public async Task A_small_run_reads_as_before(string file)
    {
        var coverage = new Coverage([SampleRun.Component("login.q") with { Actions = [new ComponentAction { Name = "login" }] }]);
        Func<string, IRunListener> report = file switch
        {
            "junit.xml" => path => new JUnitReport(path),
            "ctrf.json" => path => new CtrfReport(path),
            "report.html" => path => new HtmlReport(path, coverage),
            _ => path => new MarkdownReport(path, coverage),
        };
        var actual = Version().Replace(await SampleRun.WriteAsync(report, SampleRun.All), "\"version\": \"x\"");
        var golden = Path.Combine(AppContext.BaseDirectory, "Reporting", "Fixtures", file);
        var kept = Path.Combine(AppContext.BaseDirectory, "Reporting", $"actual-{file}");
        Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
        await File.WriteAllTextAsync(kept, actual, TestContext.Current.CancellationToken);

        File.Exists(golden).ShouldBeTrue($"{golden} is missing; the actual text is in {kept}");
        actual.ShouldBe(await File.ReadAllTextAsync(golden, TestContext.Current.CancellationToken), $"the actual text is in {kept}");
    }

    [GeneratedRegex("\"version\": \"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex Version();
}
