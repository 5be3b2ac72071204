using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Tests.Discovery;

public class ProjectScannerTests
{
    private const string Page = "<q:component><q:action name='a'/><q:query name='b' source='s'>SELECT 1</q:query><form/>\n</q:component>";

    [Fact, Trait("Req", "S004-DISC-01"), Trait("Trap", "T004-36")]
    public void Every_file_at_any_depth_is_found_with_its_path_in_the_project()
    {
        using var folder = new TemporaryFolder();
        folder.Write("components/index.q", Page);
        folder.Write("components/a/b/c/d/deep.q", Page);
        folder.Write("readme.txt", "no");

        ProjectScan scan = Scans.Project(new FolderSource(folder.Path, new ScanOptions()));

        scan.Result.Components.Select(c => (c.FilePath, c.Route)).ShouldBe([("components/a/b/c/d/deep.q", "/a/b/c/d/deep"), ("components/index.q", "/")]);
        scan.Result.Components[0].FileModifiedAt.ShouldNotBeNull();
    }

    [Fact, Trait("Req", "S004-DISC-02"), Trait("Trap", "T004-37")]
    public void A_broken_file_costs_its_findings_and_not_the_scan()
    {
        ProjectScan scan = Scans.Project(("components/bad.q", "\0<<<<&"), ("components/good.q", Page));

        scan.Result.Components.Select(c => c.FilePath).ShouldContain("components/good.q");
        scan.Result.Findings.ShouldNotBeEmpty();
        scan.Result.Findings.ShouldAllBe(f => f.FilePath == "components/bad.q");
    }

    [Fact, Trait("Req", "S004-DISC-02")]
    public void A_scanner_that_throws_costs_one_finding()
    {
        var scanner = new ProjectScanner([new ThrowingScanner()], new ScanOptions());
        ProjectScan scan = scanner.Scan(new MemorySource(("a.q", Page), ("b.q", Page)), null, TestContext.Current.CancellationToken);
        scan.Result.Findings.Select(f => f.Code).ShouldBe(["scan.failed", "scan.failed"]);
    }

    [Fact, Trait("Req", "S004-DISC-10")]
    public void Totals_are_counted_and_the_average_of_nothing_is_0()
    {
        ScanStats stats = Scans.Project(("components/a.q", Page), ("components/b.q", "<q:component/>")).Result.Stats;
        (stats.TotalComponents, stats.TotalActions, stats.TotalQueries, stats.TotalForms, stats.TotalLines).ShouldBe((2, 1, 1, 1, 3));
        stats.AvgComplexity.ShouldBe(3);
        Scans.Project().Result.Stats.AvgComplexity.ShouldBe(0);
    }

    [Fact, Trait("Trap", "T004-35")]
    public void A_rescan_parses_what_changed_and_forgets_what_is_gone()
    {
        ProjectScan first = Scans.Project(("components/a.q", Page), ("components/b.q", Page), ("components/c.q", Page));

        ProjectScan second = Scans.Project(new MemorySource(("components/a.q", Page), ("components/b.q", "<q:component/>")), first.Files);

        second.Files["components/a.q"].File.Findings.ShouldBeSameAs(first.Files["components/a.q"].File.Findings);
        second.Files["components/b.q"].File.Findings.ShouldNotBeSameAs(first.Files["components/b.q"].File.Findings);
        second.Result.Components.Select(c => c.FilePath).ShouldBe(["components/a.q", "components/b.q"]);
    }

    [Fact]
    public void What_was_stored_of_a_scan_gives_the_same_scan_again_and_parses_nothing()
    {
        var source = new FolderSource(Scans.Fixtures, new ScanOptions());
        ProjectScan first = Scans.Project(source);
        var stored = first.Files.ToDictionary(f => f.Key, f => KnownFileJson.Read(KnownFileJson.Write(f.Value), f.Value.File.Document), StringComparer.Ordinal);

        ProjectScan second = Scans.Project(source, stored);

        second.Reused.Count.ShouldBe(first.Files.Count);
        ScanJson.ToText(second.Result).ShouldBe(ScanJson.ToText(first.Result));
    }

    [Fact]
    public void The_configuration_decides_routes_even_of_unchanged_files()
    {
        ProjectScan first = Scans.Project(("components/a.q", Page));
        first.Result.Components[0].Route.ShouldBe("/a");

        ProjectScan second = Scans.Project(
            new MemorySource(("components/a.q", Page), ("quantum.config.yaml", "application:\n  basePath: /shop\n")), first.Files);
        second.Result.Components[0].Route.ShouldBe("/shop/a");
    }

    [Fact]
    public void Each_application_of_a_repository_has_its_own_routes()
    {
        ProjectScan scan = Scans.Project(
            ("apps/blog/components/index.q", Page), ("apps/blog/quantum.yaml", "paths: { components: ./components }\napplication: { basePath: blog }"),
            ("apps/shop/src/pages/index.q", Page), ("apps/shop/quantum.config.yaml", "paths:\n  components: src/pages\n"));
        scan.Result.Components.Select(c => c.Route).ShouldBe(["/blog", "/"]);
    }

    [Fact]
    public void Behaviours_have_no_route() => Scans.Project(("components/jump.q", "<q:behavior name='jump'/>")).Result.Components[0].Route.ShouldBeNull();

    [Fact]
    public void Two_scans_of_one_tree_are_equal()
    {
        var source = new FolderSource(Scans.Fixtures, new ScanOptions());
        ScanJson.ToText(Scans.Project(source).Result).ShouldBe(ScanJson.ToText(Scans.Project(source).Result));
    }

    [Fact]
    public void Credentials_in_the_configuration_are_found_and_never_shown()
    {
        Finding[] findings = [.. Scans.Project(new FolderSource(Scans.Fixtures, new ScanOptions())).Result.Findings.Where(f => f.FilePath == "quantum.config.yaml")];

        findings.Select(f => (f.Code, f.Subject)).ShouldBe(
            [("config.debug_enabled", "server.debug"), ("security.committed_credential", "datasources.main.password"), ("config.unknown_driver", "datasources.old.driver")]);
        findings[1].Location.ShouldBe(new SourceLocation(12, 15));
        findings.ShouldAllBe(f => !f.Message.Contains("correct-horse") && !f.Hint!.Contains("correct-horse"));
    }

    [Theory]
    [InlineData("a: [b")]
    [InlineData("a: 'b")]
    public void A_broken_configuration_is_one_finding(string yaml) =>
        Scans.Project(("quantum.config.yaml", yaml)).Result.Findings.ShouldHaveSingleItem().Code.ShouldBe("config.invalid_yaml");

    [Fact]
    public void A_deep_configuration_is_refused() =>
        Scans.Project(("quantum.config.yaml", new string('[', 50_000))).Result.Findings.ShouldHaveSingleItem().Code.ShouldBe("config.invalid_yaml");

    private sealed class ThrowingScanner : IComponentScanner
    {
        public bool Accepts(SourceFile file) => true;

        public ScannedFile Scan(SourceFile file, Func<string, SourceFile?> siblings) => throw new InvalidOperationException("boom");
    }
}
