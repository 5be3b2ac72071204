using System.Net;
using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Resources.Tests.Ports;

public sealed class ListTests(PortsFixture fixture) : IClassFixture<PortsFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S004-PORT-11")]
    [Trait("Req", "S004-API-01")]
    public async Task The_list_has_filters_by_host_and_project_and_leaves_released_ports_out_unless_asked()
    {
        var (project, host) = (await fixture.ProjectAsync(), PortsFixture.NewHost());
        await fixture.AllocateAsync("web", host, new { project_id = project });
        await fixture.AllocateAsync("gone", host, new { project_id = project });
        await fixture.AllocateAsync("house", host);
        await fixture.AskAsync("release", new { service_name = "gone", host });

        (await ServicesAsync($"host={host}")).ShouldBe(["web", "house"]);
        (await ServicesAsync($"host={host}&project_id={project}")).ShouldBe(["web"]);
        (await ServicesAsync($"host={host}&project_id={project}&include_released=true")).ShouldBe(["web", "gone"]);
        using var bare = await fixture.Client.GetAsync($"/resources/ports?host={host}", Ct);
        JsonElement.Parse(await bare.Content.ReadAsStringAsync(Ct)).GetArrayLength().ShouldBe(2, "the source prints a list");
        (await fixture.Client.GetAsync("/api/v1/resources/ports?project_id=999999", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Req", "S004-API-14")]
    public async Task The_list_has_filters_by_type_environment_and_status_and_a_service_is_found_by_its_name()
    {
        var (project, host) = (await fixture.ProjectAsync(), PortsFixture.NewHost());
        var environment = (await fixture.Server.PostAsync($"/api/v1/projects/{project}/environments", new { name = "prod", base_url = "http://localhost:1" }, Ct)).GetProperty("id").GetInt32();
        await fixture.AllocateAsync("web", host);
        await fixture.AllocateAsync("db", host, new { project_id = project, environment_id = environment, port_type = "database" });
        await fixture.AskAsync("reserve", new { port = 80, host, reason = "production-only" });
        await fixture.AskAsync("release", new { service_name = "web", host });

        (await ServicesAsync($"host={host}&port_type=database")).ShouldBe(["db"]);
        (await ServicesAsync($"project_id={project}&environment_id={environment}")).ShouldBe(["db"]);
        (await ServicesAsync($"host={host}&status=released")).ShouldBe(["web"]);
        (await ServicesAsync($"host={host}&status=reserved")).ShouldBe(["[reserved]"]);
        (await fixture.GetAsync($"ports/services/db?host={host}")).GetProperty("port").GetInt32().ShouldBe(5400);
        (await fixture.Client.GetAsync($"/api/v1/resources/ports?status=used", Ct)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    [Trait("Req", "S004-PORT-10")]
    public async Task The_port_of_a_service_is_told_and_that_it_has_none()
    {
        var host = PortsFixture.NewHost();
        await fixture.AllocateAsync("web", host);
        (await fixture.GetAsync($"ports/services/web?host={host}")).GetProperty("port").GetInt32().ShouldBe(8000);
        await fixture.AskAsync("release", new { service_name = "web", host });
        (await fixture.Client.GetAsync($"/resources/ports/services/web?host={host}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Trap", "T004-67")]
    public async Task Of_what_was_given_back_only_what_is_free_now_is_shown_each_port_once()
    {
        var host = PortsFixture.NewHost();
        foreach (var service in new[] { "first", "second" })
        {
            await fixture.AllocateAsync(service, host);
            await fixture.AskAsync("release", new { service_name = service, host });
        }

        (await ServicesAsync($"host={host}&include_released=true")).ShouldBe(["second", "first"]);
        (await ServicesAsync($"host={host}&include_released=true&latest=true")).ShouldBe(["second"]);
        await fixture.AllocateAsync("third", host);
        (await ServicesAsync($"host={host}&include_released=true&latest=true")).ShouldBe(["third"]);
    }

    [Fact]
    public async Task The_hosts_are_those_of_the_ports_that_one_may_see()
    {
        var (mine, theirs) = (PortsFixture.NewHost(), PortsFixture.NewHost());
        await fixture.AllocateAsync("web", mine);
        await fixture.AllocateAsync("web", theirs, new { project_id = await fixture.ProjectAsync() });
        using var viewer = await TestUser.AddAsync(fixture, "viewer", Ct);
        var seen = await (await viewer.Client.GetAsync("/api/v1/resources/ports/hosts?per_page=100", Ct)).Content.ReadAsStringAsync(Ct);
        seen.ShouldContain(mine);
        seen.ShouldNotContain(theirs);
    }

    [Fact]
    public async Task Every_change_of_a_port_is_told_to_who_follows_changes()
    {
        var (project, host) = (await fixture.ProjectAsync(), PortsFixture.NewHost());
        await fixture.AllocateAsync("web", host, new { project_id = project });
        await fixture.AskAsync("release", new { service_name = "web", host });
        await fixture.AskAsync("reserve", new { port = 90, host, service_name = "api", project_id = project });
        await fixture.AllocateAsync("api", host, new { project_id = project });
        await using var command = fixture.Database.Source.CreateCommand($"SELECT array_agg(type || ' ' || subject_id ORDER BY id) FROM platform.outbox WHERE project_id = {project} AND type LIKE 'port.%'");
        (await command.ExecuteScalarAsync(Ct)).ShouldBe(new[] { $"port.created {host}:8000", $"port.released {host}:8000", $"port.created {host}:90", $"port.updated {host}:90" });
    }

    [Fact]
    [Trait("Req", "S004-PORT-12")]
    [Trait("Req", "S004-API-04")]
    public async Task A_check_says_whether_a_port_is_free_who_has_it_and_which_is_next()
    {
        var host = PortsFixture.NewHost();
        await fixture.AllocateAsync("web", host);
        using var response = await fixture.Client.GetAsync($"/resources/ports/check/8000?host={host}", Ct);
        var taken = JsonElement.Parse(await response.Content.ReadAsStringAsync(Ct));
        (taken.GetProperty("port").GetInt32(), taken.GetProperty("host").GetString(), taken.GetProperty("available").GetBoolean()).ShouldBe((8000, host, false));
        taken.GetProperty("reason").GetString().ShouldBe("allocated");
        taken.GetProperty("holder").GetProperty("service").GetString().ShouldBe("web");
        taken.GetProperty("next_free").GetInt32().ShouldBe(8001);
        (await fixture.GetAsync($"ports/check/8001?host={host}")).GetProperty("available").GetBoolean().ShouldBeTrue();
        (await fixture.GetAsync($"ports/check/65535?host={host}")).GetProperty("next_free").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [Trait("Trap", "T004-27")]
    [InlineData("/resources/ports")]
    [InlineData("/resources/ports/hosts")]
    [InlineData("/resources/services/trends")]
    [InlineData("/resources/ports/ranges")]
    [InlineData("/resources/ports/check/8000")]
    [InlineData("/resources/ports/drift")]
    [InlineData("/resources/ports/history/8000")]
    [InlineData("/resources/ports/services/web")]
    [InlineData("/resources/hosts")]
    [InlineData("/resources/services")]
    [InlineData("/resources/services/1")]
    [InlineData("/resources/services/discover?name=web")]
    public async Task Nothing_is_told_to_somebody_who_is_not_signed_in(string address)
    {
        foreach (var path in new[] { address, $"/api/v1{address}" })
            (await fixture.Server.Anonymous.GetAsync(path, Ct)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, path);
    }

    [Fact]
    public async Task Members_see_the_ports_of_their_projects_and_of_the_house_and_no_others()
    {
        var (mine, theirs, host) = (await fixture.ProjectAsync(), await fixture.ProjectAsync(), PortsFixture.NewHost());
        await fixture.AllocateAsync("mine", host, new { project_id = mine });
        await fixture.AllocateAsync("theirs", host, new { project_id = theirs });
        await fixture.AllocateAsync("house", host);
        using var viewer = await TestUser.AddAsync(fixture, "viewer", Ct);
        await viewer.JoinAsync(mine, "viewer", Ct);

        async Task<string> ReadAsync(string path) => await (await viewer.Client.GetAsync($"/resources/{path}", Ct)).Content.ReadAsStringAsync(Ct);
        JsonElement.Parse(await ReadAsync($"ports?host={host}")).EnumerateArray().Select(row => row.GetProperty("label").GetString()).ShouldBe(["mine", "house"]);
        (await ReadAsync($"ports/check/8001?host={host}")).ShouldContain("another project");
        foreach (var path in new[] { $"ports/check/8001?host={host}", $"ports/history/8001?host={host}", $"ports/services/theirs?host={host}" })
            (await ReadAsync(path)).ShouldNotContain("\"theirs\"");
        (await fixture.TryAsync("ports/allocate", new { service_name = "x", host, project_id = mine }, viewer.Client)).Status.ShouldBe(403);
        (await fixture.TryAsync("ports/allocate", new { service_name = "x", host }, viewer.Client)).Status.ShouldBe(403);
    }

    /// <summary>The table that source 004 shows (S004-UI-05) is what these calls give.</summary>
    [Fact]
    public async Task The_sample_rows_of_the_source_can_be_made()
    {
        await fixture.AllocateAsync("quantumblog-prod", "forge", new { preferred_port = 8080 });
        await fixture.AllocateAsync("quantumblog-staging", "forge", new { preferred_port = 8082 });
        await fixture.AllocateAsync("quantumblog-dev", "forge", new { preferred_port = 8081 });
        await fixture.AskAsync("release", new { service_name = "quantumblog-dev", host = "forge" });
        await fixture.AllocateAsync("blog-db", "forge", new { port_type = "database", preferred_port = 5432 });
        await fixture.AskAsync("reserve", new { port = 80, host = "forge" });
        var rows = (await fixture.GetAsync("ports?host=forge&include_released=true")).EnumerateArray()
            .Select(row => $"{row.GetProperty("label").GetString()} {row.GetProperty("port").GetInt32()} {row.GetProperty("status").GetString()}");
        rows.ShouldBe(["[reserved] 80 reserved", "blog-db 5432 allocated", "quantumblog-prod 8080 allocated", "quantumblog-dev 8081 released", "quantumblog-staging 8082 allocated"]);
    }

    private async Task<List<string?>> ServicesAsync(string query) => [.. (await fixture.GetAsync($"ports?{query}")).EnumerateArray().Select(row => row.GetProperty("label").GetString())];
}
