using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Cli.Tests.Server;

/// <summary>Suites out of and into the real server as files.</summary>
public sealed class SuiteFileTests(ServerFixture fixture) : IClassFixture<ServerFixture>, IDisposable
{
    private const string Cases = """
        # yaml-language-server: hand written
        cases:
          - key: orders|api|list
            name: List orders
            description: 'As admin: "all" of them'
            kind: api
            tags: [orders, 'yes']
            order: 1
            timeout: 1500ms
            retries: 2
            request: {path: /orders, auth: admin, query: {page: '01'}, headers: {X-A: [a, b]}}
            asserts:
              - status: 200
              - body: {matches: '^\d+$'}
            captures:
              - {name: first, jsonpath: '$[0].id'}
          - key: orders|auth|anonymous
            name: Nobody may
            kind: auth
            active: false
            order: 2
            mutates: true
            idempotent: false
            request: {method: POST, path: /orders, auth: none, body: {json: {a: 1.0, b: [null, "x"]}}}
            asserts:
              - status: 401
          - key: orders|e2e|story
            name: A story
            kind: e2e
            order: 3
            steps:
              - {name: sign in, request: {path: /login, auth: clerk}}
              - name: look
                request: GET /orders
                asserts:
                  - not: {contains: 'ção ✓'}
        """;

    private readonly TempFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_suite_moves_between_suites_without_loss_and_missing_profiles_are_told()
    {
        var config = new { auth_profiles = new { admin = new { type = "bearer", token = "${secret:ADMIN}" }, clerk = new { type = "basic", username = "c", password = "${secret:CLERK}" } } };
        var (from, to) = (await SuiteAsync(config), await SuiteAsync(new { }));
        await File.WriteAllTextAsync(_folder["cases.yaml"], Cases, Ct);

        var first = await RunAsync("suite", "import", from, _folder["cases.yaml"]);
        await RunAsync("suite", "export", from, "--output", _folder["one.yaml"]);
        var second = await RunAsync("suite", "import", to, _folder["one.yaml"]);
        await RunAsync("suite", "export", to, "--output", _folder["two.yaml"]);
        var third = await RunAsync("suite", "import", from, _folder["two.yaml"]);

        first.Errors.ShouldBeEmpty();
        first.Output.ShouldContain("3 added");
        second.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2, second.Errors);
        second.Errors.ShouldContain("no auth profile 'admin'");
        second.Errors.ShouldContain("no auth profile 'clerk'");
        (await File.ReadAllTextAsync(_folder["two.yaml"], Ct)).ShouldBe(await File.ReadAllTextAsync(_folder["one.yaml"], Ct));
        third.Output.ShouldContain("0 added, 0 updated, 3 unchanged");
        var suite = JsonElement.Parse((await RunAsync("suite", "show", from, "--json")).Output);
        suite.GetRawText().ShouldContain("${secret:CLERK}");
    }

    [Fact]
    public async Task A_folder_is_packed_and_scanned_on_the_server()
    {
        var project = $"p{Guid.NewGuid():N}";
        await fixture.Server.PostAsync("/api/v1/projects", new { name = project }, Ct);
        Directory.CreateDirectory(_folder["components"]);
        await File.WriteAllTextAsync(_folder["components/home.q"], "<q:component name=\"home\" type=\"page\">\n  <h1>Welcome</h1>\n</q:component>\n", Ct);

        var first = await RunAsync("scan", _folder.Path, "--server", fixture.Server.Url.ToString(), "--project", project);
        var second = JsonElement.Parse((await RunAsync("scan", _folder.Path, "--server", fixture.Server.Url.ToString(), "--project", project, "--json")).Output);

        first.Output.ShouldContain("Total: 1 components");
        first.Output.ShouldContain("components/home.q");
        (second.GetProperty("unchanged").GetInt32(), second.GetProperty("reused").GetInt32()).ShouldBe((1, 1));
    }

    private async Task<string> SuiteAsync(object config)
    {
        var project = (await fixture.Server.PostAsync("/api/v1/projects", new { name = $"p{Guid.NewGuid():N}" }, Ct)).GetProperty("id").GetInt32();
        return (await fixture.Server.PostAsync($"/api/v1/projects/{project}/test-suites", new { name = "S", config }, Ct)).GetProperty("id").GetInt32().ToString();
    }

    private async Task<CommandLineProcess> RunAsync(params string[] arguments)
    {
        var variables = new Dictionary<string, string> { ["ALICERCE_SERVER"] = fixture.Server.Url.ToString(), ["ALICERCE_TOKEN"] = fixture.Server.Token };
        var result = await CommandLineProcess.RunWithAsync(variables, arguments);
        result.ExitCode.ShouldBe(0, result.Output + result.Errors);
        return result;
    }
}
