using Alicerce.Engine.Cases;
using Alicerce.Engine.Files;
using Alicerce.Engine.Projects;
using Alicerce.Engine.Running;

namespace Alicerce.Engine.Tests.Projects;

public class ProjectConfigFileTests
{
    internal const string Full = """
        # yaml-language-server: $schema=alicerce/schemas/alicerce.schema.json
        project: loja
        environments:
          local:
            base_url: http://localhost:5080
            default_auth: customer
            approved_hosts: [auth.local:8080]
            variables: {shop: 7}
            datasources:
              main: {driver: postgres, host: localhost, port: 5432, database: loja, username: reader, password: "${secret:DB}", ssl: disable}
          production:
            base_url: https://loja.example.com/shop
            protected: true
        auth:
          customer:
            type: form
            login_path: /login
            fields: {email: ana@example.com, password: "${secret:SHOP_PASSWORD}"}
            success: [status: 302]
          api: {type: bearer, token: "${secret:TOKEN}"}
          key: {type: api_key, name: X-API-Key, value: "${secret:KEY}"}
          ops: {type: basic, username: ops, password: "${secret:OPS}"}
        roles: {admin: ops}
        routes:
          components: components
          base_path: /shop
          map:
            components/admin/*.q: /admin
            components/layout.q: none
        ignore: {scan: ["old/**"], routes: [/logout]}
        generate: {types: [smoke, api], seed: 42}
        limits: {parallel: 8, rate: 50, timeout: 10s, retries: 1, connect_timeout: 2s}
        """;

    [Fact]
    public void A_full_project_is_read()
    {
        (ProjectConfig? config, IReadOnlyList<FileProblem> problems) = ProjectConfigFile.Read(Full);

        problems.ShouldBeEmpty();
        config.ShouldNotBeNull();
        config.Name.ShouldBe("loja");
        config.Environments["local"].BaseUrl.ShouldBe(new Uri("http://localhost:5080"));
        config.Environments["local"].Variables["shop"].ShouldBe("7");
        config.Environments["local"].Datasources["main"].ShouldBe(
            new DatasourceConfig { Driver = "postgres", Host = "localhost", Port = 5432, Database = "loja", Username = "reader", Password = "${secret:DB}", Ssl = "disable" });
        config.Environments["production"].IsProtected.ShouldBeTrue();
        config.Auth.Keys.ShouldBe(["customer", "api", "key", "ops"]);
        config.Auth["customer"].Fields["password"].ShouldBe("${secret:SHOP_PASSWORD}");
        config.Auth["customer"].Success.ShouldHaveSingleItem().Type.ShouldBe("status");
        config.Roles["admin"].ShouldBe("ops");
        config.Routes.Map.ShouldBe([new RouteRule("components/admin/*.q", "/admin"), new RouteRule("components/layout.q", null)]);
        config.Ignore.Routes.ShouldBe(["/logout"]);
        config.Generate.Types.ShouldBe([CaseKind.Smoke, CaseKind.Api]);
        RunLimits limits = config.Limits.ApplyTo(new RunLimits());
        (limits.Parallel, limits.Rate, limits.ConnectTimeout).ShouldBe((8, 50d, TimeSpan.FromSeconds(2)));
        limits.MaxRedirects.ShouldBe(new RunLimits().MaxRedirects);
    }

    [Theory]
    [InlineData("project: loja", "projct: loja", 2, 1, "project")]
    [InlineData("default_auth: customer", "default_auth: custmer", 6, 19, "customer")]
    [InlineData("http://localhost:5080", "localhost:5080", 5, 15, "http://")]
    [InlineData("http://localhost:5080", "http://ana:pw@localhost", 5, 15, "http://")]
    [InlineData("roles: {admin: ops}", "roles: {admin: opps}", 23, 16, "ops")]
    [InlineData("type: bearer", "type: berer", 20, 15, "bearer")]
    [InlineData("protected: true", "protected: perhaps", 13, 16, null)]
    [InlineData("seed: 42", "seed: lots", 31, 39, null)]
    [InlineData("types: [smoke, api]", "types: [smok]", 31, 19, "smoke")]
    [InlineData("parallel: 8", "paralel: 8", 32, 10, "parallel")]
    [InlineData("parallel: 8", "parallel: 0", 32, 20, null)]
    [InlineData("timeout: 10s", "timeout: 10 weeks", 32, 42, null)]
    [InlineData("components/layout.q: none", "components/layout.q: shop", 29, 26, "slash")]
    [InlineData("token: \"${secret:TOKEN}\"", "tokn: x", 20, 23, "token")]
    public void A_mistake_is_named_with_its_place_and_the_way_to_mend_it(string good, string bad, int line, int column, string? hint)
    {
        (ProjectConfig? config, IReadOnlyList<FileProblem> problems) = ProjectConfigFile.Read(Full.Replace(good, bad, StringComparison.Ordinal), "alicerce.yaml");

        config.ShouldBeNull();
        FileProblem problem = problems.FirstOrDefault(p => (p.Line, p.Column) == (line, column)).ShouldNotBeNull(string.Join("\n", problems));
        problem.Severity.ShouldBe(ProblemSeverity.Error);
        if (hint is not null)
            problem.Hint.ShouldNotBeNull().ShouldContain(hint);
    }

    [Theory]
    [InlineData("${secret:DB}")]
    [InlineData("${secret:SHOP_PASSWORD}")]
    [InlineData("${secret:TOKEN}")]
    [InlineData("${secret:KEY}")]
    public void A_password_in_plain_text_is_a_warning_and_is_never_repeated(string reference)
    {
        (ProjectConfig? config, IReadOnlyList<FileProblem> problems) = ProjectConfigFile.Read(Full.Replace(reference, "hunter2!", StringComparison.Ordinal));

        config.ShouldNotBeNull();
        FileProblem problem = problems.ShouldHaveSingleItem();
        problem.Severity.ShouldBe(ProblemSeverity.Warning);
        problem.ToString().ShouldNotContain("hunter2");
    }

    [Fact]
    public void All_problems_are_told_at_once_in_the_order_of_the_file()
    {
        (_, IReadOnlyList<FileProblem> problems) = ProjectConfigFile.Read("environments: {local: {base_url: x, colour: red}}\nauth: {a: {type: basic}}\nlimits: 3\n");
        problems.Count.ShouldBe(6);
        problems.Select(p => p.Line).ShouldBeInOrder();
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a")]
    [InlineData("project: [")]
    [InlineData("a: &x [*x]")]
    public void What_is_no_project_is_a_problem_and_not_an_exception(string text)
    {
        (ProjectConfig? config, IReadOnlyList<FileProblem> problems) = ProjectConfigFile.Read(text);
        config.ShouldBeNull();
        problems.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_problem_like_any_other()
    {
        (ProjectConfig? config, IReadOnlyList<FileProblem> problems) = await ProjectConfigFile.ReadFileAsync("/nowhere/alicerce.yaml", TestContext.Current.CancellationToken);
        config.ShouldBeNull();
        problems.ShouldHaveSingleItem().Hint.ShouldNotBeNull().ShouldContain("init");
    }
}
