using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Alicerce.Architecture.Tests;

/// <summary>What the documents promise is what the code has.</summary>
public sealed partial class DocumentsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S001-PRIN-04")]
    public void The_map_names_every_room_and_nothing_that_is_not_there()
    {
        var map = File.ReadAllText(Path.Combine(Repository.Root, "ARCHITECTURE.md"));
        var rooms = Repository.SourceProjects().Select(project => $"src/{project.Name.Replace('.', '/')}").ToList();
        rooms.Where(room => !map.Contains(room, StringComparison.Ordinal)).ShouldBeEmpty();
        Room().Matches(map).Select(match => match.Value).Distinct().Where(room => !Directory.Exists(Path.Combine(Repository.Root, room))).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Req", "S001-PRIN-02")]
    public void What_the_command_line_asks_of_a_server_is_described_for_everybody()
    {
        using var description = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "api", "openapi.json")));
        var described = description.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {Hole().Replace(path.Name, "{}")}")).ToHashSet();
        var asked = Sources("src/Cli").SelectMany(file => Call().Matches(File.ReadAllText(file)))
            .Select(call => $"{(call.Groups["method"].Success ? call.Groups["method"].Value.ToUpperInvariant() : "GET")} /api/v1/{Hole().Replace(call.Groups["path"].Value, "{}")}").Distinct().ToList();
        asked.Count.ShouldBeGreaterThan(10);
        asked.Except(described).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Req", "S001-PRIN-09")]
    public async Task What_guards_a_merge_runs_all_tests_and_fails_with_the_first_of_them()
    {
        var guard = await File.ReadAllTextAsync(Path.Combine(Repository.Root, ".ci", "run"), Ct);
        guard.ShouldContain("set -euo pipefail");
        guard.ShouldEndWith("exec make test\n");
        (await SummaryAsync("""<assembly name="a" total="1" passed="1" failed="0" skipped="0" errors="0"><collection><test name="t" type="T" method="t" result="Pass"/></collection></assembly>""")).ShouldBe(0);
        (await SummaryAsync("""<assembly name="a" total="1" passed="0" failed="1" skipped="0" errors="0"><collection><test name="t" type="T" method="t" result="Fail"/></collection></assembly>""")).ShouldNotBe(0);
    }

    /// <summary>The last line of <c>tools/test.sh</c>, whose exit code is that of <c>make test</c>.</summary>
    private static async Task<int> SummaryAsync(string assembly)
    {
        var last = File.ReadLines(Path.Combine(Repository.Root, "tools", "test.sh")).Last();
        last.ShouldBe("dotnet artifacts/bin/TestReport/debug/TestReport.dll summary \"$results\"");
        var results = Directory.CreateTempSubdirectory("alicerce-results-");
        await File.WriteAllTextAsync(Path.Combine(results.FullName, "a.xml"), $"<assemblies>{assembly}</assemblies>", Ct);
        string[] arguments = [Path.Combine(Repository.Root, "artifacts/bin/TestReport/debug/TestReport.dll"), "summary", results.FullName];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        results.Delete(recursive: true);
        return process.ExitCode;
    }

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories);

    [GeneratedRegex(@"src/[A-Z]\w+(/[A-Z]\w+)?", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Room();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Hole();

    [GeneratedRegex(@"client\.(SendAsync\(HttpMethod\.(?<method>\w+), |GetAsync\(|ListAsync\()\$?""(?<path>[^""?]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Call();
}
