using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Cli.Tests.Server;

/// <summary>The commands of ports against the real server.</summary>
public sealed class PortsCommandTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_port_is_allocated_shown_checked_and_released()
    {
        await RunAsync(0, "project", "create", "shop");
        (await RunAsync(0, "ports", "allocate", "shop-web", "--host", "forge", "--project", "shop", "--prefer", "8080")).ShouldBe("shop-web got port 8080 on forge.\n  note: 8080 is where the second HTTP port is expected; make sure that 'shop-web' is it.\n");
        (await RunAsync(0, "ports", "allocate", "shop-web", "--host", "forge", "--project", "shop")).ShouldStartWith("shop-web has port 8080 on forge.");
        (await RunAsync(0, "ports", "get", "shop-web", "--host", "forge")).ShouldBe("8080\n");
        (await RunAsync(0, "ports", "reserve", "80", "--host", "forge", "--reason", "production-only")).ShouldStartWith("Port 80 on forge is reserved.");

        var table = await RunAsync(0, "ports", "list", "--host", "forge");
        table.ShouldContain("[reserved]");
        table.ShouldContain("production-only");
        JsonElement.Parse(await RunAsync(0, "ports", "list", "--project", "shop", "--json"))[0].GetProperty("port").GetInt32().ShouldBe(8080);
        (await RunAsync(1, "ports", "check", "8080", "--host", "forge")).ShouldStartWith("Port 8080 on forge is allocated by shop-web of project shop.\n  the next free one is 8081\n");
        (await RunAsync(0, "ports", "check", "8081", "--host", "forge")).ShouldBe("Port 8081 on forge is free.\n");

        (await RunAsync(0, "ports", "release", "shop-web", "--host", "forge")).ShouldBe("Released port 8080 on forge, which shop-web had.\n");
        (await RunAsync(0, "ports", "release", "--port", "80", "--host", "forge")).ShouldBe("Released port 80 on forge.\n");
        (await RunAsync(0, "ports", "list", "--host", "forge", "--all")).ShouldContain("released");
    }

    [Fact]
    public async Task Ranges_and_other_names_of_hosts_are_set_and_removed()
    {
        (await RunAsync(0, "ports", "set-range", "metrics", "9400-9499", "--host", "anvil")).ShouldBe("metrics ports of anvil come from 9400-9499; 0 are in use.\n");
        (await RunAsync(0, "ports", "ranges", "--host", "anvil")).ShouldContain("100 of 100");
        await RunAsync(0, "ports", "set-range", "metrics", "--host", "anvil", "--remove");
        (await RunAsync(0, "ports", "hosts", "10.9.8.7", "anvil")).ShouldBe("10.9.8.7 is anvil.\n");
        (await RunAsync(0, "ports", "hosts")).ShouldContain("anvil");
        (await RunAsync(0, "ports", "hosts", "10.9.8.7", "--remove")).ShouldBe("10.9.8.7 is a host of its own again.\n");
    }

    [Fact]
    public async Task A_compose_file_is_previewed_and_taken_over()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["docker-compose.yml"], "services:\n  web:\n    ports: ['8080:80', '53:53/udp']\n", TestContext.Current.CancellationToken);
        (await RunAsync(0, "ports", "import", folder["docker-compose.yml"], "--host", "quarry", "--preview")).ShouldContain("note: line 3, web ports[1]: it is udp");
        (await RunAsync(2, "ports", "get", "web", "--host", "quarry")).ShouldBeEmpty();
        await RunAsync(0, "ports", "import", folder["docker-compose.yml"], "--host", "quarry");
        (await RunAsync(0, "ports", "get", "web", "--host", "quarry")).ShouldBe("8080\n");
        (await RunAsync(2, "ports", "import", folder["nothing.yml"])).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_difference_to_the_servers_machine_is_code_1()
    {
        await RunAsync(0, "ports", "allocate", "nobody-home");
        (await RunAsync(1, "ports", "drift")).ShouldContain("allocated, but closed");
    }

    [Theory]
    [InlineData("8000 to 8999")]
    [InlineData("8999")]
    public async Task A_range_that_is_none_is_told_before_anything_is_sent(string ports) => await RunAsync(2, "ports", "set-range", "app", ports);

    private async Task<string> RunAsync(int exitCode, params string[] arguments)
    {
        var variables = new Dictionary<string, string> { ["ALICERCE_SERVER"] = fixture.Server.Url.ToString(), ["ALICERCE_TOKEN"] = fixture.Server.Token };
        var result = await CommandLineProcess.RunWithAsync(variables, arguments);
        result.ExitCode.ShouldBe(exitCode, result.Errors + result.Output);
        return result.Output;
    }
}
