using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Alicerce.Contracts.Resources;
using Alicerce.Harness;
using static Alicerce.Resources.Tests.Services.ServicesFixture;

namespace Alicerce.Resources.Tests.Services;

/// <summary>Looks that somebody asks for.</summary>
public sealed class HealthCheckTests(ServicesFixture fixture) : IClassFixture<ServicesFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S004-SVC-05")]
    public async Task All_services_are_looked_at_side_by_side_and_each_gets_its_own_result()
    {
        var project = await fixture.ProjectAsync();
        await using var healthy = HealthTargets.Http();
        await using var failing = HealthTargets.Http(503);
        await using var hanging = Misbehaving.Silent();
        await fixture.InsertAsync(project, "healthy", healthy.Port);
        await fixture.InsertAsync(project, "failing", failing.Port);
        for (var i = 0; i < 5; i++) await fixture.InsertAsync(project, "hanging", hanging.Port, endpoint: $"/{i}", environment: await fixture.EnvironmentAsync(project, $"e{i}"));

        var started = Stopwatch.GetTimestamp();
        var results = await CheckAsync(project);

        // One limit of 5 s for all that hang, not one for each.
        Stopwatch.GetElapsedTime(started).ShouldBeInRange(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15));
        results.EnumerateObject().Count().ShouldBe(7);
        var well = results.GetProperty("healthy");
        well.GetProperty("status").GetString().ShouldBe("healthy");
        well.GetProperty("latency_ms").GetDouble().ShouldBeInRange(0.01, 5_000);
        well.GetProperty("last_check").GetDateTimeOffset().ShouldBe(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1));
        Reason(results, "failing").ShouldBe("HTTP 503");
        results.GetProperty("failing").GetProperty("latency_ms").ValueKind.ShouldBe(JsonValueKind.Null);
        results.EnumerateObject().Where(result => result.Name.StartsWith("hanging@", StringComparison.Ordinal)).Select(result => result.Value.GetProperty("reason").GetString()).Distinct()
            .ShouldBe(["no answer within 5 s"]);
    }

    [Fact]
    [Trait("Req", "S004-API-09")]
    public async Task The_sources_route_answers_the_bare_map_to_who_is_signed_in()
    {
        var project = await fixture.ProjectAsync();
        await using var target = HealthTargets.Http();
        await fixture.InsertAsync(project, "bare", target.Port);
        var (status, map) = await SendAsync(fixture.Client, HttpMethod.Post, $"/resources/services/health-check?project_id={project}");
        status.ShouldBe(HttpStatusCode.OK);
        map.EnumerateObject().ShouldHaveSingleItem().Name.ShouldBe("bare");
        map.GetProperty("bare").GetProperty("status").GetString().ShouldBe("healthy");
        (await SendAsync(fixture.Server.Anonymous, HttpMethod.Post, "/resources/services/health-check")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Trait("Req", "S004-SVC-06")]
    public async Task State_counts_failures_in_a_row_and_tells_each_change_as_a_fact()
    {
        var project = await fixture.ProjectAsync();
        await using var target = HealthTargets.Http(500);
        var id = await fixture.InsertAsync(project, "falling", target.Port);
        var states = new List<string>();
        for (var i = 1; i <= 4; i++)
        {
            await AgeAsync(project);
            var result = (await CheckAsync(project)).GetProperty("falling");
            result.GetProperty("consecutive_failures").GetInt32().ShouldBe(i);
            states.Add(result.GetProperty("status").GetString()!);
        }

        states.ShouldBe(["degraded", "degraded", "unhealthy", "unhealthy"]);
        (await fixture.ReadAsync<DateTime>($"SELECT last_health_check FROM resources.service_registry WHERE id = {id}")).ShouldHaveSingleItem().ShouldBe(TimeProvider.System.GetUtcNow().UtcDateTime, TimeSpan.FromMinutes(1));
        (await fixture.ReadAsync<string>($"SELECT payload->>'from' || '>' || (payload->>'to') FROM platform.outbox WHERE type = '{ServiceHealthChanged.Type}' AND subject_id = '{id}' ORDER BY id"))
            .ShouldBe(["unknown>degraded", "degraded>unhealthy"]);
        (await fixture.ReadAsync<string>($"SELECT payload->>'reason' FROM platform.outbox WHERE type = '{ServiceHealthChanged.Type}' AND subject_id = '{id}'")).Distinct().ShouldBe(["HTTP 500"]);
    }

    [Fact]
    [Trait("Req", "S004-SVC-08")]
    public async Task Each_protocol_has_its_check()
    {
        var project = await fixture.ProjectAsync();
        await using var http = HealthTargets.Http();
        await using var serving = HealthTargets.Grpc(1);
        await using var notServing = HealthTargets.Grpc(2);
        await using var open = Misbehaving.Silent();
        await fixture.InsertAsync(project, "http", http.Port);
        await fixture.InsertAsync(project, "https", http.Port, "https");
        await fixture.InsertAsync(project, "grpc", serving.Port, "grpc", null);
        await fixture.InsertAsync(project, "grpc-down", notServing.Port, "grpc", null);
        await fixture.InsertAsync(project, "tcp", open.Port, "tcp", null);
        await fixture.InsertAsync(project, "tcp-closed", await HealthTargets.ClosedPortAsync(), "tcp", null);

        var results = await CheckAsync(project);

        foreach (var name in new[] { "http", "grpc", "tcp" }) results.GetProperty(name).GetProperty("status").GetString().ShouldBe("healthy", $"{name}: {Reason(results, name)}");
        Reason(results, "https")!.ShouldContain("TLS");
        Reason(results, "grpc-down").ShouldBe("NOT_SERVING");
        Reason(results, "tcp-closed").ShouldBe("connection refused");
    }

    [Fact]
    public async Task A_thousand_services_are_looked_at_in_one_request()
    {
        var project = await fixture.ProjectAsync();
        await using var target = HealthTargets.Http();
        await fixture.ExecuteAsync($"""
            INSERT INTO resources.service_registry (name, service_type, host, port, protocol, health_endpoint, is_approved, next_health_check, project_id, consecutive_failures, consecutive_successes)
            SELECT 'many-' || i, 'app', '127.0.0.1', {target.Port}, CASE i % 4 WHEN 0 THEN 'tcp' ELSE 'http' END, CASE i % 4 WHEN 0 THEN NULL ELSE '/health' END, true, '{Never}', {project}, 0, 0
            FROM generate_series(1, 1000) i
            """);

        var results = await CheckAsync(project);

        results.EnumerateObject().Count(result => result.Value.GetProperty("status").GetString() == "healthy").ShouldBe(1_000);
        (await fixture.ReadAsync<long>($"SELECT count(*) FROM resources.service_checks c JOIN resources.service_registry s ON s.id = c.service_id WHERE s.project_id = {project}")).ShouldBe([1_000]);
    }

    [Fact]
    public async Task Who_asks_again_at_once_is_told_what_was_just_seen()
    {
        var project = await fixture.ProjectAsync();
        await using var target = HealthTargets.Http();
        await fixture.InsertAsync(project, "asked", target.Port);
        await CheckAsync(project);
        (await CheckAsync(project)).GetProperty("asked").GetProperty("status").GetString().ShouldBe("healthy");
        target.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task Many_who_ask_at_once_look_once_and_one_hiccup_makes_nothing_unhealthy()
    {
        var project = await fixture.ProjectAsync();
        await using var hanging = Misbehaving.Silent();
        var id = await fixture.InsertAsync(project, "hanging", hanging.Port, status: "healthy");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => CheckAsync(project)));

        answers.Select(answer => Reason(answer, "hanging")).Distinct().ShouldBe(["no answer within 5 s"]);
        hanging.Connections.ShouldBe(1);
        (await fixture.ReadAsync<int>($"SELECT consecutive_failures FROM resources.service_registry WHERE id = {id} AND health_status = 'degraded'")).ShouldBe([1]);
    }

    [Fact]
    public async Task A_service_whose_dependency_is_down_is_degraded_and_says_why()
    {
        var project = await fixture.ProjectAsync();
        await using var target = HealthTargets.Http();
        var id = await fixture.InsertAsync(project, "shop", target.Port, dependsOn: ["db"]);
        await fixture.InsertAsync(project, "db", await HealthTargets.ClosedPortAsync(), "tcp", null, status: "unhealthy");

        var result = (await CheckAsync(project)).GetProperty("shop");

        result.GetProperty("status").GetString().ShouldBe("degraded");
        result.GetProperty("reason").GetString().ShouldBe("depends on db, which is unhealthy");
        (await fixture.Server.GetAsync($"{ServicesFixture.Path}/{id}", Ct)).GetProperty("service").GetProperty("own_health_status").GetString().ShouldBe("healthy");
    }

    [Fact]
    public async Task A_service_is_shown_with_its_latest_looks_and_its_uptime()
    {
        var project = await fixture.ProjectAsync();
        await using var target = HealthTargets.Http();
        var id = await fixture.InsertAsync(project, "seen", target.Port);
        (await fixture.Server.GetAsync($"{ServicesFixture.Path}/{id}", Ct)).GetProperty("uptime").ValueKind.ShouldBe(JsonValueKind.Null);
        await fixture.ExecuteAsync($"""
            INSERT INTO resources.service_checks (service_id, checked_at, succeeded, latency_ms, error) VALUES
                ({id}, now() - interval '2 days', false, NULL, 'long ago'), ({id}, now() - interval '2 hours', false, NULL, 'HTTP 503'), ({id}, now() - interval '1 hour', true, 20, NULL),
                ({id}, now() - interval '30 minutes', true, 40, NULL)
            """);
        await CheckAsync(project);

        var details = await fixture.Server.GetAsync($"{ServicesFixture.Path}/{id}", Ct);

        details.GetProperty("uptime").GetDouble().ShouldBe(75);
        details.GetProperty("looks").GetInt32().ShouldBe(4);
        details.GetProperty("average_latency_ms").GetDouble().ShouldBeInRange(20, 40);
        var history = details.GetProperty("history");
        history.GetArrayLength().ShouldBe(5);
        history[0].GetProperty("succeeded").GetBoolean().ShouldBeTrue();
        history[4].GetProperty("error").GetString().ShouldBe("long ago");
        details.GetProperty("hours").EnumerateArray().Select(hour => (hour.GetProperty("looks").GetInt32(), hour.GetProperty("good").GetInt32())).Aggregate((a, b) => (a.Item1 + b.Item1, a.Item2 + b.Item2)).ShouldBe((4, 3));
        details.GetProperty("hours").EnumerateArray().Select(hour => hour.GetProperty("start").GetDateTimeOffset()).ShouldBeInOrder();

        var trend = (await fixture.Server.GetAsync($"{ServicesFixture.Path}/trends?project_id={project}", Ct)).EnumerateArray().ShouldHaveSingleItem();
        (trend.GetProperty("id").GetInt32(), trend.GetProperty("uptime").GetDouble()).ShouldBe((id, 75));
        var latencies = trend.GetProperty("latencies_ms");
        latencies.GetArrayLength().ShouldBe(5);
        (latencies[0].ValueKind, latencies[2].GetDouble(), latencies[3].GetDouble()).ShouldBe((JsonValueKind.Null, 20, 40));
    }

    [Fact]
    public async Task A_service_names_what_it_depends_on_with_how_that_is()
    {
        var project = await fixture.ProjectAsync();
        var database = await fixture.InsertAsync(project, "db", 1, status: "unhealthy");
        var id = await fixture.InsertAsync(project, "app", 2, status: "healthy", dependsOn: ["db", "nowhere"]);
        var named = (await fixture.Server.GetAsync($"{ServicesFixture.Path}/{id}", Ct)).GetProperty("dependencies");
        (named[0].GetProperty("name").GetString(), named[0].GetProperty("id").GetInt32(), named[0].GetProperty("health_status").GetString()).ShouldBe(("db", database, "unhealthy"));
        (named[1].GetProperty("id").ValueKind, named[1].GetProperty("health_status").GetString()).ShouldBe((JsonValueKind.Null, "unknown"));
    }

    [Fact]
    public async Task Registering_and_deregistering_are_told_to_who_follows_changes()
    {
        var project = await fixture.ProjectAsync();
        await fixture.RegisterAsync(new { Name = "told", Host = "127.0.0.1", Port = 9, ProjectId = project });
        await fixture.Server.PostAsync($"{ServicesFixture.Path}/deregister", new { Name = "told", ProjectId = project }, Ct);
        (await fixture.ReadAsync<string>($"SELECT type FROM platform.outbox WHERE project_id = {project} AND type IN ('service.registered', 'service.deregistered') ORDER BY id")).ShouldBe(["service.registered", "service.deregistered"]);
    }

    [Fact]
    public async Task A_change_of_health_is_seen_by_discovery_at_once()
    {
        var project = await fixture.ProjectAsync();
        await using var target = HealthTargets.Http(500);
        await fixture.InsertAsync(project, "dying", target.Port);
        (await fixture.Server.GetAsync($"{ServicesFixture.Path}/discover?name=dying&project_id={project}", Ct)).GetArrayLength().ShouldBe(1);
        for (var i = 0; i < 3; i++)
        {
            await AgeAsync(project);
            await CheckAsync(project);
        }

        (await fixture.Server.GetAsync($"{ServicesFixture.Path}/discover?name=dying&project_id={project}", Ct)).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_heartbeat_keeps_a_service_healthy_without_a_look_until_its_time_is_over()
    {
        var project = await fixture.ProjectAsync();
        var port = await HealthTargets.ClosedPortAsync();
        var id = await fixture.InsertAsync(project, "beating", port);
        var beat = new { Name = "beating", Host = "127.0.0.1", Port = port, ProjectId = project };
        (await SendAsync(fixture.Client, HttpMethod.Post, $"{ServicesFixture.Path}/heartbeat", beat)).Status.ShouldBe(HttpStatusCode.Conflict);
        await fixture.ExecuteAsync($"UPDATE resources.service_registry SET heartbeat_ttl = 60 WHERE id = {id}");

        var answer = await fixture.Server.PostAsync($"{ServicesFixture.Path}/heartbeat", beat, Ct);

        answer.GetProperty("next_before").GetDateTimeOffset().ShouldBe(TimeProvider.System.GetUtcNow().AddSeconds(60), TimeSpan.FromSeconds(20));
        (await fixture.ReadAsync<string>($"SELECT health_status FROM resources.service_registry WHERE id = {id} AND next_health_check > now() + interval '30 seconds' AND last_heartbeat > now() - interval '1 minute'"))
            .ShouldBe(["healthy"]);
        await fixture.ExecuteAsync($"UPDATE resources.service_registry SET next_health_check = now() WHERE id = {id}");
        await Eventually.BecomesTrueAsync(async () => (await fixture.ReadAsync<string>($"SELECT health_status FROM resources.service_registry WHERE id = {id}"))[0] == "degraded", "silence is looked into", Ct);
        (await SendAsync(fixture.Client, HttpMethod.Post, $"{ServicesFixture.Path}/heartbeat", new { Name = "nobody", Host = "127.0.0.1", Port = port, ProjectId = project })).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<JsonElement> CheckAsync(int project)
    {
        var (status, answer) = await SendAsync(fixture.Client, HttpMethod.Post, $"{ServicesFixture.Path}/health-check?project_id={project}");
        status.ShouldBe(HttpStatusCode.OK, answer.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>Makes the latest look so old that another one is asked for.</summary>
    private Task AgeAsync(int project) => fixture.ExecuteAsync($"UPDATE resources.service_registry SET last_health_check = now() - interval '1 minute' WHERE project_id = {project}");

    private static string? Reason(JsonElement results, string name) => results.GetProperty(name).GetProperty("reason").GetString();
}
