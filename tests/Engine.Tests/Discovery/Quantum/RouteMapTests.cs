using Alicerce.Engine.Discovery;
using Alicerce.Engine.Discovery.Quantum;

namespace Alicerce.Engine.Tests.Discovery.Quantum;

public class RouteMapTests
{
    [Theory]
    [InlineData("components/index.q", "/")]
    [InlineData("components/login.q", "/login")]
    [InlineData("components/a/b.q", "/a/b")]
    [InlineData("components/a/index.q", "/a")]
    [InlineData("components/my.query.q", "/my.query")]
    [InlineData("components/shared/header.q", "/shared/header")]
    [InlineData("components/reindex.q", "/reindex")]
    [InlineData("other/login.q", null)]
    [Trait("Trap", "T004-38")]
    public void A_file_is_served_under_its_path_without_the_suffix(string path, string? route) => RouteMap.Of(new ScanOptions()).RouteOf(path).ShouldBe(route);

    [Fact]
    public void Base_path_and_overrides_come_first()
    {
        var routes = RouteMap.Of(new ScanOptions
        {
            ComponentsPath = "./src/pages/",
            BasePath = "blog/",
            RouteOverrides = [new RouteOverride("**/drafts/**", null), new RouteOverride("src/pages/old.q", "new")],
        });

        routes.RouteOf("src/pages/index.q").ShouldBe("/blog");
        routes.RouteOf("src/pages/a.q").ShouldBe("/blog/a");
        routes.RouteOf("src/pages/drafts/a.q").ShouldBeNull();
        routes.RouteOf("src/pages/old.q").ShouldBe("/new");
    }

    [Theory]
    [InlineData("*.q", "a/b/c.q", true)]
    [InlineData("a/*.q", "a/b/c.q", false)]
    [InlineData("a/**/*.q", "a/c.q", true)]
    [InlineData("a/**", "a/b/c.q", true)]
    [InlineData("generated", "x/generated/y.q", true)]
    [InlineData("a?.q", "ab.q", true)]
    [InlineData("a.q", "axq", false)]
    public void Globs_match_as_in_ignore_files(string glob, string path, bool matches) => new Glob(glob).Matches(path).ShouldBe(matches);
}
