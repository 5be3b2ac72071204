using Alicerce.Cli.Server.Configs;
using Alicerce.Harness;

namespace Alicerce.Cli.Tests.Server;

/// <summary>Generated files against the real server, and the parts that only know texts.</summary>
public sealed class ConfigsCommandTests(ServerFixture fixture) : IClassFixture<ServerFixture>, IDisposable
{
    private static int s_shops;

    private readonly TempFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_is_generated_its_drift_is_found_and_the_one_before_is_kept()
    {
        var project = await ShopAsync(8000);
        var file = _folder["docker-compose.yml"];
        (await RunAsync(0, "configs", "generate", "docker-compose", "--project", project)).ShouldContain("- \"8000:80\"");
        (await RunAsync(0, "configs", "generate", "docker-compose", "--project", project, "-o", file)).ShouldBe($"Wrote {file}.\n");
        (await RunAsync(0, "configs", "diff", "docker-compose", "--project", project, "--file", file)).ShouldBe($"{file} is as it would be generated.\n");
        var before = await File.ReadAllTextAsync(file, Ct);

        await File.WriteAllTextAsync(file, before.Replace("8000:80", "7999:80"), Ct);
        var drift = await RunAsync(1, "configs", "diff", "docker-compose", "--project", project, "--file", file);
        drift.ShouldContain("-      - \"7999:80\"\n+      - \"8000:80\"\n");
        (await RunAsync(0, "configs", "generate", "docker-compose", "--project", project, "-o", file)).ShouldContain($"Wrote {file}; the one before is {file}.alicerce-backup.\n");
        (await File.ReadAllTextAsync(file, Ct)).ShouldBe(before);
        (await File.ReadAllTextAsync($"{file}.alicerce-backup", Ct)).ShouldContain("7999:80");
        (await RunAsync(0, "configs", "generate", "docker-compose", "--project", project, "-o", file)).ShouldBe($"{file} is as it would be generated.\n");
        Directory.GetFiles(_folder.Path).Length.ShouldBe(2, "nothing half-written is left");
    }

    [Fact]
    public async Task What_is_no_file_is_not_written_to()
    {
        var project = await ShopAsync();
        foreach (var target in new[] { "/dev/stdout", _folder.Path, _folder["nowhere/x.yml"] }) await RunAsync(2, "configs", "generate", "docker-compose", "--project", project, "-o", target);
    }

