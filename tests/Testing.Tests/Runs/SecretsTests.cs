using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Engine.Cases;
using Alicerce.Harness;
using Microsoft.AspNetCore.Http;
using Npgsql;
using static Alicerce.Testing.Tests.Runs.RunsFixture;

namespace Alicerce.Testing.Tests.Runs;

/// <summary>The server with one secret, of the environments <c>local</c> of the projects <c>shop</c> and <c>market</c>.</summary>
public sealed class SecretsFixture : RunsFixture
{
    public const string Value = "s3cret-value";

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["ALICERCE_SECRET_SHOP__LOCAL__API_KEY"] = Value,
        ["ALICERCE_SECRET_MARKET__LOCAL__API_KEY"] = Value,
    };
}

/// <summary>D20: a secret resolves in its own scope and goes only to hosts that an admin approved.</summary>
public sealed class SecretsTests(SecretsFixture fixture) : IClassFixture<SecretsFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_secret_is_sent_to_an_approved_host_and_never_to_another()
    {
        await using var target = await Target.StartAsync(context => context.Response.WriteAsync($"got {context.Request.Headers["X-Key"]}", context.RequestAborted));
        var project = (await fixture.Server.PostAsync("/api/v1/projects", new { Name = "shop" }, Ct)).GetProperty("id").GetInt32();
        var environment = await fixture.EnvironmentAsync(project, target.Url);
        var suite = await fixture.SuiteAsync(project, "{}", WithSecret("/keyed"), Get("/plain"));

        var refused = ErrorOf(await fixture.RunAsync(suite));
        var seen = target.Requests.ToArray();
        await fixture.Client.PatchAsync($"/api/v1/environments/{environment}", JsonContent.Create(new { approved_hosts = new[] { target.Url.Authority } }), Ct);
        var approved = await fixture.RunAsync(suite);

        refused.ShouldBe((
            "secret_refused",
            $"The secret 'API_KEY' is not sent to {target.Url.Authority}: the host is not approved for it; an admin adds '{target.Url.Authority}' to approved_hosts of the environment 'local'"));
        seen.ShouldHaveSingleItem().Path.ShouldBe("/plain");
        approved.GetProperty("status").GetString().ShouldBe("passed");
        target.Requests.Select(r => r.Path).Order().ShouldBe(["/keyed", "/plain", "/plain"]);
    }

    [Fact]
    public async Task A_kept_secret_is_read_for_the_run_that_needs_it_and_the_read_is_written_down()
    {
        await using var target = await Target.StartAsync(context => context.Response.WriteAsync($"got {context.Request.Headers["X-Key"]}", context.RequestAborted));
        var project = await fixture.ProjectAsync();
        await fixture.Server.PostAsync("/api/v1/resources/secrets", new { Key = "API_KEY", Value = "${secret:API_KEY_OF_HOUSE}-value", ProjectId = project }, Ct);
        await fixture.Server.PostAsync("/api/v1/resources/secrets", new { Key = "API_KEY_OF_HOUSE", Value = "s3cret" }, Ct);
        await fixture.Server.PostAsync("/api/v1/resources/secrets", new { Key = "UNUSED", Value = "unused", ProjectId = project }, Ct);
        await fixture.Server.PostAsync($"/api/v1/projects/{project}/environments", new { Name = "local", BaseUrl = target.Url.ToString(), ApprovedHosts = new[] { target.Url.Authority } }, Ct);

        var run = await fixture.RunAsync(await fixture.SuiteAsync(project, "{}", WithSecret("/keyed")));

        run.GetProperty("status").GetString().ShouldBe("passed");
        var reads = (await fixture.Server.GetAsync("/api/v1/audit?action=secret.read", Ct)).EnumerateArray().Select(row => row.GetProperty("details")).Where(details => details.GetProperty("for").GetProperty("project_id").GetInt32() == project);
        reads.Select(details => (details.GetProperty("key").GetString(), details.GetProperty("purpose").GetString())).ShouldBe(
            [("API_KEY", $"test_run:{run.GetProperty("id").GetInt32()}"), ("API_KEY_OF_HOUSE", $"test_run:{run.GetProperty("id").GetInt32()}")], ignoreOrder: true);
    }

    [Fact]
    public async Task A_run_whose_secret_was_set_back_by_hand_ends_with_the_reason()
    {
        await using var target = await Target.StartAsync();
        var project = await fixture.ProjectAsync();
        await fixture.Server.PostAsync("/api/v1/resources/secrets", new { Key = "API_KEY", Value = "value", ProjectId = project }, Ct);
        await ExecuteAsync($"UPDATE resources.secrets SET version = 7 WHERE project_id = {project}");
        await fixture.Server.PostAsync($"/api/v1/projects/{project}/environments", new { Name = "local", BaseUrl = target.Url.ToString(), ApprovedHosts = new[] { target.Url.Authority } }, Ct);

        var run = await fixture.RunAsync(await fixture.SuiteAsync(project, "{}", WithSecret("/keyed")));

        run.GetProperty("status").GetString().ShouldBe("error");
        run.GetProperty("message").GetString()!.ShouldContain("The secret 'API_KEY' is not what was written");
        target.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_secret_of_one_project_is_unknown_in_another()
    {
        await using var target = await Target.StartAsync();
        var project = await fixture.ProjectAsync();
        await fixture.Server.PostAsync($"/api/v1/projects/{project}/environments", new { Name = "local", BaseUrl = target.Url.ToString(), ApprovedHosts = new[] { "127.0.0.1" } }, Ct);

        var (reason, message) = ErrorOf(await fixture.RunAsync(await fixture.SuiteAsync(project, "{}", WithSecret("/"))));

        reason.ShouldBe("unknown_variable");
        message!.ShouldContain("secret 'API_KEY' has no value here");
        target.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_database_of_ours_that_is_away_for_a_moment_is_no_failure_of_the_target()
    {
        await using var target = await Target.StartAsync(async context =>
        {
            if (context.Request.Path == "/first") await ExecuteAsync("ALTER TABLE platform.projects RENAME TO projects_away");
            await context.Response.WriteAsync($"got {context.Request.Headers["X-Key"]}", context.RequestAborted);
        });
        var project = (await fixture.Server.PostAsync("/api/v1/projects", new { Name = "market" }, Ct)).GetProperty("id").GetInt32();
        await fixture.Server.PostAsync($"/api/v1/projects/{project}/environments", new { Name = "local", BaseUrl = target.Url.ToString(), ApprovedHosts = new[] { target.Url.Authority } }, Ct);
        var suite = await fixture.SuiteAsync(project, """{"parallel":false}""", Get("/first") with { Order = 1 }, WithSecret("/second") with { Order = 2 });

        var runId = await fixture.StartAsync(suite);
        await Eventually.BecomesTrueAsync(async () => await IsEndedAsync(runId), "the run ends", Ct);
        await ExecuteAsync("ALTER TABLE platform.projects_away RENAME TO projects");

        (await fixture.EndOfAsync(runId)).GetProperty("passed").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task An_argument_of_a_query_takes_a_secret_only_to_an_approved_host()
    {
        await using var target = await Target.StartAsync();
        var project = await fixture.ProjectAsync();
        var environment = (await fixture.Server.PostAsync(
            $"/api/v1/projects/{project}/environments", new { Name = "local", BaseUrl = target.Url.ToString(), ApprovedHosts = new[] { target.Url.Authority } }, Ct)).GetProperty("id").GetInt32();
        await fixture.Server.PostAsync(
            $"/api/v1/environments/{environment}/datasources", new { Name = "main", Driver = "postgres", Host = "db.example", Port = 5432, Database = "d", Username = "u" }, Ct);
        var query = Get("/q") with
        {
            Kind = CaseKind.Query,
            Steps = [new Step { Query = new QuerySpec("main", "SELECT :key", [new QueryArgument("key", "string", "${secret:API_KEY}")]) }],
        };

        var (reason, message) = ErrorOf(await fixture.RunAsync(await fixture.SuiteAsync(project, "{}", query)));

        reason.ShouldBe("secret_refused");
        message.ShouldBe(
            "The secret 'API_KEY' is not sent to the datasource 'main': its host is not approved for it; an admin adds 'db.example:5432' to approved_hosts of the environment 'local'");
    }

    private async Task<bool> IsEndedAsync(int runId)
    {
        await using var command = fixture.Database.Source.CreateCommand($"SELECT status <> 'running' FROM testing.test_runs WHERE id = {runId}");
        return await command.ExecuteScalarAsync(Ct) is true;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(fixture.Database.SuperuserConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }

    private static TestCase WithSecret(string path) => Get(path) with
    {
        Steps = [new Step { Request = new RequestSpec { Target = path, Headers = [new NameValue("X-Key", "${secret:API_KEY}")] }, Assertions = [That("contains", $"got {SecretsFixture.Value}")] }],
    };

    private static (string? Reason, string? Message) ErrorOf(JsonElement run)
    {
        var result = run.GetProperty("results").EnumerateArray().Single(r => r.GetProperty("status").GetString() == "error");
        return (result.GetProperty("reason").GetString(), result.GetProperty("error").GetString());
    }
}
