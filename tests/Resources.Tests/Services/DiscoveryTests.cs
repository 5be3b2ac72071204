using System.Net;
using System.Text.Json;
using Alicerce.Harness;
using static Alicerce.Resources.Tests.Services.ServicesFixture;

namespace Alicerce.Resources.Tests.Services;

public sealed class DiscoveryTests(ServicesFixture fixture) : IClassFixture<ServicesFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S004-SVC-02")]
    public async Task A_name_is_found_and_only_without_healthy_only_what_is_unhealthy_too()
    {
        var project = await fixture.ProjectAsync();
        await fixture.InsertAsync(project, "blog", 1, status: "unhealthy");
        await fixture.InsertAsync(project, "blog", 2, status: "degraded");
        await fixture.InsertAsync(project, "blog", 3, status: "healthy");
        await fixture.InsertAsync(project, "other", 4, status: "healthy");

        (await PortsAsync($"name=blog&project_id={project}")).ShouldBe([3, 2]);
        (await PortsAsync($"name=blog&project_id={project}&healthy_only=false")).ShouldBe([3, 2, 1]);
        (await PortsAsync($"name=nobody&project_id={project}")).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Trap", "T004-24")]
    public async Task What_was_never_looked_at_is_found_at_once_after_what_is_known_to_work()
    {
        var project = await fixture.ProjectAsync();
        await fixture.InsertAsync(project, "fresh", 1);
        (await PortsAsync($"name=fresh&project_id={project}")).ShouldBe([1]);
        await fixture.RegisterAsync(new { Name = "fresh", Host = "127.0.0.1", Port = 2, ProjectId = project });
        await fixture.InsertAsync(project, "fresh", 3, status: "healthy");
        await fixture.RegisterAsync(new { Name = "else", Host = "127.0.0.1", Port = 9, ProjectId = project });
        (await PortsAsync($"name=fresh&project_id={project}"))[0].ShouldBe(3);
    }

    [Fact]
    [Trait("Req", "S004-SVC-03")]
    public async Task All_of_a_type_are_found_of_the_project_and_of_the_house()
    {
        int project = await fixture.ProjectAsync(), other = await fixture.ProjectAsync(), environment = await fixture.EnvironmentAsync(project);
        await fixture.InsertAsync(null, "house-queue", 1, type: "queue");
        await fixture.InsertAsync(project, "own-queue", 2, type: "queue");
        await fixture.InsertAsync(project, "staged-queue", 3, type: "queue", environment: environment);
        await fixture.InsertAsync(project, "web", 4);
        await fixture.InsertAsync(other, "foreign-queue", 5, type: "queue");

        (await PortsAsync($"type=queue&project_id={project}")).ShouldBe([2, 1]);
        (await PortsAsync($"type=queue&project_id={project}&environment_id={environment}")).ShouldBe([3, 2, 1]);
        (await PortsAsync("type=queue")).ShouldBe([1]);
    }

    [Fact]
    public async Task The_nearest_that_knows_a_name_answers_and_nobody_is_sent_elsewhere_because_it_is_down()
    {
        int project = await fixture.ProjectAsync(), environment = await fixture.EnvironmentAsync(project);
        await fixture.InsertAsync(null, "near", 1, status: "healthy");
        (await PortsAsync($"name=near&project_id={project}&environment_id={environment}")).ShouldBe([1]);
        await fixture.RegisterAsync(new { Name = "near", Host = "127.0.0.1", Port = 2, ProjectId = project });
        (await PortsAsync($"name=near&project_id={project}&environment_id={environment}")).ShouldBe([2]);
        await fixture.InsertAsync(project, "near", 3, status: "unhealthy", environment: environment);
        await fixture.RegisterAsync(new { Name = "other", Host = "127.0.0.1", Port = 9, ProjectId = project });
        (await PortsAsync($"name=near&project_id={project}&environment_id={environment}")).ShouldBeEmpty();
        (await PortsAsync($"name=near&project_id={project}")).ShouldBe([2]);
    }

    [Fact]
    public async Task Discovery_and_the_list_tell_the_same_of_a_service_whose_dependency_is_down()
    {
        var project = await fixture.ProjectAsync();
        await fixture.InsertAsync(project, "shop", 1, status: "healthy", dependsOn: ["shop-db"]);
        await fixture.InsertAsync(project, "shop", 2, status: "healthy");
        await fixture.InsertAsync(project, "shop-db", 3, status: "unhealthy", type: "database");

        var found = await fixture.Server.GetAsync($"{ServicesFixture.Path}/discover?name=shop&project_id={project}", Ct);
        found.EnumerateArray().Select(one => one.GetProperty("port").GetInt32()).ShouldBe([2, 1], "what is whole comes first");
        var listed = (await fixture.Server.GetAsync($"{ServicesFixture.Path}?name=shop&project_id={project}", Ct)).EnumerateArray().Single(one => one.GetProperty("port").GetInt32() == 1);
        foreach (var one in new[] { found[1], listed })
            (one.GetProperty("health_status").GetString(), one.GetProperty("own_health_status").GetString(), one.GetProperty("reason").GetString()).ShouldBe(("degraded", "healthy", "depends on shop-db, which is unhealthy"));
    }

    [Fact]
    public async Task The_second_question_is_answered_without_the_database()
    {
        var project = await fixture.ProjectAsync();
        await fixture.InsertAsync(project, "kept", 1);
        (await PortsAsync($"name=kept&project_id={project}")).ShouldBe([1]);
        await fixture.ExecuteAsync($"UPDATE resources.service_registry SET port = 2 WHERE project_id = {project}");
        (await PortsAsync($"name=kept&project_id={project}")).ShouldBe([1]);
    }

    [Fact]
    [Trait("Trap", "T004-29")]
    public async Task A_change_in_one_process_is_seen_in_another_at_once()
    {
        await using var other = await TestServer.StartAsync(fixture.Database, Ct);
        other.Client.DefaultRequestHeaders.Authorization = fixture.Client.DefaultRequestHeaders.Authorization;
        var project = await fixture.ProjectAsync();
        await fixture.RegisterAsync(new { Name = "moving", Host = "127.0.0.1", Port = 1, ProjectId = project });
        (await PortsAsync($"name=moving&project_id={project}&healthy_only=false", other)).ShouldBe([1]);

        await fixture.Server.PostAsync($"{ServicesFixture.Path}/deregister", new { Name = "moving", ProjectId = project }, Ct);
        (await PortsAsync($"name=moving&project_id={project}&healthy_only=false")).ShouldBeEmpty();
        await Eventually.BecomesTrueAsync(async () => (await PortsAsync($"name=moving&project_id={project}&healthy_only=false", other)).Length == 0, "the other process has heard of it", Ct);
    }

    [Theory]
    [InlineData("name=a%0Ab")]
    [InlineData("type=toaster")]
    [InlineData("name=a&environment_id=1")]
    public async Task A_question_that_makes_no_sense_is_refused(string query) =>
        (await SendAsync(fixture.Client, HttpMethod.Get, $"{ServicesFixture.Path}/discover?{query}")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

    [Fact]
    [Trait("Req", "S004-SVC-04")]
    public async Task All_services_are_listed_and_filters_hold_together()
    {
        int project = await fixture.ProjectAsync(), other = await fixture.ProjectAsync(), environment = await fixture.EnvironmentAsync(project);
        await fixture.InsertAsync(project, "list-a", 1, status: "healthy");
        await fixture.InsertAsync(project, "list-b", 2, status: "unhealthy", type: "cache", environment: environment);
        await fixture.InsertAsync(other, "list-c", 3, status: "healthy");
        await fixture.InsertAsync(project, "list-d", 4, status: "healthy", dependsOn: ["list-gone"]);

        (await NamesAsync("per_page=100")).Where(name => name.StartsWith("list-", StringComparison.Ordinal)).ShouldBe(["list-a", "list-b", "list-c", "list-d"]);
        (await NamesAsync($"project_id={project}")).ShouldBe(["list-a", "list-b", "list-d"]);
        (await NamesAsync($"project_id={project}&environment_id={environment}")).ShouldBe(["list-b"]);
        (await NamesAsync($"project_id={project}&status=healthy")).ShouldBe(["list-a"]);
        (await NamesAsync($"project_id={project}&status=degraded")).ShouldBe(["list-d"]);
        (await NamesAsync($"project_id={project}&per_page=1&page=2")).ShouldBe(["list-b"]);
        (await SendAsync(fixture.Client, HttpMethod.Get, $"{ServicesFixture.Path}?status=fine")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    [Trait("Trap", "T004-28")]
    public async Task The_list_respects_the_project_with_a_type_and_without_and_shows_no_columns_of_the_table()
    {
        int project = await fixture.ProjectAsync(), other = await fixture.ProjectAsync();
        await fixture.InsertAsync(project, "mine", 1);
        await fixture.InsertAsync(other, "theirs", 2);
        (await NamesAsync($"project_id={project}")).ShouldBe(["mine"]);
        (await NamesAsync($"project_id={project}&service_type=app")).ShouldBe(["mine"]);
        (await NamesAsync($"project_id={project}&service_type=cache")).ShouldBeEmpty();
        var shown = (await fixture.Server.GetAsync($"{ServicesFixture.Path}?project_id={project}", Ct))[0].EnumerateObject().Select(property => property.Name).ToList();
        shown.ShouldContain("metadata");
        shown.ShouldNotContain("metadata_json");
        shown.ShouldNotContain("next_health_check");
    }

    /// <summary>The path as the source prints it: without prefix, the list alone.</summary>
    [Fact]
    [Trait("Req", "S004-API-08")]
    public async Task The_sources_route_answers_the_bare_list_by_type_and_project()
    {
        var project = await fixture.ProjectAsync();
        await fixture.InsertAsync(project, "bare-app", 1);
        await fixture.InsertAsync(project, "bare-cache", 2, type: "cache");
        var (status, list) = await SendAsync(fixture.Client, HttpMethod.Get, $"/resources/services?service_type=cache&project_id={project}");
        status.ShouldBe(HttpStatusCode.OK);
        list.ValueKind.ShouldBe(JsonValueKind.Array);
        NamesOf(list).ShouldBe(["bare-cache"]);
        NamesOf((await SendAsync(fixture.Client, HttpMethod.Get, $"/resources/services?project_id={project}")).Body).ShouldBe(["bare-app", "bare-cache"]);
    }

    /// <summary>By the names that the source gives its methods.</summary>
    [Fact]
    [Trait("Req", "S004-API-16")]
    public async Task Services_are_registered_discovered_and_deregistered_over_the_bare_routes_too()
    {
        var project = await fixture.ProjectAsync();
        var service = new { Name = "round-trip", Host = "127.0.0.1", Port = 7, ProjectId = project };
        (await SendAsync(fixture.Client, HttpMethod.Post, "/resources/services", service)).Body.GetProperty("name").GetString().ShouldBe("round-trip");
        (await SendAsync(fixture.Client, HttpMethod.Get, $"/resources/services/discover?healthy_only=false&name=round-trip&project_id={project}")).Body.GetArrayLength().ShouldBe(1);
        (await SendAsync(fixture.Client, HttpMethod.Post, "/resources/services/deregister", new { Name = "round-trip", ProjectId = project })).Body.GetProperty("success").GetBoolean().ShouldBeTrue();
        (await SendAsync(fixture.Client, HttpMethod.Get, $"/resources/services/discover?healthy_only=false&name=round-trip&project_id={project}")).Body.GetArrayLength().ShouldBe(0);
    }

    private async Task<int[]> PortsAsync(string query, TestServer? server = null) =>
        [.. (await (server ?? fixture.Server).GetAsync($"{ServicesFixture.Path}/discover?{query}", Ct)).EnumerateArray().Select(found => found.GetProperty("port").GetInt32())];

    private async Task<string[]> NamesAsync(string query) => NamesOf(await fixture.Server.GetAsync($"{ServicesFixture.Path}?{query}", Ct));
}
