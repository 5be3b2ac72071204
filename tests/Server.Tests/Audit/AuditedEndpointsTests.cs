using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Platform.Audit;
using Alicerce.Server.Tests.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Server.Tests.Audit;

/// <summary>Every endpoint that changes something is written down in the same transaction, or is in the list of those that need not be (D8).</summary>
public sealed class AuditedEndpointsTests(AuditFixture fixture) : IClassFixture<AuditFixture>
{
    /// <summary>Each says its reason where it is mapped. A new one is a decision: it is made here.</summary>
    private static readonly string[] NeedNoRow =
    [
        "POST /api/v1/jobs/{id:long}/cancel", "POST /api/v1/projects/{projectId:int}/components/scan", "POST /api/v1/projects/{projectId:int}/test-suites/generate",
        "POST /api/v1/test-suites/{id:int}/import", "POST /api/v1/test-suites/{suiteId:int}/cases", "PATCH /api/v1/test-cases/{id:int}", "DELETE /api/v1/test-cases/{id:int}",
        "POST /api/v1/test-suites/{id:int}/run", "POST /api/v1/test-runs/{id:int}/cancel", "POST /api/v1/resources/services/heartbeat",
        "POST /api/v1/resources/services/health-check", "POST /api/v1/resources/generate/template/{project_id:int}", "POST /api/v1/scenarios/{id:int}/promote",
    ];

    private static readonly string[] Forgetful = ["POST /api/v1/forgetful/answer", "DELETE /api/v1/forgetful/done"];

    private static readonly string[] Watched =
    [
        "platform.users", "platform.memberships", "platform.password_links", "platform.projects", "platform.environments", "platform.datasources", "platform.schedules",
        "testing.test_suites", "scenarios.scenarios", "resources.secrets", "resources.secret_versions",
        "resources.port_allocations", "resources.port_ranges", "resources.host_aliases", "(SELECT id, host, port, health_interval FROM resources.service_registry)",
        "(SELECT id, revoked_at FROM platform.access_tokens)", "(SELECT id, revoked_at FROM platform.sessions)", "(SELECT id FROM platform.jobs)",
        "(SELECT id, state FROM platform.jobs WHERE type = 'nobodys.type')",
    ];

