using System.Net;
using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Resources.Tests.Ports;

public sealed class EnvironmentPortTests(PortsFixture fixture) : IClassFixture<PortsFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S004-PORT-14")]
    public async Task Creating_an_environment_allocates_its_port_and_writes_it_into_the_environment()
    {
        var (name, host) = ($"p{Guid.NewGuid():N}", PortsFixture.NewHost());
        var project = await fixture.ProjectAsync(name);
        var environment = await CreateAsync(project, new { name = "staging", docker_host = host });

        var row = await PortOfAsync(environment);
        row.GetProperty("service_name").GetString().ShouldBe($"{name}-staging");
        row.GetProperty("host").GetString().ShouldBe(host);
        row.GetProperty("port").GetInt32().ShouldBe(8000);
        row.GetProperty("project_id").GetInt32().ShouldBe(project);
        await Eventually.BecomesTrueAsync(async () => (await fixture.Server.GetAsync($"/api/v1/environments/{environment}", Ct)).GetProperty("port").ToString() == "8000", "the environment names its port", Ct);
        var audited = await fixture.Server.GetAsync($"/api/v1/audit?subject=environment:{environment}&action=environment.updated", Ct);
        audited[0].GetProperty("actor").GetString().ShouldBe("system");
    }

    [Fact]
    public async Task The_port_that_an_environment_names_is_preferred_whatever_type_it_is_of()
    {
        var (project, host) = (await fixture.ProjectAsync(), PortsFixture.NewHost());
        (await PortOfAsync(await CreateAsync(project, new { name = "a", docker_host = host, port = 8080 }))).GetProperty("port").GetInt32().ShouldBe(8080);
        (await PortOfAsync(await CreateAsync(project, new { name = "b", docker_host = host, port = 3001 }))).GetProperty("port_type").GetString().ShouldBe("web");
        (await PortOfAsync(await CreateAsync(project, new { name = "c", docker_host = host, port = 10_000 }))).GetProperty("port").GetInt32().ShouldBe(10_000);
    }

    [Fact]
    public async Task Two_environments_whose_names_come_out_alike_both_have_a_port_and_give_it_back()
    {
        var (name, host) = ($"p{Guid.NewGuid():N}", PortsFixture.NewHost());
        var first = await CreateAsync(await fixture.ProjectAsync($"{name}-b"), new { name = "c", docker_host = host });
        (await PortOfAsync(first)).GetProperty("service_name").GetString().ShouldBe($"{name}-b-c");

        var second = await CreateAsync(await fixture.ProjectAsync(name), new { name = "b-c", docker_host = host });

        (await PortOfAsync(second)).GetProperty("service_name").GetString().ShouldBe($"{name}-b-c-{second}");
        await fixture.ExecuteAsync($"UPDATE platform.environments SET port = NULL WHERE id = {second}"); // So that only the name tells whose it is.
        (await fixture.Client.DeleteAsync($"/api/v1/environments/{second}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await fixture.GetAsync($"ports?host={host}"))[0].GetProperty("environment_id").GetInt32().ShouldBe(first);
    }

    [Fact]
    public async Task An_environment_that_is_only_an_address_is_given_no_port()
    {
        var project = await fixture.ProjectAsync();
        var address = await CreateAsync(project, new { name = "production", base_url = "https://shop.example" });
        await PortOfAsync(await CreateAsync(project, new { name = "later", docker_host = PortsFixture.NewHost() }));
        (await fixture.GetAsync($"ports?project_id={project}&environment_id={address}")).GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Deleting_an_environment_releases_its_own_port_also_under_a_new_name(bool renamed)
    {
        var (project, host) = (await fixture.ProjectAsync(), PortsFixture.NewHost());
        var environment = await CreateAsync(project, new { name = "staging", docker_host = host, port = 8123 });
        await PortOfAsync(environment);
        if (renamed) (await fixture.Client.PatchAsync($"/api/v1/environments/{environment}", System.Net.Http.Json.JsonContent.Create(new { name = "stage" }), Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await fixture.Client.DeleteAsync($"/api/v1/environments/{environment}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await fixture.GetAsync($"ports/check/8123?host={host}")).GetProperty("available").GetBoolean().ShouldBeTrue();
        (await fixture.GetAsync($"ports/history/8123?host={host}"))[0].GetProperty("status").GetString().ShouldBe("released");
        (await fixture.Server.GetAsync($"/api/v1/audit?subject=port:{host}:8123&action=port.released", Ct)).GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_port_that_people_allocated_stands_in_the_way_and_nothing_is_released()
    {
        var (project, host) = (await fixture.ProjectAsync(), PortsFixture.NewHost());
        var environment = await CreateAsync(project, new { name = "staging", docker_host = host });
        await PortOfAsync(environment);
        await fixture.AllocateAsync("db", host, new { project_id = project, environment_id = environment, port_type = "database" });
        (await fixture.Client.DeleteAsync($"/api/v1/environments/{environment}", Ct)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await fixture.GetAsync($"ports?host={host}")).GetArrayLength().ShouldBe(2);

        await fixture.AskAsync("release", new { service_name = "db", host });
        (await fixture.Client.DeleteAsync($"/api/v1/projects/{project}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent, "a project goes with the ports of its environments");
        (await fixture.GetAsync($"ports?host={host}")).GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("renamed")]
    [InlineData("released")]
    public async Task The_fact_of_a_new_environment_gives_it_one_port_however_often_it_is_delivered(string since)
    {
        var (name, host) = ($"p{Guid.NewGuid():N}", PortsFixture.NewHost());
        var project = await fixture.ProjectAsync(name);
        var environment = await CreateAsync(project, new { name = "staging", docker_host = host });
        var first = await PortOfAsync(environment);
        await DeliveredAsync(project, 1);
        if (since == "renamed") (await fixture.Client.PatchAsync($"/api/v1/environments/{environment}", System.Net.Http.Json.JsonContent.Create(new { name = "stage" }), Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        if (since == "released") await fixture.AskAsync("release", new { service_name = $"{name}-staging", host });

        await fixture.ExecuteAsync($"INSERT INTO platform.outbox (type, project_id, subject_id, payload) SELECT type, project_id, subject_id, payload FROM platform.outbox WHERE type = 'environment.created' AND subject_id = '{environment}'");
        await DeliveredAsync(project, 2);

        var rows = await fixture.GetAsync($"ports?environment_id={environment}&include_released=true");
        rows.GetArrayLength().ShouldBe(1);
        rows[0].GetProperty("id").GetInt32().ShouldBe(first.GetProperty("id").GetInt32());
    }

    private Task DeliveredAsync(int project, long times) => Eventually.BecomesTrueAsync(
        async () =>
        {
            await using var command = fixture.Database.Source.CreateCommand($"SELECT count(*) FROM platform.jobs WHERE type = 'consumer.resources.environment_port' AND project_id = {project} AND state = 'succeeded'");
            return (long)(await command.ExecuteScalarAsync(Ct))! == times;
        },
        $"the fact was delivered {times} times", Ct);

    private async Task<int> CreateAsync(int project, object environment) => (await fixture.Server.PostAsync($"/api/v1/projects/{project}/environments", environment, Ct)).GetProperty("id").GetInt32();

    private async Task<JsonElement> PortOfAsync(int environment)
    {
        JsonElement rows = default;
        await Eventually.BecomesTrueAsync(async () => (rows = await fixture.GetAsync($"ports?environment_id={environment}")).GetArrayLength() == 1, "the environment has a port", Ct);
        return rows[0];
    }
}
