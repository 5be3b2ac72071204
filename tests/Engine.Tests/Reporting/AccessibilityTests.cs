using Alicerce.Engine.Discovery;
using Alicerce.Engine.Reporting;
using Alicerce.Harness;

namespace Alicerce.Engine.Tests.Reporting;

/// <summary>The HTML report in a real browser, judged by axe. Development only: needs Node and Chromium.</summary>
public sealed class AccessibilityTests
{
    [Theory]
    [InlineData(ReportLanguage.English)]
    [InlineData(ReportLanguage.Portuguese)]
    public async Task Axe_finds_nothing_wrong_with_the_report(ReportLanguage language)
    {
        if (NodeProgram.Find("chromium", "chromium-browser", "google-chrome") is not { } browser)
        {
            NodeProgram.Skip("Chromium is not on PATH; install it (Debian: apt-get install chromium).");
            return;
        }
        var coverage = new Coverage([SampleRun.Component("login.q") with { Actions = [new ComponentAction { Name = "login" }] }]);
        var tall = SampleRun.HostileFailure with { Steps = [.. SampleRun.HostileFailure.Steps.Select(s => s with { Response = s.Response! with { Body = string.Concat(Enumerable.Repeat("a line of many\n", 200)) } })] };
        var html = await SampleRun.WriteAsync(path => new HtmlReport(path, coverage, language), [.. SampleRun.All, tall]);
        var page = Path.Combine(AppContext.BaseDirectory, "Reporting", $"axe-{language}.html");
        Directory.CreateDirectory(Path.GetDirectoryName(page)!);
        await File.WriteAllTextAsync(page, html, TestContext.Current.CancellationToken);

        (await NodeProgram.RunAsync("browser", ["judge.cjs", browser, page])).ShouldBeEmpty();
    }
}
