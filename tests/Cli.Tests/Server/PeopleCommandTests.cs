using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Cli.Tests.Server;

/// <summary>Users, tokens, members, alerts and what else only the API could do, against the real server.</summary>
public sealed class PeopleCommandTests(ServerFixture fixture) : IClassFixture<ServerFixture>, IDisposable
{
    private const string Password = "a long phrase of nobody";

    private readonly TempFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_user_is_created_with_a_password_from_a_file_signs_in_and_is_disabled()
    {
        await File.WriteAllTextAsync(_folder["password"], Password + "\n", Ct);
        var created = await RunAsync(0, "users", "create", "ana@example.com", "--name", "Ana", "--role", "viewer", "--password-file", _folder["password"]);
        created.ShouldContain("ana@example.com  viewer");
        created.ShouldNotContain("phrase");
        created.ShouldNotContain("alcp_");
        (await SignInAsync("ana@example.com")).ShouldBe(System.Net.HttpStatusCode.OK);

        (await RunAsync(0, "users", "list", "--search", "ana@")).ShouldContain("Ana");
        (await RunAsync(0, "users", "disable", "ana@example.com")).ShouldBe("ana@example.com may no longer come in.\n");
        (await SignInAsync("ana@example.com")).ShouldNotBe(System.Net.HttpStatusCode.OK);
        (await RunAsync(0, "users", "list")).ShouldContain("no");
        (await RunAsync(0, "users", "enable", "ana@example.com")).ShouldContain("may come in");
        await RunAsync(2, "users", "disable", "nobody@example.com");
    }

    [Fact]
    public async Task A_user_without_a_password_is_given_a_code_once_and_a_file_that_is_not_there_creates_nobody()
    {
        (await RunAsync(0, "users", "create", "rui@example.com", "--name", "Rui")).ShouldContain("alcp_");
        await RunAsync(2, "users", "create", "eva@example.com", "--name", "Eva", "--password-file", _folder["nothing"]);
        await File.WriteAllTextAsync(_folder["weak"], "password", Ct);
        var variables = new Dictionary<string, string> { ["ALICERCE_SERVER"] = fixture.Server.Url.ToString(), ["ALICERCE_TOKEN"] = fixture.Server.Token };
        (await CommandLineProcess.RunWithAsync(variables, "users", "create", "ida@example.com", "--name", "Ida", "--password-file", _folder["weak"])).Errors.ShouldContain("lets one be chosen: alcp_");
        JsonElement.Parse(await RunAsync(0, "users", "list", "--search", "eva@", "--json")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_token_is_made_written_for_its_owner_only_listed_and_revoked()
    {
        var file = _folder["ci.token"];
        (await RunAsync(0, "tokens", "create", "ci", "--scope", "read", "--days", "7", "-o", file)).ShouldNotContain("alc_");
        (await File.ReadAllTextAsync(file, Ct)).ShouldStartWith("alc_");
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await RunAsync(2, "tokens", "create", "ci", "-o", file);
        var shown = await RunAsync(0, "tokens", "create", "shell");
        shown.ShouldStartWith("alc_");

        await WithTokenAsync(0, shown.Trim(), "project", "list");
        var listed = JsonElement.Parse(await RunAsync(0, "tokens", "list", "--json"));
        var id = listed.EnumerateArray().Single(token => token.GetProperty("name").GetString() == "shell").GetProperty("id").GetInt32();
        listed.GetRawText().ShouldNotContain("alc_");
        (await RunAsync(0, "tokens", "revoke", $"{id}")).ShouldBe($"Revoked the token {id}.\n");
        await WithTokenAsync(2, shown.Trim(), "project", "list");
    }

    [Fact]
    public async Task A_member_is_added_changed_listed_and_removed()
    {
        await RunAsync(0, "project", "create", "guild");
        await RunAsync(0, "users", "create", "lia@example.com", "--name", "Lia");
        (await RunAsync(0, "members", "add", "lia@example.com", "--project", "guild")).ShouldBe("lia@example.com is developer of guild.\n");
        (await RunAsync(0, "members", "add", "lia@example.com", "--project", "guild", "--role", "admin")).ShouldBe("lia@example.com is admin of guild.\n");
        (await RunAsync(0, "members", "list", "--project", "guild")).ShouldContain("lia@example.com");
        (await RunAsync(0, "members", "remove", "lia@example.com", "--project", "guild")).ShouldContain("no member of guild any more");
        await RunAsync(2, "members", "remove", "lia@example.com", "--project", "guild");
    }

    [Fact]
    public async Task Alerts_and_the_history_of_a_port_are_listed()
    {
        await using (var command = fixture.Database.Source.CreateCommand("SELECT count(*) FROM platform.alerts WHERE state = 'firing'"))
            (await RunAsync((long)(await command.ExecuteScalarAsync(Ct))! > 0 ? 1 : 0, "alerts", "list")).ShouldNotBeEmpty();
        await RunAsync(2, "alerts", "list", "--state", "nonsense");

        await RunAsync(0, "ports", "allocate", "past-web", "--host", "attic", "--prefer", "8123");
        await RunAsync(0, "ports", "release", "past-web", "--host", "attic");
        await RunAsync(0, "ports", "allocate", "next-web", "--host", "attic", "--prefer", "8123");
        var history = await RunAsync(0, "ports", "history", "8123", "--host", "attic");
        history.IndexOf("next-web", StringComparison.Ordinal).ShouldBeInRange(0, history.IndexOf("past-web", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_environment_says_where_it_runs()
    {
        await RunAsync(0, "project", "create", "mill");
        (await RunAsync(0, "env", "create", "staging", "--project", "mill", "--docker-host", "quern", "--port", "8321")).ShouldContain("runs on quern, port 8321");
        (await RunAsync(0, "env", "set", "staging", "--project", "mill", "--port", "8322")).ShouldContain("port 8322");
    }

    private async Task<System.Net.HttpStatusCode> SignInAsync(string email)
    {
        using var body = new StringContent(JsonSerializer.Serialize(new Dictionary<string, string> { ["email"] = email, ["password"] = Password }), null, "application/json");
        using var answer = await fixture.Server.Anonymous.PostAsync("/api/v1/auth/login", body, Ct);
        return answer.StatusCode;
    }

    private Task<string> RunAsync(int exitCode, params string[] arguments) => WithTokenAsync(exitCode, fixture.Server.Token, arguments);

    private async Task<string> WithTokenAsync(int exitCode, string token, params string[] arguments)
    {
        var variables = new Dictionary<string, string> { ["ALICERCE_SERVER"] = fixture.Server.Url.ToString(), ["ALICERCE_TOKEN"] = token };
        var result = await CommandLineProcess.RunWithAsync(variables, arguments);
        result.ExitCode.ShouldBe(exitCode, result.Errors + result.Output);
        return result.Output;
    }
}
