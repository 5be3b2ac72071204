using Alicerce.Harness;
using Alicerce.Modules.Resources.Configs;

namespace Alicerce.Resources.Tests.Configs;

/// <summary>What gateways lead to from outside.</summary>
public sealed class PublicServicesTests : IDisposable
{
    private static readonly NginxOptions Plain = new("shop.example", IncludeSsl: false, null, null);
    private static readonly ConfigService Web = new("web", "app", "10.10.1.40", 8000, "http", null, null, null);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nothing_is_public_because_it_is_there()
    {
        var facts = With([Web, Web with { Name = "api", Type = "gateway" }]) with { Ports = [new ConfigPort("admin", "app", "10.10.1.40", 8001, "*")] };
        foreach (var write in new Action[] { () => NginxFile.Write(facts, Plain), () => YamlFiles.Traefik(facts, "shop.example") })
            Should.Throw<NothingToWriteException>(write).Message.ShouldContain("These could be: admin, api, web.");
    }

    [Fact]
    public void What_says_that_it_is_public_or_has_a_domain_is_and_what_said_nothing_is_told()
    {
        var facts = With([Web with { Public = true }, Web with { Name = "blog", Domain = "blog.example" }, Web with { Name = "unsaid" }, Web with { Name = "kept", Public = false, Domain = "kept.example" }]);
        var nginx = NginxFile.Write(facts, Plain);
        nginx.Content.ShouldContain("server_name web.shop.example;");
        nginx.Content.ShouldContain("server_name blog.example;");
        nginx.Content.ShouldNotContain("unsaid");
        nginx.Content.ShouldNotContain("kept");
        nginx.Warnings.ShouldHaveSingleItem().ShouldStartWith("Not public, so left out: unsaid.");
        var traefik = YamlFiles.Traefik(facts, "shop.example");
        traefik.Content.ShouldContain("Host(`blog.example`)");
        traefik.Content.ShouldNotContain("unsaid");
        traefik.Warnings.ShouldBe(nginx.Warnings);
    }

    [Theory]
    [InlineData("database", "http")]
    [InlineData("cache", "http")]
    [InlineData("queue", "https")]
    [InlineData("app", "tcp")]
    [InlineData("app", "grpc")]
    public void What_is_for_the_inside_is_never_public_whoever_says_so(string type, string protocol)
    {
        var facts = With([Web with { Public = true }, Web with { Name = "inside", Type = type, Protocol = protocol, Public = true, Domain = "inside.example" }]);
        NginxFile.Write(facts, Plain).Content.ShouldNotContain("inside");
        YamlFiles.Traefik(facts, "shop.example").Content.ShouldNotContain("inside");
        Should.Throw<ConfigMistakesException>(() => NginxFile.Write(facts, Plain with { Services = ["inside"] })).Mistakes.ShouldHaveSingleItem().ShouldStartWith("inside is for the inside");
    }

    [Fact]
    public void Exactly_what_is_named_is_public_and_a_name_that_nobody_has_is_a_mistake()
    {
        var facts = With([Web with { Public = true }, Web with { Name = "api" }]) with { Ports = [new ConfigPort("admin", "app", "10.10.1.40", 8001, "*")] };
        var nginx = NginxFile.Write(facts, Plain with { Services = ["api", "admin"] });
        nginx.Content.ShouldContain("upstream admin {");
        nginx.Content.ShouldContain("upstream api {");
        nginx.Content.ShouldNotContain("upstream web {");
        nginx.Warnings.ShouldBeEmpty();
        Should.Throw<ConfigMistakesException>(() => YamlFiles.Traefik(facts, "shop.example", ["nobody"])).Mistakes.ShouldHaveSingleItem().ShouldContain("there are admin, api, web.");
    }

    [Fact]
    public async Task A_host_that_nobody_knows_does_not_keep_nginx_from_starting()
    {
        var facts = With(
        [
            Web with { Public = true }, Web with { Name = "lost", Host = "nowhere.invalid", Public = true },
            Web with { Name = "pair", Host = "one.invalid", Public = true }, Web with { Name = "pair", Host = "two.invalid", Port = 8002, Public = true }, Web with { Name = "here", Host = "localhost", Public = true },
        ]);
        var file = NginxFile.Write(facts, Plain);
        file.Content.ShouldContain("resolver 127.0.0.53 valid=30s;");
        file.Content.ShouldContain("upstream web {\n        server 10.10.1.40:8000");
        file.Content.ShouldContain("upstream here {");
        file.Warnings.ShouldHaveSingleItem().ShouldContain("nowhere.invalid, one.invalid, two.invalid");
        Requires.Program("nginx");
        (await TestAsync(file)).ShouldBe(0);

        var atStart = NginxFile.Write(facts, Plain with { Resolver = "none" });
        atStart.Warnings.ShouldHaveSingleItem().ShouldStartWith("nginx refuses the whole file");
        (await TestAsync(atStart)).ShouldNotBe(0);
        (await TestAsync(NginxFile.Write(facts, Plain with { Resolver = "::1" }))).ShouldBe(0);
        Should.Throw<ConfigMistakesException>(() => NginxFile.Write(facts, Plain with { Resolver = "127.0.0.1; include /etc/passwd" }));
    }

    private async Task<int> TestAsync(GeneratedFile file)
    {
        await File.WriteAllTextAsync(_folder["nginx.conf"], file.Content, TestContext.Current.CancellationToken);
        return (await Consumer.RunAsync("nginx", "-t", "-p", _folder.Path, "-e", "stderr", "-g", $"pid {_folder["pid"]};", "-c", _folder["nginx.conf"])).ExitCode;
    }

    private static ConfigFacts With(ConfigService[] services) => Facts.Shop with { Ports = [], Services = services };
}