    [Fact]
    public async Task The_env_file_is_for_its_owner_only_and_nothing_of_it_is_shown()
    {
        var project = await ShopAsync();
        using var set = await fixture.Client.PostAsync("/api/v1/resources/secrets", new StringContent($$"""{"key": "API_KEY", "value": "hunter-2-and-more", "project_id": {{await IdOfAsync(project)}}}""", null, "application/json"), Ct);
        set.IsSuccessStatusCode.ShouldBeTrue();
        var file = _folder[".env.default"];
        await File.WriteAllTextAsync(file, "API_KEY=an-older-one\n", Ct);

        (await RunAsync(1, "configs", "diff", "env", "--project", project, "--file", file)).ShouldBe($"{file} differs from what would be generated.\n");
        (await RunAsync(0, "configs", "generate", "env", "--project", project, "-o", file)).ShouldNotContain("older");

        (await File.ReadAllTextAsync(file, Ct)).ShouldContain("API_KEY=hunter-2-and-more");
        if (OperatingSystem.IsWindows()) return;
        foreach (var one in new[] { file, $"{file}.alicerce-backup" }) File.GetUnixFileMode(one).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Only_the_block_of_a_file_is_generated_and_the_rest_is_its_owners()
    {
        var project = await ShopAsync();
        var file = _folder["all.yml"];
        await File.WriteAllTextAsync(file, "mine: 1\n# alicerce:begin quantum-config\nold: 1\n# alicerce:end\nalso_mine: 2\n", Ct);
        await RunAsync(0, "configs", "generate", "quantum-config", "--project", project, "-o", file, "--block");
        var text = await File.ReadAllTextAsync(file, Ct);
        text.ShouldStartWith("mine: 1\n# alicerce:begin quantum-config\n");
        text.ShouldEndWith("# alicerce:end\nalso_mine: 2\n");
        text.ShouldNotContain("old: 1");
        await RunAsync(0, "configs", "diff", "quantum-config", "--project", project, "--file", file, "--block");
    }

    [Fact]
    public async Task What_cannot_be_generated_is_told_and_writes_nothing()
    {
        var project = await ShopAsync();
        var file = _folder["nginx.conf"];
        await RunAsync(2, "configs", "generate", "nginx", "--project", project, "-o", file);
        File.Exists(file).ShouldBeFalse("TLS needs its paths");
        (await RunAsync(0, "configs", "generate", "nginx", "--project", project, "-o", file, "--no-ssl", "--domain", "shop.example", "--service", $"{project}-web")).ShouldContain("Wrote");
        await RunAsync(2, "configs", "generate", "nginx", "--project", project, "--no-ssl");
        await RunAsync(2, "configs", "generate", "apache", "--project", project);
        await RunAsync(2, "configs", "generate", "nginx", "--project", project, "--block");
        await RunAsync(2, "configs", "diff", "nginx", "--project", project, "--file", _folder["nothing"]);
    }

    [Fact]
    public async Task A_template_of_ones_own_is_filled_in_and_its_mistakes_are_told()
    {
        var project = await ShopAsync();
        await File.WriteAllTextAsync(_folder["app.conf"], $"listen {{{{port:{project}-web}}}};\n", Ct);
        (await RunAsync(0, "configs", "generate", "template", "--template", _folder["app.conf"], "--project", project)).ShouldMatch(@"^listen \d+;\n$");
        await File.WriteAllTextAsync(_folder["bad.conf"], "{{port:nobody}}\n", Ct);
        await RunAsync(2, "configs", "generate", "template", "--template", _folder["bad.conf"], "--project", project);
        await RunAsync(2, "configs", "generate", "template", "--project", project);
        await RunAsync(2, "configs", "generate", "nginx", "--template", _folder["app.conf"], "--project", project);
    }

    [Fact]
    public async Task A_file_is_checked_by_the_program_that_it_is_for()
    {
        await File.WriteAllTextAsync(_folder["good.yml"], "http: {}\n", Ct);
        await File.WriteAllTextAsync(_folder["bad.yml"], "http: [\n", Ct);
        (await RunAsync(0, "configs", "validate", "traefik", _folder["good.yml"])).ShouldBe($"{_folder["good.yml"]} is accepted (YAML).\n");
        await RunAsync(1, "configs", "validate", "traefik", _folder["bad.yml"]);
        await RunAsync(2, "configs", "validate", "traefik", _folder["nothing.yml"]);

        Requires.Program("promtool");
        await File.WriteAllTextAsync(_folder["prometheus.yml"], "scrape_configs: []\n", Ct);
        (await RunAsync(0, "configs", "validate", "prometheus", _folder["prometheus.yml"])).ShouldContain("is accepted (promtool)");
        await RunAsync(1, "configs", "validate", "prometheus", _folder["good.yml"]);
    }

    [Theory]
    [InlineData("", "# alicerce:begin nginx\nnew\n# alicerce:end\n")]
    [InlineData("mine", "mine\n# alicerce:begin nginx\nnew\n# alicerce:end\n")]
    [InlineData("a\n# alicerce:begin nginx\n# alicerce:end\nb", "a\n# alicerce:begin nginx\nnew\n# alicerce:end\nb")]
    [InlineData("# alicerce:begin env\nx\n# alicerce:end\n# alicerce:begin nginx\r\nold\r\n# alicerce:end\r\n", "# alicerce:begin env\nx\n# alicerce:end\n# alicerce:begin nginx\r\nnew\n# alicerce:end\r\n")]
    public void A_block_is_replaced_or_added(string file, string expected) => ManagedBlock.Put(file, "nginx", "new").ShouldBe(expected);

    [Theory]
    [InlineData("# alicerce:begin nginx\nold\n")]
    [InlineData("# alicerce:begin nginx\n# alicerce:begin nginx\n# alicerce:end\n")]
    [InlineData("# alicerce:begin nginx\n# alicerce:end\n# alicerce:begin nginx\n# alicerce:end\n")]
    [InlineData("# alicerce:begin nginx\n# alicerce:begin env\n# alicerce:end\n")]
    public void A_block_that_is_not_certain_is_left_alone(string file) => Should.Throw<UserError>(() => ManagedBlock.Put(file, "nginx", "new"));

    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "a\n", "+a")]
    [InlineData("a\n", "", "-a")]
    [InlineData("a\nb\nc\n", "a\nB\nc\n", " a|-b|+B| c")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\n5\n6\n7\n8\n", "…| 6| 7| 8|-9")]
    [InlineData("x\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "-x|+1| 2| 3| 4|…")]
    public void A_difference_shows_what_goes_and_what_comes(string before, string after, string expected) => string.Join('|', LineDifference.Of(before, after)).ShouldBe(expected);

    private async Task<string> ShopAsync(int port = 0)
    {
        if (port == 0) port = 8100 + Interlocked.Increment(ref s_shops);
        var name = $"p{Guid.NewGuid():N}";
        await RunAsync(0, "project", "create", name);
        await fixture.Server.PostAsync("/api/v1/resources/ports/import", new { compose = $"services:\n  web:\n    ports: ['{port}:80']", host = "localhost", project_id = await IdOfAsync(name) }, Ct);
        return name;
    }

    private async Task<int> IdOfAsync(string project) => (await fixture.Server.GetAsync($"/api/v1/projects?name={project}", Ct))[0].GetProperty("id").GetInt32();

    private async Task<string> RunAsync(int exitCode, params string[] arguments)
    {
        var variables = new Dictionary<string, string> { ["ALICERCE_SERVER"] = fixture.Server.Url.ToString(), ["ALICERCE_TOKEN"] = fixture.Server.Token };
        var result = await CommandLineProcess.RunWithAsync(variables, arguments);
        result.ExitCode.ShouldBe(exitCode, result.Errors + result.Output);
        return result.Output;
    }
}
