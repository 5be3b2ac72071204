using System.Net;
using System.Text.Json;
using Alicerce.Harness;
using static Alicerce.Resources.Tests.Services.ServicesFixture;

namespace Alicerce.Resources.Tests.Services;

public sealed class RegistrationTests(ServicesFixture fixture) : IClassFixture<ServicesFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S004-SVC-01")]
    public async Task What_is_registered_is_kept_and_what_is_left_out_is_as_usual()
    {
        var project = await fixture.ProjectAsync();
        var usual = await fixture.RegisterAsync(new { Name = "plain", Host = "127.0.0.1", Port = 1, ProjectId = project });
        Texts(usual, "service_type", "protocol", "health_endpoint", "url").ShouldBe(["app", "http", "/health", "http://127.0.0.1:1/health"]);
        usual.GetProperty("health_interval").GetInt32().ShouldBe(30);

        var environment = await fixture.EnvironmentAsync(project);
        var full = await fixture.RegisterAsync(new
        {
            Name = "full",
            Host = "FORGE.example.",
            Port = 8443,
            ServiceType = "gateway",
            Protocol = "https",
            HealthEndpoint = "/api/health",
            ProjectId = project,
            EnvironmentId = environment,
            HealthInterval = 10,
            DependsOn = new[] { "plain" },
            Metadata = new { version = "1.0", tags = new[] { "api", "v2" } },
        });
        Texts(full, "name", "host", "service_type", "protocol", "url").ShouldBe(["full", "forge.example", "gateway", "https", "https://forge.example:8443/api/health"]);
        full.GetProperty("environment_id").GetInt32().ShouldBe(environment);
        full.GetProperty("depends_on")[0].GetString().ShouldBe("plain");
        full.GetProperty("metadata").GetProperty("tags")[1].GetString().ShouldBe("v2");
        (await fixture.Server.GetAsync($"{ServicesFixture.Path}/{full.GetProperty("id")}", Ct)).GetProperty("service").GetProperty("url").GetString().ShouldBe("https://forge.example:8443/api/health");
    }

    [Fact]
    [Trait("Trap", "T004-22")]
    public async Task Registering_again_updates_and_neither_discovery_nor_deregistration_mixes_owners()
    {
        int first = await fixture.ProjectAsync(), second = await fixture.ProjectAsync(), environment = await fixture.EnvironmentAsync(first);
        var once = await fixture.RegisterAsync(new { Name = "api", Host = "127.0.0.1", Port = 11, ProjectId = first });
        var again = await fixture.RegisterAsync(new { Name = "api", Host = "127.0.0.1", Port = 11, ProjectId = first, HealthInterval = 60 });
        again.GetProperty("id").GetInt32().ShouldBe(once.GetProperty("id").GetInt32());
        again.GetProperty("health_interval").GetInt32().ShouldBe(60);
        await fixture.RegisterAsync(new { Name = "api", Host = "127.0.0.1", Port = 12, ProjectId = first, EnvironmentId = environment });
        await fixture.RegisterAsync(new { Name = "api", Host = "127.0.0.1", Port = 13, ProjectId = second });

        (await PortsAsync($"name=api&project_id={first}")).ShouldBe([11]);
        (await PortsAsync($"name=api&project_id={first}&environment_id={environment}")).ShouldBe([12]);
        (await PortsAsync($"name=api&project_id={second}")).ShouldBe([13]);

        (await fixture.Server.PostAsync($"{ServicesFixture.Path}/deregister", new { Name = "api", ProjectId = first }, Ct)).GetProperty("removed").GetInt32().ShouldBe(1);
        (await PortsAsync($"name=api&project_id={first}")).ShouldBeEmpty();
        (await PortsAsync($"name=api&project_id={first}&environment_id={environment}")).ShouldBe([12]);
        (await PortsAsync($"name=api&project_id={second}")).ShouldBe([13]);
    }

    [Fact]
    public async Task However_many_register_the_same_at_once_there_is_one()
    {
        var project = await fixture.ProjectAsync();
        var ids = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => fixture.RegisterAsync(new { Name = "race", Host = "127.0.0.1", Port = 21, ProjectId = project })));
        ids.Select(answer => answer.GetProperty("id").GetInt32()).Distinct().ShouldHaveSingleItem();
        (await fixture.ReadAsync<int>($"SELECT id FROM resources.service_registry WHERE project_id = {project}")).ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("Req", "S004-SVC-07")]
    public async Task Deregistering_says_whether_there_was_one()
    {
        var project = await fixture.ProjectAsync();
        foreach (var port in new[] { 31, 32 }) await fixture.RegisterAsync(new { Name = "gone", Host = "127.0.0.1", Port = port, ProjectId = project });

        (await DeregisterAsync(new { Name = "gone", ProjectId = project, Port = 31 })).ShouldBe((true, 1));
        (await PortsAsync($"name=gone&project_id={project}")).ShouldBe([32]);
        (await DeregisterAsync(new { Name = "gone", ProjectId = project })).ShouldBe((true, 1));
        (await DeregisterAsync(new { Name = "gone", ProjectId = project })).ShouldBe((false, 0));
    }

    [Theory]
    [InlineData("database", null, "tcp", null)]
    [InlineData("cache", null, "tcp", null)]
    [InlineData("queue", null, "tcp", null)]
    [InlineData("app", "grpc", "grpc", null)]
    [InlineData("gateway", null, "http", "/health")]
    [Trait("Trap", "T004-23")]
    public async Task A_protocol_can_be_given_and_only_http_has_a_path_unless_asked_for(string type, string? given, string protocol, string? endpoint)
    {
        var service = await fixture.RegisterAsync(new { Name = $"of-{type}", Host = "127.0.0.1", Port = 41, ServiceType = type, Protocol = given, ProjectId = await fixture.ProjectAsync() });
        Texts(service, "protocol", "health_endpoint").ShouldBe([protocol, endpoint]);
    }

    [Theory]
    [InlineData("name", """{"name":"a\nb","host":"h","port":1}""")]
    [InlineData("name", """{"name":"a`) || Host(`b","host":"h","port":1}""")]
    [InlineData("name", """{"name":"\u0430pi","host":"h","port":1}""")]
    [InlineData("host", """{"name":"a","host":"h:80","port":1}""")]
    [InlineData("host", """{"name":"a","host":"http://h","port":1}""")]
    [InlineData("host", """{"name":"a","host":"10.0.0.0/8","port":1}""")]
    [InlineData("port", """{"name":"a","host":"h","port":0}""")]
    [InlineData("port", """{"name":"a","host":"h","port":65536}""")]
    [InlineData("service_type", """{"name":"a","host":"h","port":1,"service_type":"toaster"}""")]
    [InlineData("protocol", """{"name":"a","host":"h","port":1,"protocol":"gopher"}""")]
    [InlineData("health_endpoint", """{"name":"a","host":"h","port":1,"health_endpoint":"//evil.example/"}""")]
    [InlineData("health_endpoint", """{"name":"a","host":"h","port":1,"health_endpoint":"@evil.example/"}""")]
    [InlineData("health_endpoint", """{"name":"a","host":"h","port":1,"health_endpoint":"/a?token=x"}""")]
    [InlineData("health_endpoint", """{"name":"a","host":"h","port":1,"health_endpoint":"/a\r\nX: y"}""")]
    [InlineData("health_endpoint", """{"name":"a","host":"h","port":1,"protocol":"tcp","health_endpoint":"/health"}""")]
    [InlineData("health_interval", """{"name":"a","host":"h","port":1,"health_interval":1}""")]
    [InlineData("heartbeat_ttl", """{"name":"a","host":"h","port":1,"heartbeat_ttl":0}""")]
    [InlineData("depends_on", """{"name":"a","host":"h","port":1,"depends_on":["a"]}""")]
    [InlineData("depends_on[0]", """{"name":"a","host":"h","port":1,"depends_on":["$(x)"]}""")]
    [InlineData("metadata", """{"name":"a","host":"h","port":1,"metadata":{"x":"\u0000"}}""")]
    [InlineData("project_id", """{"name":"a","host":"h","port":1,"environment_id":1}""")]
    public async Task A_mistake_is_refused_and_named(string field, string body)
    {
        var (status, answer) = await SendAsync(fixture.Client, HttpMethod.Post, ServicesFixture.Path, JsonElement.Parse(body));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity, answer.ToString());
        answer.GetProperty("details").EnumerateArray().Select(detail => detail.GetProperty("field").GetString()).ShouldContain(field);
    }

    [Fact]
    public async Task A_private_address_is_taken_from_an_admin_only_and_stays_approved()
    {
        var project = await fixture.ProjectAsync();
        using var developer = await TestUser.AddAsync(fixture, "viewer", Ct);
        await developer.JoinAsync(project, "developer", Ct);
        var service = new { Name = "inner", Host = "10.99.0.1", Port = 51, ProjectId = project };

        var (refused, problem) = await SendAsync(developer.Client, HttpMethod.Post, ServicesFixture.Path, service);
        refused.ShouldBe(HttpStatusCode.UnprocessableEntity);
        problem.GetProperty("details")[0].GetProperty("message").GetString()!.ShouldContain("let an admin register it");

        (await fixture.RegisterAsync(service)).GetProperty("is_approved").GetBoolean().ShouldBeTrue();
        var (taken, again) = await SendAsync(developer.Client, HttpMethod.Post, ServicesFixture.Path, service);
        taken.ShouldBe(HttpStatusCode.OK);
        again.GetProperty("data").GetProperty("is_approved").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("https", "/health")]
    [InlineData("http", "/admin/delete")]
    [InlineData("http", null)]
    [InlineData("tcp", null)]
    public async Task An_approval_is_for_what_the_admin_saw_and_for_nothing_else_at_that_address(string protocol, string? endpoint)
    {
        var project = await fixture.ProjectAsync();
        using var developer = await TestUser.AddAsync(fixture, "viewer", Ct);
        await developer.JoinAsync(project, "developer", Ct);
        await fixture.RegisterAsync(new { Name = "inner", Host = "10.99.0.1", Port = 52, HealthEndpoint = "/live", ProjectId = project });

        var (status, problem) = await SendAsync(
            developer.Client, HttpMethod.Post, ServicesFixture.Path, new { Name = "inner", Host = "10.99.0.1", Port = 52, Protocol = protocol, HealthEndpoint = endpoint, ProjectId = project });

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        problem.GetProperty("details")[0].GetProperty("message").GetString()!.ShouldContain("approved http://10.99.0.1:52/live");
        (await fixture.ReadAsync<string>($"SELECT protocol || health_endpoint FROM resources.service_registry WHERE project_id = {project} AND is_approved")).ShouldBe(["http/live"]);
    }

    [Theory]
    [InlineData(253, HttpStatusCode.OK)]
    [InlineData(254, HttpStatusCode.UnprocessableEntity)]
    [InlineData(255, HttpStatusCode.UnprocessableEntity)]
    public async Task A_host_is_as_long_as_names_may_be(int length, HttpStatusCode expected)
    {
        var host = string.Join('.', Enumerable.Repeat(new string('h', 63), 4))[..length];
        (await SendAsync(fixture.Client, HttpMethod.Post, ServicesFixture.Path, new { Name = "long", Host = host, Port = 80 })).Status.ShouldBe(expected);
    }

    [Fact]
    public async Task Nobody_registers_without_end()
    {
        var project = await fixture.ProjectAsync();
        await fixture.ExecuteAsync($"""
            INSERT INTO resources.service_registry (name, service_type, host, port, next_health_check, project_id, consecutive_failures, consecutive_successes, is_approved)
            SELECT 'full', 'app', '127.0.0.1', i, '{ServicesFixture.Never}', {project}, 0, 0, true FROM generate_series(1, 2000) i
            """);
        var (status, answer) = await SendAsync(fixture.Client, HttpMethod.Post, ServicesFixture.Path, new { Name = "more", Host = "127.0.0.1", Port = 1, ProjectId = project });
        status.ShouldBe(HttpStatusCode.Conflict);
        answer.GetProperty("details")[0].GetProperty("code").GetString().ShouldBe("services.too_many");
        (await SendAsync(fixture.Client, HttpMethod.Post, ServicesFixture.Path, new { Name = "full", Host = "127.0.0.1", Port = 2000, ProjectId = project, HealthInterval = 60 })).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("0.0.0.0")]
    [InlineData("fd00:ec2::254")]
    [InlineData("224.0.0.1")]
    public async Task Addresses_that_nobody_may_reach_are_refused_to_admins_too(string host)
    {
        var (status, answer) = await SendAsync(fixture.Client, HttpMethod.Post, ServicesFixture.Path, new { Name = "meta", Host = host, Port = 80 });
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.GetProperty("details")[0].GetProperty("message").GetString()!.ShouldContain("no setting opens");
    }

    [Fact]
    public async Task Alicerce_itself_is_not_registered()
    {
        var (status, answer) = await SendAsync(fixture.Client, HttpMethod.Post, ServicesFixture.Path, new { Name = "self", fixture.Server.Url.Host, fixture.Server.Url.Port });
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.ToString().ShouldContain("address of Alicerce itself");
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/discover?name=a")]
    [InlineData("GET", "/1")]
    [InlineData("GET", "/prometheus-sd")]
    [InlineData("GET", "/traefik")]
    [InlineData("POST", "")]
    [InlineData("POST", "/deregister")]
    [InlineData("POST", "/heartbeat")]
    [InlineData("POST", "/health-check")]
    public async Task Nobody_without_a_token_is_told_anything(string method, string path)
    {
        foreach (var prefix in new[] { ServicesFixture.Path, "/resources/services" })
        {
            var (status, _) = await SendAsync(fixture.Server.Anonymous, new HttpMethod(method), prefix + path, method == "POST" ? new { } : null);
            status.ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task A_stranger_to_the_project_finds_it_not_there_and_a_viewer_may_only_read()
    {
        var project = await fixture.ProjectAsync();
        var id = (await fixture.RegisterAsync(new { Name = "own", Host = "127.0.0.1", Port = 61, ProjectId = project })).GetProperty("id").GetInt32();
        using var stranger = await TestUser.AddAsync(fixture, "developer", Ct);
        using var viewer = await TestUser.AddAsync(fixture, "viewer", Ct);
        await viewer.JoinAsync(project, "viewer", Ct);

        foreach (var path in new[] { $"/{id}", $"?project_id={project}", $"/discover?name=own&project_id={project}", $"/prometheus-sd?project_id={project}", $"/traefik?project_id={project}" })
        {
            (await SendAsync(stranger.Client, HttpMethod.Get, ServicesFixture.Path + path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
            (await SendAsync(viewer.Client, HttpMethod.Get, ServicesFixture.Path + path)).Status.ShouldBe(HttpStatusCode.OK, path);
        }

        foreach (var (path, body) in new (string, object)[]
        {
            ("", new { Name = "own", Host = "192.0.43.8", Port = 61, ProjectId = project }), ("/deregister", new { Name = "own", ProjectId = project }),
            ("/heartbeat", new { Name = "own", Host = "127.0.0.1", Port = 61, ProjectId = project }), ($"/health-check?project_id={project}", new { }),
        })
        {
            (await SendAsync(stranger.Client, HttpMethod.Post, ServicesFixture.Path + path, body)).Status.ShouldBe(HttpStatusCode.NotFound, path);
            (await SendAsync(viewer.Client, HttpMethod.Post, ServicesFixture.Path + path, body)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        NamesOf((await SendAsync(stranger.Client, HttpMethod.Get, $"{ServicesFixture.Path}?per_page=100")).Body.GetProperty("data")).ShouldNotContain("own");
    }

    private async Task<(bool Success, int Removed)> DeregisterAsync(object body)
    {
        var answer = await fixture.Server.PostAsync($"{ServicesFixture.Path}/deregister", body, Ct);
        return (answer.GetProperty("success").GetBoolean(), answer.GetProperty("removed").GetInt32());
    }

    private async Task<int[]> PortsAsync(string query) =>
        [.. (await fixture.Server.GetAsync($"{ServicesFixture.Path}/discover?healthy_only=false&{query}", Ct)).EnumerateArray().Select(found => found.GetProperty("port").GetInt32())];

    private static string?[] Texts(JsonElement service, params string[] names) => [.. names.Select(name => service.GetProperty(name).GetString())];
}