    private readonly List<string> _called = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IEnumerable<RouteEndpoint> Mutations => fixture.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] is not (null or "GET" or "HEAD"));

    [Fact]
    public void Only_these_endpoints_change_something_without_a_row() =>
        Mutations.Where(endpoint => endpoint.Metadata.GetMetadata<NotAudited>() is not null).Select(NameOf).ShouldBe(NeedNoRow, ignoreOrder: true);

    [Theory]
    [InlineData("POST", "/api/v1/forgetful/answer")]
    [InlineData("DELETE", "/api/v1/forgetful/done")]
    public async Task An_endpoint_that_forgets_the_audit_log_fails_at_its_first_call(string method, string path)
    {
        using var response = await fixture.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), Ct);

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task Every_other_mutation_writes_its_row_and_where_the_row_cannot_be_written_nothing_happens()
    {
        var user = await CallAsync(HttpMethod.Post, "/users", "/users", new { email = "ana@example.com", name = "Ana Sousa" }, "user.created");
        var one = $"/users/{user}";
        await CallAsync(HttpMethod.Put, "/users/{id:int}", one, new { email = "ana@example.com", name = "Ana S", role = "viewer" }, "user.updated");
        await CallAsync(HttpMethod.Patch, "/users/{id:int}", one, new { role = "admin" }, "user.updated");
        await CallAsync(HttpMethod.Post, "/users/{id:int}/deactivate", $"{one}/deactivate", null, "user.updated");
        await CallAsync(HttpMethod.Post, "/users/{id:int}/activate", $"{one}/activate", null, "user.updated");
        await IdentityAsync(user);

        var project = await CallAsync(HttpMethod.Post, "/projects", "/projects", new { name = "shop" }, "project.created");
        await CallAsync(HttpMethod.Put, "/projects/{id:int}", $"/projects/{project}", new { name = "shop-2" }, "project.updated");
        await CallAsync(HttpMethod.Patch, "/projects/{id:int}", $"/projects/{project}", new { description = "A shop" }, "project.updated");
        await CallAsync(HttpMethod.Put, "/projects/{project_id:int}/members/{user_id:int}", $"/projects/{project}/members/{user}", new { role = "viewer" }, "member.created");
        await CallAsync(HttpMethod.Delete, "/projects/{project_id:int}/members/{user_id:int}", $"/projects/{project}/members/{user}", null, "member.deleted");
        await EnvironmentsAsync(project);
        await SuitesAsync(project);
        await PortsAsync();
        await ServicesAsync();
        await ScenariosAsync(project);
        await SchedulesAndJobsAsync();
        await SecretsAsync(project);
        await CallAsync(HttpMethod.Delete, "/projects/{id:int}", $"/projects/{project}", null, "project.deleted");
        await CallAsync(HttpMethod.Delete, "/users/{id:int}", one, null, "user.deleted");

        Mutations.Select(NameOf).Except(NeedNoRow).Except(Forgetful).ShouldBe(_called.Distinct(), ignoreOrder: true);
    }

    private async Task IdentityAsync(int user)
    {
        var link = (await fixture.Server.PostAsync($"/api/v1/users/{user}/password-link", new { }, Ct)).GetProperty("token").GetString();
        await CallAsync(HttpMethod.Post, "/users/{id:int}/password-link", $"/users/{user}/password-link", null, "password_link.created");
        await CallAsync(fixture.Server.Anonymous, HttpMethod.Post, "/auth/password/choose", "/auth/password/choose", new { token = link, new_password = "a long phrase of mine" }, "user.updated");
        await CallAsync(fixture.Server.Anonymous, HttpMethod.Post, "/auth/login", "/auth/login", new { email = "ana@example.com", password = "a long phrase of mine" }, "session.started");

        using var browser = await Browser.SignInAsync(fixture.Server, "developer", Ct);
        await CallAsync(browser, HttpMethod.Post, "/auth/password", new { current_password = Browser.Password, new_password = "another phrase of mine" }, "user.updated");
        var token = await CallAsync(HttpMethod.Post, "/auth/tokens", "/auth/tokens", new { name = "ci" }, "token.created");
        await CallAsync(HttpMethod.Delete, "/auth/tokens/{id:int}", $"/auth/tokens/{token}", null, "token.revoked");

        using var other = await Browser.SignInAsync(fixture.Server, "developer", Ct);
        using var list = await other.SendAsync(HttpMethod.Get, "/api/v1/auth/sessions", null, Ct);
        var session = (await list.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("data")[0].GetProperty("id").GetInt32();
        await CallAsync(browser, HttpMethod.Post, "/auth/logout", null, "session.ended");
        await CallAsync(other, HttpMethod.Delete, $"/auth/sessions/{session}", null, "session.ended", "/auth/sessions/{id:int}");
    }

    private async Task EnvironmentsAsync(int project)
    {
        var environment = await CallAsync(HttpMethod.Post, "/projects/{project_id:int}/environments", $"/projects/{project}/environments", new { name = "staging", base_url = "http://staging.test" }, "environment.created");
        var one = $"/environments/{environment}";
        await CallAsync(HttpMethod.Put, "/environments/{id:int}", one, new { name = "staging", base_url = "http://shop.test" }, "environment.updated");
        await CallAsync(HttpMethod.Patch, "/environments/{id:int}", one, new { is_protected = true }, "environment.updated");
        object input = new { name = "db", driver = "postgresql", host = "db.test", port = 5432, database = "shop", username = "reader" };
        var datasource = await CallAsync(HttpMethod.Post, "/environments/{environment_id:int}/datasources", $"{one}/datasources", input, "datasource.created");
        await CallAsync(HttpMethod.Put, "/datasources/{id:int}", $"/datasources/{datasource}", new { name = "db", driver = "postgresql", host = "db2.test", port = 5432, database = "shop", username = "reader" }, "datasource.updated");
        await CallAsync(HttpMethod.Patch, "/datasources/{id:int}", $"/datasources/{datasource}", new { port = 5433 }, "datasource.updated");
        await CallAsync(HttpMethod.Delete, "/datasources/{id:int}", $"/datasources/{datasource}", null, "datasource.deleted");
        await CallAsync(HttpMethod.Delete, "/environments/{id:int}", one, null, "environment.deleted");
    }

    private async Task SuitesAsync(int project)
    {
        var suite = await CallAsync(HttpMethod.Post, "/projects/{projectId:int}/test-suites", $"/projects/{project}/test-suites", new { name = "night" }, "suite.created");
        await CallAsync(HttpMethod.Patch, "/test-suites/{id:int}", $"/test-suites/{suite}", new { config = new { allowed_mutations = new[] { "case-1" } } }, "suite.updated");
        await CallAsync(HttpMethod.Delete, "/test-suites/{id:int}", $"/test-suites/{suite}", null, "suite.deleted");
    }

    private async Task SecretsAsync(int project)
    {
        const string path = "/resources/secrets";
        await CallAsync(HttpMethod.Post, path, path, new { key = "K", value = "one", project_id = project }, "secret.created");
        await CallAsync(HttpMethod.Post, $"{path}/rotate", $"{path}/rotate", new { key = "K", value = "two", project_id = project }, "secret.rotated");
        await CallAsync(HttpMethod.Post, $"{path}/reveal", $"{path}/reveal", new { key = "K", project_id = project }, "secret.read");
        await CallAsync(HttpMethod.Post, $"{path}/resolve", $"{path}/resolve", new { keys = new[] { "K" }, project_id = project }, "secret.read");
        await CallAsync(HttpMethod.Patch, $"{path}/{{key}}", $"{path}/K", new { description = "What for", project_id = project }, "secret.described");
        await CallAsync(HttpMethod.Post, $"{path}/{{key}}/restore", $"{path}/K/restore", new { version = 1, project_id = project }, "secret.restored");
        await CallAsync(HttpMethod.Post, $"{path}/export", $"{path}/export", new { project_id = project }, "secret.read");
        await CallAsync(HttpMethod.Post, $"{path}/import", $"{path}/import", new { content = "L=1", project_id = project }, "secret.created");
        await CallAsync(HttpMethod.Delete, $"{path}/{{key}}", $"{path}/L?project_id={project}", null, "secret.deleted");
        await CallAsync(HttpMethod.Delete, $"{path}/{{key}}", $"{path}/K?project_id={project}", null, "secret.deleted");
    }

    private async Task PortsAsync()
    {
        const string ports = "/resources/ports";
        await CallAsync(HttpMethod.Post, $"{ports}/allocate", $"{ports}/allocate", new { service_name = "web", host = "forge" }, "port.created");
        await CallAsync(HttpMethod.Post, $"{ports}/release", $"{ports}/release", new { service_name = "web", host = "forge" }, "port.updated");
        await CallAsync(HttpMethod.Post, $"{ports}/reserve", $"{ports}/reserve", new { port = 80, host = "forge" }, "port.created");
        await CallAsync(HttpMethod.Post, $"{ports}/import", $"{ports}/import", new { compose = "services:\n  api:\n    ports: ['8080:80']", host = "forge" }, "port.created");
        await CallAsync(HttpMethod.Put, $"{ports}/ranges/{{name}}", $"{ports}/ranges/web", new { start = 3100, end = 3199, host = "forge" }, "port_range.created");
        await CallAsync(HttpMethod.Delete, $"{ports}/ranges/{{name}}", $"{ports}/ranges/web?host=forge", null, "port_range.deleted");
        await CallAsync(HttpMethod.Put, "/resources/hosts/{alias}", "/resources/hosts/10.10.1.40", new { host = "forge" }, "host_alias.created");
        await CallAsync(HttpMethod.Delete, "/resources/hosts/{alias}", "/resources/hosts/10.10.1.40", null, "host_alias.deleted");
    }

    private async Task ServicesAsync()
    {
        const string services = "/resources/services";
        await CallAsync(HttpMethod.Post, services, services, new { name = "api", host = "127.0.0.1", port = 9 }, "service.created");
        await CallAsync(HttpMethod.Post, services, services, new { name = "api", host = "127.0.0.1", port = 9, health_interval = 60 }, "service.updated");
        await CallAsync(HttpMethod.Post, $"{services}/deregister", $"{services}/deregister", new { name = "api" }, "service.deleted");
    }

    private async Task ScenariosAsync(int project)
    {
        const string scenarios = "/scenarios";
        var scenario = await CallAsync(HttpMethod.Post, scenarios, scenarios, new { title = "Teste de login com email", project_id = project }, "scenario.created");
        await CallAsync(HttpMethod.Patch, $"{scenarios}/{{id:int}}", $"{scenarios}/{scenario}", new { title = "Pagamento com PIX" }, "scenario.updated");
        await CallAsync(HttpMethod.Delete, $"{scenarios}/{{id:int}}", $"{scenarios}/{scenario}", null, "scenario.deleted");
        var suite = (await fixture.Server.PostAsync($"/api/v1/projects/{project}/test-suites", new { name = "of scenarios" }, Ct)).GetProperty("id").GetInt32();
        var @case = (await fixture.Server.PostAsync($"/api/v1/test-suites/{suite}/cases", new { name = "c", target = "/" }, Ct)).GetProperty("id").GetInt32();
        await CallAsync(HttpMethod.Post, $"{scenarios}/from-case", $"{scenarios}/from-case", new { case_id = @case }, "scenario.created");
        await CallAsync(HttpMethod.Post, "/generate-test-data", "/generate-test-data", new { num_records = 1, project_id = project }, "scenario.generation_started");
        await Eventually.BecomesTrueAsync(IsGeneratedAsync, "what the job writes does not come while another call is looked at", Ct);
        await CallAsync(
            () => fixture.Client.PostAsync($"/api/v1{scenarios}/import?project_id={project}", new StringContent("title\nBusca de curso\n", null, "text/csv"), Ct), $"POST /api/v1{scenarios}/import", "scenario.imported");
    }

    private async Task<bool> IsGeneratedAsync()
    {
        await using var command = fixture.Database.Source.CreateCommand("SELECT bool_and(state = 'succeeded') FROM platform.jobs WHERE type = 'scenarios.generate_test_data'");
        return await command.ExecuteScalarAsync(Ct) is true;
    }

    private async Task SchedulesAndJobsAsync()
    {
        var schedule = await CallAsync(HttpMethod.Post, "/schedules", "/schedules", new { name = "night", cron = "0 3 * * *", job_type = "testing.run_shard", args = new { run_id = 1, shard = 0 }, is_enabled = false }, "schedule.created");
        await CallAsync(HttpMethod.Patch, "/schedules/{id:int}", $"/schedules/{schedule}", new { cron = "0 4 * * *" }, "schedule.updated");
        await CallAsync(HttpMethod.Post, "/schedules/{id:int}/run-now", $"/schedules/{schedule}/run-now", null, "schedule.run");
        await CallAsync(HttpMethod.Delete, "/schedules/{id:int}", $"/schedules/{schedule}", null, "schedule.deleted");
        await CallAsync(HttpMethod.Post, "/jobs/{id:long}/retry", $"/jobs/{await DeadJobAsync()}/retry", null, "job.retried");
        await CallAsync(HttpMethod.Delete, "/jobs/{id:long}", $"/jobs/{await DeadJobAsync()}", null, "job.discarded");
    }

    private async Task<long> DeadJobAsync()
    {
        await using var command = fixture.Database.Source.CreateCommand("""
            INSERT INTO platform.jobs (type, args, priority, run_at, max_attempts, attempts, fence, cancel_requested, progress_done, state)
            VALUES ('nobodys.type', '{}', 0, now(), 1, 1, 0, false, 0, 'dead') RETURNING id
            """);
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }

    private Task<int> CallAsync(HttpMethod method, string endpoint, string path, object? body, string action) => CallAsync(fixture.Client, method, endpoint, path, body, action);

    private Task<int> CallAsync(HttpClient client, HttpMethod method, string endpoint, string path, object? body, string action) => CallAsync(
        () => client.SendAsync(new HttpRequestMessage(method, $"/api/v1{path}") { Content = body is null ? null : JsonContent.Create(body) }, Ct), $"{method} /api/v1{endpoint}", action);

    private Task<int> CallAsync(Browser browser, HttpMethod method, string path, object? body, string action, string? endpoint = null) =>
        CallAsync(() => browser.SendAsync(method, $"/api/v1{path}", body ?? new { }, Ct), $"{method} /api/v1{endpoint ?? path}", action);

    private async Task<int> CallAsync(Func<Task<HttpResponseMessage>> call, string endpoint, string action)
    {
        await fixture.KeepFromWritingAsync(true, Ct);
        var before = await StateAsync();
        using (var refused = await call()) refused.StatusCode.ShouldBe(HttpStatusCode.InternalServerError, endpoint);
        (await StateAsync()).ShouldBe(before, endpoint);
        await fixture.KeepFromWritingAsync(false, Ct);

        var last = await ScalarAsync<long>("SELECT coalesce(max(id), 0) FROM platform.audit_log");
        using var response = await call();
        var text = await response.Content.ReadAsStringAsync(Ct);
        response.IsSuccessStatusCode.ShouldBeTrue($"{endpoint}: {text}");
        (await ScalarAsync<string>($"SELECT coalesce(string_agg(action, ' ' ORDER BY id), '') FROM platform.audit_log WHERE id > {last}")).ShouldBe(action, endpoint);
        _called.Add(endpoint);
        return text.Length > 0 && JsonElement.Parse(text).GetProperty("data") is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("id", out var id) ? id.GetInt32() : 0;
    }

    private Task<string> StateAsync() => ScalarAsync<string>($"SELECT concat({string.Join(", ", Watched.Select(table => $"(SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {table} t)"))})");

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = fixture.Database.Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Ct))!;
    }

    private static string NameOf(RouteEndpoint endpoint) => $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} {endpoint.RoutePattern.RawText!.TrimEnd('/')}";
}
