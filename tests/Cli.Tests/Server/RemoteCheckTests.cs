using System.Text.Json;
using Alicerce.Harness;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Cli.Tests.Server;

/// <summary><c>check --server</c> against the real server, which runs the cases against a target of the test.</summary>
public sealed class RemoteCheckTests(ServerFixture fixture) : IClassFixture<ServerFixture>, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_check_through_the_server_passes_is_kept_there_and_can_be_watched_again()
    {
        await using var target = await FakeServer.StartAsync(context => PageAsync(context, 200));
        await WriteProjectAsync("check-good");

        var check = await RunAsync("check", _folder.Path, "--server", fixture.Server.Url.ToString(), "--url", target.Url, "--types", "smoke");

        check.ExitCode.ShouldBe(0, check.Output + check.Errors);
        check.Output.ShouldContain("components/home.q");
        check.Output.ShouldContain("PASSED 1 passed");
        var suites = JsonElement.Parse((await RunAsync("suite", "list", "--project", "check-good", "--json")).Output);
        var suite = suites[0].GetProperty("id").ToString();
        (await RunAsync("suite", "export", suite)).Output.ShouldContain("cases:");
        (await RunAsync("suite", "diff", "--project", "check-good", "--types", "smoke")).Output.ShouldContain("0 added, 0 updated, 1 unchanged");
        var history = JsonElement.Parse((await RunAsync("test", "history", suite, "--json")).Output);
        var run = history[0].GetProperty("run_id").ToString();
        (await RunAsync("test", "watch", run)).ExitCode.ShouldBe(0);
        (await RunAsync("test", "report", run, "--format", "junit")).Output.ShouldContain("<testsuite");
        (await RunAsync("test", "compare", suite)).Output.ShouldContain("local");
    }

    [Fact]
    public async Task A_check_through_the_server_fails_with_the_cause_and_its_curl_line()
    {
        await using var target = await FakeServer.StartAsync(context => PageAsync(context, 500));
        await WriteProjectAsync("check-bad");

        var check = await RunAsync("check", _folder.Path, "--server", fixture.Server.Url.ToString(), "--url", target.Url, "--types", "smoke", "--report", $"junit={_folder["junit.xml"]}");

        check.ExitCode.ShouldBe(1, check.Output + check.Errors);
        check.Output.ShouldContain("1 failure, 1 cause");
        check.Output.ShouldContain("curl ");
        File.Exists(_folder["junit.xml"]).ShouldBeTrue();
    }

    private static Task PageAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync("<!doctype html><title>Shop</title><p>Welcome</p>", context.RequestAborted);
    }

    private async Task WriteProjectAsync(string name)
    {
        Directory.CreateDirectory(_folder["components"]);
        await File.WriteAllTextAsync(_folder["components/home.q"], "<q:component name=\"home\" type=\"page\">\n  <h1>Welcome</h1>\n</q:component>\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_folder["alicerce.yaml"], $"project: {name}\n", TestContext.Current.CancellationToken);
    }

    private Task<CommandLineProcess> RunAsync(params string[] arguments) => CommandLineProcess.RunWithAsync(
        new Dictionary<string, string> { ["ALICERCE_SERVER"] = fixture.Server.Url.ToString(), ["ALICERCE_TOKEN"] = fixture.Server.Token }, arguments);
}
