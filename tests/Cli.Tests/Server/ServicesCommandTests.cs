using System.Globalization;
using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Cli.Tests.Server;

/// <summary>The commands of services against the real server.</summary>
public sealed class ServicesCommandTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_service_is_registered_looked_at_found_shown_and_forgotten()
    {
        await using var target = Misbehaving.Saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        var port = target.Port.ToString(CultureInfo.InvariantCulture);
        await RunAsync(0, "project", "create", "blog");
        await RunAsync(0, "env", "create", "prod", "--project", "blog");
        string[] here = ["--project", "blog", "--env", "prod"];

        (await RunAsync(0, ["services", "register", "blog-api", "--host", "127.0.0.1", "--port", port, "--health", "/ready", "--heartbeat-ttl", "60", "--metadata", """{"version": "1.0"}""", .. here]))
            .ShouldContain($"Registered blog-api at http://127.0.0.1:{port}/ready");
        var map = JsonElement.Parse(await RunAsync(0, ["services", "check", "--json", .. here]));
        map.GetProperty("blog-api").GetProperty("status").GetString().ShouldBe("healthy");
        (await RunAsync(0, ["services", "list", .. here])).ShouldContain("blog-api");
        JsonElement.Parse(await RunAsync(0, ["services", "list", "--json", "--status", "healthy", .. here]))[0].GetProperty("metadata").GetProperty("version").GetString().ShouldBe("1.0");
        JsonElement.Parse(await RunAsync(0, ["services", "discover", "blog-api", "--json", .. here]))[0].GetProperty("port").GetInt32().ShouldBe(target.Port);
        (await RunAsync(0, ["services", "discover", "--type", "app", .. here])).ShouldContain("blog-api");
        (await RunAsync(0, ["services", "heartbeat", "blog-api", "--host", "127.0.0.1", "--port", port, .. here])).ShouldContain("Heard of blog-api");
        (await RunAsync(0, ["services", "show", "blog-api", .. here])).ShouldContain("up 100 %");
        (await RunAsync(0, ["services", "deregister", "blog-api", .. here])).ShouldContain("Forgot blog-api (1)");
        await RunAsync(1, ["services", "deregister", "blog-api", .. here]);
        await RunAsync(1, ["services", "discover", "blog-api", .. here]);
    }

    [Fact]
    public async Task An_unhealthy_service_is_exit_code_1()
    {
        int port;
        await using (var closed = Misbehaving.Silent()) port = closed.Port;
        await RunAsync(0, "project", "create", "down");
        await RunAsync(0, "services", "register", "down-db", "--type", "database", "--host", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture), "--project", "down");
        await Eventually.BecomesTrueAsync(
            async () => (await CommandLineProcess.RunWithAsync(Variables, ["services", "check", "--project", "down"])).ExitCode == 1, "looks have made it unhealthy", TestContext.Current.CancellationToken);
        (await RunAsync(1, "services", "check", "--project", "down")).ShouldContain("connection refused");
    }

    [Theory]
    [InlineData("--metadata must be a JSON object", "services", "register", "x", "--host", "h", "--port", "1", "--metadata", "[1]")]
    [InlineData("--env needs --project", "services", "list", "--env", "prod")]
    [InlineData("There is no service 'nobody' here", "services", "show", "nobody")]
    public async Task A_mistake_is_named(string message, params string[] arguments)
    {
        var result = await CommandLineProcess.RunWithAsync(Variables, arguments);
        result.ExitCode.ShouldNotBe(0);
        result.Errors.ShouldContain(message);
    }

    private Dictionary<string, string> Variables => new() { ["ALICERCE_SERVER"] = fixture.Server.Url.ToString(), ["ALICERCE_TOKEN"] = fixture.Server.Token };

    private async Task<string> RunAsync(int exitCode, params string[] arguments)
    {
        var result = await CommandLineProcess.RunWithAsync(Variables, arguments);
        result.ExitCode.ShouldBe(exitCode, result.Errors + result.Output);
        return result.Output;
    }
}
