using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Server.Tests.Starting;

public sealed class ServerProcessTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Dictionary<string, string> Settings => new()
    {
        ["ALICERCE_DATA"] = _folder["data"],
        ["ALICERCE_URLS"] = "http://127.0.0.1:0",
    };

    private string PidFile => Path.Combine(_folder["data"], "cluster", "postmaster.pid");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData]
    [InlineData("migrate")]
    public async Task A_database_that_cannot_be_reached_is_told_in_one_sentence_and_without_its_password(params string[] command)
    {
        var settings = new Dictionary<string, string>(Settings) { ["DATABASE_URL"] = "postgres://me:hidden@127.0.0.1:1/house", ["ALICERCE_DATABASE_WAIT"] = "0" };
        await using var server = ServerProcess.Start(settings, command);

        (await server.ExitAsync(Ct)).ShouldBe(1);

        var told = server.Errors.Trim();
        told.ShouldContain("DATABASE_URL");
        told.ShouldNotContain("hidden");
        told.Split('\n').ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("Req", "S001-OBS-01")]
    [Trait("Req", "S001-OBS-04")]
    public async Task A_first_start_makes_the_admins_token_and_logs_one_json_line_a_request_without_it()
    {
        await using var server = ServerProcess.Start(Settings);
        var url = await server.ReadyAsync(Ct);
        var tokenFile = Path.Combine(_folder["data"], "admin.token");
        File.GetUnixFileMode(tokenFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var token = (await File.ReadAllTextAsync(tokenFile, Ct)).Trim();
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = url };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        client.DefaultRequestHeaders.Add("X-Request-ID", "walk-1");

        (await client.GetAsync("/api/v1/projects", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync("/nowhere", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        server.Signal("TERM");
        (await server.ExitAsync(Ct)).ShouldBe(0);

        var lines = server.Output.Select(line => JsonElement.Parse(line)).ToList();
        foreach (var line in lines)
        {
            foreach (var name in new[] { "timestamp", "level", "message", "service", "module", "func", "line", "correlation_id" })
                line.TryGetProperty(name, out _).ShouldBeTrue($"{name} in {line}");
        }

        var requests = lines.Where(line => line.GetProperty("module").GetString() == "http.request").ToList();
        requests.Select(line => (line.GetProperty("message").GetString(), line.GetProperty("level").GetString()))
            .ShouldBe([("GET /api/v1/projects 200", "INFO"), ("GET /nowhere 404", "WARNING")]);
        requests.ShouldAllBe(line => line.GetProperty("correlation_id").GetString() == "walk-1");
        requests[0].GetProperty("status_code").GetInt32().ShouldBe(200);
        requests[0].GetProperty("duration_ms").GetDouble().ShouldBeGreaterThan(0);
        requests[0].GetProperty("user_id").GetString().ShouldNotBeNullOrEmpty();
        string.Join('\n', server.Output).ShouldNotContain(token);
        File.Exists(PidFile).ShouldBeFalse();
    }

    [Fact]
    [Trait("Req", "S001-ANTI-17")]
    [Trait("Trap", "T001-21")]
    public async Task No_line_is_without_a_correlation_id_and_a_request_tells_whose_it_was()
    {
        await using var server = ServerProcess.Start(new Dictionary<string, string>(Settings) { ["LOG_LEVEL"] = "DEBUG" });
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = await server.ReadyAsync(Ct) };
        using (var anonymous = await client.GetAsync("/api/v1/auth/me", Ct)) anonymous.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(Path.Combine(_folder["data"], "admin.token"), Ct)).Trim());
        var me = (await client.GetFromJsonAsync<JsonElement>("/api/v1/auth/me", Ct)).GetProperty("data").GetProperty("id").GetInt32();
        server.Signal("TERM");
        (await server.ExitAsync(Ct)).ShouldBe(0);

        var lines = server.Output.Select(line => JsonElement.Parse(line)).ToList();
        lines.ShouldAllBe(line => !string.IsNullOrEmpty(line.GetProperty("correlation_id").GetString()));
        lines.Where(line => line.GetProperty("module").GetString() == "http.request").Select(line => line.GetProperty("user_id").GetString()).ShouldBe([null, $"{me}"]);
        lines.Count(line => line.GetProperty("message").GetString()!.Contains("SELECT", StringComparison.Ordinal)).ShouldBeGreaterThan(0, "statements are shown at this level");
    }

    [Fact]
    public async Task Killed_the_server_leaves_a_clean_database_and_starts_again_with_its_rows_and_token()
    {
        string token;
        var server = ServerProcess.Start(Settings);
        using (var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = await server.ReadyAsync(Ct) })
        {
            token = (await File.ReadAllTextAsync(Path.Combine(_folder["data"], "admin.token"), Ct)).Trim();
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var created = await client.PostAsJsonAsync("/api/v1/projects", new { name = "shop" }, Ct);
            created.StatusCode.ShouldBe(HttpStatusCode.Created);
        }

        server.Signal("KILL");
        await server.ExitAsync(Ct);
        // PostgreSQL takes its pid file away first and says so afterwards.
        var log = Path.Combine(_folder["data"], "cluster", "server.log");
        await Eventually.BecomesTrueAsync(() => !File.Exists(PidFile) && File.ReadAllText(log).Contains("database system is shut down", StringComparison.Ordinal), "PostgreSQL has shut down", Ct);

        var started = Stopwatch.GetTimestamp();
        await using var again = ServerProcess.Start(Settings);
        using var second = new HttpClient(new SocketsHttpHandler()) { BaseAddress = await again.ReadyAsync(Ct) };
        TestContext.Current.TestOutputHelper?.WriteLine($"ready after {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s");
        second.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        (await second.GetFromJsonAsync<JsonElement>("/api/v1/projects", Ct)).GetProperty("data")[0].GetProperty("name").GetString().ShouldBe("shop");
    }

    [Fact]
    public async Task A_second_server_on_the_same_data_is_refused_with_the_first_ones_number()
    {
        await using var first = ServerProcess.Start(Settings);
        await first.ReadyAsync(Ct);
        await using var second = ServerProcess.Start(Settings);
        (await second.ExitAsync(Ct)).ShouldBe(1);
        second.Errors.ShouldContain($"process {first.Id}");
        second.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task All_mistakes_of_the_settings_are_listed_at_once()
    {
        var settings = new Dictionary<string, string>
        {
            ["ALICERCE_DATA"] = _folder["data"],
            ["ALICERCE_ROLES"] = "king",
            ["ALICERCE_URLS"] = "nonsense",
            ["LOG_LEVEL"] = "LOUD",
            ["DB_POOL_SIZE"] = "many",
            ["DATABASE_URL"] = "postgres://me:hidden@host",
        };
        await using var server = ServerProcess.Start(settings, "--check-config");
        (await server.ExitAsync(Ct)).ShouldBe(1);
        foreach (var name in settings.Keys.Skip(1)) server.Errors.ShouldContain(name);
        server.Errors.ShouldContain("The settings have 5 mistakes");
        server.Errors.ShouldNotContain("hidden");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_sentence_that_names_the_setting()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var server = ServerProcess.Start(new Dictionary<string, string>(Settings) { ["ALICERCE_URLS"] = $"http://{listener.LocalEndpoint}" });
        (await server.ExitAsync(Ct)).ShouldBe(1);
        server.Errors.ShouldContain("set ALICERCE_URLS to another address");
        server.Errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_one_sentence_that_names_the_setting()
    {
        await using var server = ServerProcess.Start(new Dictionary<string, string>(Settings) { ["DATABASE_URL"] = "postgres://me:hidden@127.0.0.1:1/house", ["ALICERCE_DATABASE_WAIT"] = "0" });
        (await server.ExitAsync(Ct)).ShouldBe(1);
        server.Errors.ShouldContain("Look at DATABASE_URL");
        server.Errors.ShouldNotContain("   at ");
        server.Errors.ShouldNotContain("hidden");
    }

    [Fact]
    public async Task Whoever_has_the_machine_makes_a_new_token_while_the_server_runs_and_the_audit_log_says_so()
    {
        await using var server = ServerProcess.Start(Settings);
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = await server.ReadyAsync(Ct) };
        var file = Path.Combine(_folder["data"], "admin.token");
        File.Delete(file);
        await using var command = ServerProcess.Start(Settings, "admin-token");
        (await command.ExitAsync(Ct)).ShouldBe(0, command.Errors);
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var token = (await File.ReadAllTextAsync(file, Ct)).Trim();
        string.Join('\n', command.Output).ShouldNotContain(token);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var rows = (await client.GetFromJsonAsync<JsonElement>("/api/v1/audit?action=token.created", Ct)).GetProperty("data").EnumerateArray();
        rows.Select(row => row.GetProperty("actor").GetString()).ShouldBe(["command_line"]);
    }

    [Fact]
    public async Task The_program_explains_itself()
    {
        await using var roles = ServerProcess.Start(Settings, "--list-roles");
        (await roles.ExitAsync(Ct)).ShouldBe(0);
        roles.Output.Select(line => line.Split(' ')[0]).ShouldBe(["all", "core", "ai", "analytics", "julia", "worker"]);
        await using var good = ServerProcess.Start(Settings, "--check-config");
        (await good.ExitAsync(Ct)).ShouldBe(0);
        await using var unknown = ServerProcess.Start(Settings, "dance");
        (await unknown.ExitAsync(Ct)).ShouldBe(2);
        unknown.Errors.ShouldContain("migrate down SCHEMA N");
    }

    [Fact]
    public async Task Migrations_go_up_and_down_from_the_command_line()
    {
        await using var up = ServerProcess.Start(Settings, "migrate");
        (await up.ExitAsync(Ct)).ShouldBe(0);
        await using var down = ServerProcess.Start(Settings, "migrate", "down", "platform", "1");
        (await down.ExitAsync(Ct)).ShouldBe(0);
        down.Output.ShouldContain("Took back 1 migration of 'platform'.");
    }
}
