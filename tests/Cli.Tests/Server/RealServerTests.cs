using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Cli.Tests.Server;

/// <summary>The commands against the real server on a real port.</summary>
public sealed class RealServerTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_project_is_created_listed_shown_and_deleted()
    {
        (await RunAsync("project", "create", "shop-a", "--description", "A shop")).ShouldContain("shop-a  A shop");
        (await RunAsync("project", "list")).ShouldContain("shop-a");
        JsonElement.Parse(await RunAsync("project", "show", "shop-a", "--json")).GetProperty("description").GetString().ShouldBe("A shop");
        (await RunAsync("project", "delete", "shop-a", "--yes")).ShouldContain("Deleted the project 'shop-a'");
        (await FailAsync("project", "show", "shop-a")).ShouldContain("There is no project 'shop-a'");
    }

    [Fact]
    public async Task Without_yes_nothing_is_deleted()
    {
        await RunAsync("project", "create", "shop-b");

        (await FailAsync("project", "delete", "shop-b")).ShouldContain("--yes");
        (await RunAsync("project", "show", "shop-b")).ShouldContain("shop-b");
    }

    [Fact]
    public async Task An_environment_is_created_changed_and_deleted()
    {
        await RunAsync("project", "create", "shop-c");
        await RunAsync("env", "create", "staging", "--project", "shop-c", "--base-url", "http://127.0.0.1:5080", "--variable", "a=1", "--approved-host", "127.0.0.1:5080");

        var changed = JsonElement.Parse(await RunAsync("env", "set", "staging", "--project", "shop-c", "--protected", "true", "--variable", "b=2", "--variable", "a=", "--json"));
        changed.GetProperty("is_protected").GetBoolean().ShouldBeTrue();
        changed.GetProperty("variables").EnumerateObject().ShouldHaveSingleItem().ToString().ShouldBe("\"b\": \"2\"");
        changed.GetProperty("approved_hosts")[0].GetString().ShouldBe("127.0.0.1:5080");
        changed.GetProperty("base_url").GetString().ShouldBe("http://127.0.0.1:5080");

        await RunAsync("env", "datasource", "loja", "--project", "shop-c", "--env", "staging", "--address", "postgresql://reader@127.0.0.1:5432/loja", "--secret-name", "LOJA");
        await RunAsync("env", "datasource", "loja", "--project", "shop-c", "--env", "staging", "--address", "postgresql://reader@127.0.0.1:5433/loja", "--secret-name", "LOJA");
        (await RunAsync("env", "show", "staging", "--project", "shop-c")).ShouldContain("datasource loja: postgresql://reader@127.0.0.1:5433/loja (password: secret LOJA)");

        await RunAsync("env", "delete", "staging", "--project", "shop-c", "--yes");
        (await FailAsync("env", "show", "staging", "--project", "shop-c")).ShouldContain("it has none");
    }

    [Fact]
    public async Task The_servers_rules_are_told_field_by_field() =>
        (await FailAsync("project", "create", "Not Kebab")).ShouldContain("name: name has 1 to 100 lower-case letters");

    [Fact]
    public async Task A_wrong_token_is_told_as_such()
    {
        var variables = new Dictionary<string, string> { ["ALICERCE_SERVER"] = fixture.Server.Url.ToString(), ["ALICERCE_TOKEN"] = "alc_wrong" };

        var result = await CommandLineProcess.RunWithAsync(variables, "project", "list");

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain("does not accept the token");
    }

    [Fact]
    public async Task A_password_on_the_command_line_is_refused()
    {
        var errors = await FailAsync("env", "datasource", "loja", "--project", "x", "--env", "y", "--address", "postgresql://reader:hunter2@127.0.0.1/loja");

        errors.ShouldContain("--secret-name");
        errors.ShouldNotContain("hunter2");
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        var result = await CommandLineProcess.RunWithAsync(Variables(), arguments);
        result.ExitCode.ShouldBe(0, result.Errors);
        return result.Output;
    }

    private async Task<string> FailAsync(params string[] arguments)
    {
        var result = await CommandLineProcess.RunWithAsync(Variables(), arguments);
        result.ExitCode.ShouldBe(2, result.Errors);
        return result.Errors;
    }

    private Dictionary<string, string> Variables() => new() { ["ALICERCE_SERVER"] = fixture.Server.Url.ToString(), ["ALICERCE_TOKEN"] = fixture.Server.Token };
}
