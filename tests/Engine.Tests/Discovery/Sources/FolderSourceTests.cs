using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Tests.Discovery.Sources;

public sealed class FolderSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ProjectFiles List(ScanOptions? options = null) => new FolderSource(Path.Combine(_folder.Path, "project"), options ?? new ScanOptions()).List(TestContext.Current.CancellationToken);

    [Fact, Trait("Trap", "T004-32")]
    public void A_link_out_of_the_project_is_skipped_and_told()
    {
        _folder.Write("outside/secret.q", "x");
        _folder.Write("project/a.q", "x");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "project/link.q"), Path.Combine(_folder.Path, "outside/secret.q"));
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "project/out"), Path.Combine(_folder.Path, "outside"));
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "project/hop"), "out");

        ProjectFiles files = List();

        files.Files.Select(f => f.Path).ShouldBe(["a.q"]);
        files.Findings.Select(f => (f.Code, f.FilePath)).Order().ShouldBe([("source.link_outside", "hop"), ("source.link_outside", "link.q"), ("source.link_outside", "out")]);
    }

    [Fact]
    public void Links_inside_the_project_are_followed_and_circles_end()
    {
        _folder.Write("project/a/x.q", "x");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "project/a/up"), "..");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "project/y.q"), "a/x.q");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "project/self.q"), "self.q");

        ProjectFiles files = List();

        files.Files.Select(f => f.Path).ShouldBe(["a/x.q", "y.q"]);
        files.Findings.ShouldHaveSingleItem().Code.ShouldBe("source.broken_link");
    }

    [Fact, Trait("Trap", "T004-32")]
    public void Ignored_folders_and_globs_are_left_out()
    {
        foreach (string path in new[] { "a.q", "node_modules/b.q", "x/.git/c.q", "gen/d.q", "x/bin/e.q" }) _folder.Write("project/" + path, "x");
        List(new ScanOptions { Ignore = ["gen/"] }).Files.Select(f => f.Path).ShouldBe(["a.q"]);
    }

    [Fact]
    public void Number_size_and_depth_are_bounded()
    {
        _folder.Write("project/big.q", new string('x', 100));
        _folder.Write("project/d/e/f/deep.q", "x");
        _folder.Write("project/ok.q", "x");

        ProjectFiles files = List(new ScanOptions { MaxFileSize = 50, MaxFolderDepth = 2 });
        files.Files.Select(f => f.Path).ShouldBe(["ok.q"]);
        files.Findings.Select(f => f.Code).Order().ShouldBe(["source.file_too_large", "source.too_deep"]);

        List(new ScanOptions { MaxFiles = 1 }).Findings.Select(f => f.Code).ShouldContain("source.too_many_files");
    }

    [Theory]
    [InlineData("/", "source.root_refused")]
    [InlineData("/..", "source.root_refused")]
    [InlineData("/no/such/folder", "source.not_found")]
    [Trait("Trap", "T004-36")]
    public void The_root_of_the_file_system_is_never_scanned(string root, string code)
    {
        ProjectFiles files = new FolderSource(root, new ScanOptions()).List(TestContext.Current.CancellationToken);
        files.Refused.ShouldBeTrue();
        files.Findings.ShouldHaveSingleItem().Code.ShouldBe(code);
    }
}
