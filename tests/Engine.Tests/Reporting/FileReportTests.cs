using System.Runtime.Versioning;
using System.Xml.Linq;
using Alicerce.Engine.Reporting;
using Alicerce.Engine.Running;

namespace Alicerce.Engine.Tests.Reporting;

public sealed class FileReportTests
{
    [Fact]
    public async Task A_run_that_is_cut_off_leaves_the_old_report_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "report.xml");
        await File.WriteAllTextAsync(path, "old", TestContext.Current.CancellationToken);

        await using (var report = new JUnitReport(path))
            await SampleRun.PlayAsync(report, SampleRun.All, finish: false);

        Directory.GetFiles(folder.Path).ShouldBe([path]);
        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldBe("old");
    }

    [Fact, SupportedOSPlatform("linux")]
    public async Task A_report_can_be_its_owners_alone()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "report.xml");

        await using (var report = new JUnitReport(path) { OwnerOnly = true })
            await SampleRun.PlayAsync(report, SampleRun.All, finish: true);

        File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task A_failing_disk_leaves_no_half_file()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "report.xml");
        Directory.CreateDirectory(path);
        await using var report = new JUnitReport(path);

        await Should.ThrowAsync<Exception>(() => SampleRun.PlayAsync(report, SampleRun.All, finish: true));
        await report.DisposeAsync();

        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_last_attempt_of_a_case_counts()
    {
        var xml = XDocument.Parse(await SampleRun.WriteAsync(path => new JUnitReport(path), SampleRun.Failed with { IsFinal = false }, SampleRun.Flaky));
        var suite = xml.Descendants("testsuite").Single();
        (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value).ShouldBe(("1", "0"));
        xml.Descendants("property").Select(property => property.Attribute("value")!.Value).ShouldBe(["2", "true"]);
    }

    [Theory]
    [InlineData("junit")]
    [InlineData("ctrf")]
    [InlineData("html")]
    [InlineData("markdown")]
    public async Task Memory_does_not_grow_with_the_cases(string format)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "report");
        await using FileReport report = format switch { "junit" => new JUnitReport(path), "ctrf" => new CtrfReport(path), "html" => new HtmlReport(path), _ => new MarkdownReport(path) };
        await report.OnAsync(SampleRun.Started, TestContext.Current.CancellationToken);
        var given = await PlayAsync(report, 5_000);
        GC.Collect();
        given.Count(message => message.TryGetTarget(out _)).ShouldBeLessThan(500);

        await report.OnAsync(SampleRun.Finished(SampleRun.All), TestContext.Current.CancellationToken);
        new FileInfo(path).Length.ShouldBePositive();
    }

    /// <summary>Failures of a cause each, with a message that nobody else holds.</summary>
    private static async Task<List<WeakReference<string>>> PlayAsync(FileReport report, int count)
    {
        List<WeakReference<string>> given = [];
        for (var i = 0; i < count; i++)
        {
            var failure = SampleRun.Failed with { Message = $"{i} {new string('x', 1_000)}", CauseKey = $"{i}" };
            given.Add(new WeakReference<string>(failure.Message));
            await report.OnAsync(new CaseFinished(failure), TestContext.Current.CancellationToken);
        }
        return given;
    }
}
