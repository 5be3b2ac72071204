using System.Net;
using Alicerce.Harness;

namespace Alicerce.Resources.Tests.Ports;

public sealed class ReserveAndReleaseTests(PortsFixture fixture) : IClassFixture<PortsFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S004-PORT-08")]
    [Trait("Trap", "T004-01")]
    public async Task Release_makes_the_port_allocatable_again_and_its_history_stays()
    {
        var host = PortsFixture.NewHost();
        for (var i = 0; i < 3; i++)
        {
            (await fixture.AllocateAsync($"tenant-{i}", host)).ShouldBe(8000);
            var released = await fixture.AskAsync("release", new { service_name = $"tenant-{i}", host });
            released.GetProperty("success").GetBoolean().ShouldBeTrue();
        }

        var history = await fixture.GetAsync($"ports/history/8000?host={host}");
        history.EnumerateArray().Select(row => row.GetProperty("service_name").GetString()).ShouldBe(["tenant-2", "tenant-1", "tenant-0"]);
        history.EnumerateArray().ShouldAllBe(row => row.GetProperty("status").GetString() == "released" && row.GetProperty("released_at").GetString() != null);
    }

    [Fact]
    [Trait("Req", "S004-API-03")]
    public async Task Releasing_answers_success_and_releasing_nothing_is_not_found()
    {
        var host = PortsFixture.NewHost();
        await fixture.AllocateAsync("web", host);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["service_name"] = "web", ["host"] = host });
        using var response = await fixture.Client.PostAsync("/resources/ports/release", form, Ct);
        (await response.Content.ReadAsStringAsync(Ct)).ShouldStartWith("{\"success\":true");
        var (status, error) = await fixture.TryAsync("ports/release", new { service_name = "web", host });
        status.ShouldBe(404);
        PortsFixture.MessageOf(error).ShouldBe($"web holds no port on {host}.");
        using var unsigned = await fixture.Server.Anonymous.PostAsync($"/resources/ports/release?service_name=web&host={host}", null, Ct);
        unsigned.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Trait("Trap", "T004-11")]
    public async Task Only_its_own_project_releases_a_port_and_a_reservation_may_be_for_nobody()
    {
        var (mine, theirs, host) = (await fixture.ProjectAsync(), await fixture.ProjectAsync(), PortsFixture.NewHost());
        await fixture.AllocateAsync("db", host, new { project_id = theirs, port_type = "database" });
        foreach (var (project, role, expected) in new[] { (mine, "developer", 403), (theirs, "viewer", 403), (theirs, "developer", 200) })
        {
            using var user = await TestUser.AddAsync(fixture, "developer", Ct);
            await user.JoinAsync(project, role, Ct);
            (await fixture.TryAsync("ports/release", new { service_name = "db", host }, user.Client)).Status.ShouldBe(expected, role);
        }

        await fixture.AskAsync("reserve", new { port = 80, host, reason = "legacy-app" });
        (await fixture.TryAsync("ports/release", new { port = 80, host })).Status.ShouldBe(200);
        var (status, error) = await fixture.TryAsync("ports/allocate", new { service_name = "web", host, preferred_port = 5432 });
        status.ShouldBe(422, "it lies in another type's range");
        PortsFixture.CodeOf(error).ShouldBe("in_another_range");
    }

    [Fact]
    [Trait("Req", "S004-PORT-09")]
    [Trait("Req", "S004-API-12")]
    public async Task A_reserved_port_is_not_given_and_is_shown_as_reserved()
    {
        var host = PortsFixture.NewHost();
        var reserved = await fixture.AskAsync("reserve", new { port = 8000, host, reason = "production-only" });
        reserved.GetProperty("success").GetBoolean().ShouldBeTrue();
        (await fixture.AllocateAsync("web", host)).ShouldBe(8001);

        var row = (await fixture.GetAsync($"ports?host={host}&status=reserved"))[0];
        row.GetProperty("label").GetString().ShouldBe("[reserved]");
        row.GetProperty("is_reserved").GetBoolean().ShouldBeTrue();
        row.GetProperty("reserved_reason").GetString().ShouldBe("production-only");
        (await fixture.AskAsync("reserve", new { port = 80, host })).GetProperty("reservation").GetProperty("port_type").GetString().ShouldBe("custom", "it may lie outside of all ranges");

        var (status, error) = await fixture.TryAsync("ports/reserve", new { port = 8001, host });
        status.ShouldBe(409);
        PortsFixture.MessageOf(error).ShouldBe($"Port 8001 on {host} is allocated by web of no project. The next free one is 8002.");
    }

    [Fact]
    public async Task A_port_that_is_reserved_for_a_service_is_what_the_service_gets()
    {
        var host = PortsFixture.NewHost();
        await fixture.AskAsync("reserve", new { port = 8100, host, service_name = "shop" });
        (await fixture.AllocateAsync("shop", host)).ShouldBe(8100);
        (await fixture.GetAsync($"ports/services/shop?host={host}")).GetProperty("status").GetString().ShouldBe("allocated");
    }

    [Fact]
    public async Task A_reservation_ends_by_itself_and_its_port_is_free_again()
    {
        var host = PortsFixture.NewHost();
        await fixture.AskAsync("reserve", new { port = 8000, host, service_name = "fair", reserved_until = TimeProvider.System.GetUtcNow().AddHours(1) });
        (await fixture.AllocateAsync("one", host)).ShouldBe(8001);
        await fixture.ExecuteAsync($"UPDATE resources.port_allocations SET reserved_until = now() - interval '1 minute' WHERE host = '{host}' AND port = 8000");

        (await fixture.GetAsync($"ports/check/8000?host={host}")).GetProperty("available").GetBoolean().ShouldBeTrue();
        (await fixture.GetAsync($"ports?host={host}")).GetArrayLength().ShouldBe(1);
        (await fixture.AllocateAsync("two", host)).ShouldBe(8000);
        (await fixture.AllocateAsync("fair", host)).ShouldBe(8002);
        (await fixture.GetAsync($"ports?host={host}&status=released"))[0].GetProperty("service_name").GetString().ShouldBe("fair");
    }

    [Fact]
    public async Task A_reservation_on_all_hosts_counts_on_each_and_needs_an_admin_of_the_house()
    {
        var host = PortsFixture.NewHost();
        await fixture.AskAsync("reserve", new { port = 8777, host = "*", reason = "monitoring" });
        (await fixture.AllocateAsync("web", host, new { preferred_port = 8777 })).ShouldBe(8778);
        (await fixture.GetAsync($"ports/check/8777?host={host}")).GetProperty("reason").GetString().ShouldBe("reserved");

        using var developer = await TestUser.AddAsync(fixture, "developer", Ct);
        (await fixture.TryAsync("ports/reserve", new { port = 8779, host = "*" }, developer.Client)).Status.ShouldBe(403);
        (await fixture.TryAsync("ports/release", new { port = 8777, host = "*" }, developer.Client)).Status.ShouldBe(403);
        (await fixture.TryAsync("ports/reserve", new { port = 8778, host = "*" })).Status.ShouldBe(409, "one host has it");
        await fixture.AskAsync("release", new { port = 8777, host = "*" });
        (await fixture.AllocateAsync("api", host, new { preferred_port = 8777 })).ShouldBe(8777);
    }

    [Fact]
    public async Task Who_shares_a_port_by_address_releases_their_own_and_is_asked_which_it_is()
    {
        var (mine, theirs, host) = (await fixture.ProjectAsync(), await fixture.ProjectAsync(), PortsFixture.NewHost());
        await fixture.AskAsync("reserve", new { port = 8100, host, bind_address = "10.0.0.1", project_id = theirs });
        await fixture.AskAsync("reserve", new { port = 8100, host, bind_address = "10.0.0.2", project_id = mine });
        using var developer = await TestUser.AddAsync(fixture, "developer", Ct);
        await developer.JoinAsync(mine, "developer", Ct);

        var (status, error) = await fixture.TryAsync("ports/release", new { port = 8100, host }, developer.Client);
        status.ShouldBe(422);
        error.GetProperty("details")[0].GetProperty("message").GetString()!.ShouldContain("10.0.0.1, 10.0.0.2");
        (await fixture.TryAsync("ports/release", new { port = 8100, host, bind_address = "10.0.0.1" }, developer.Client)).Status.ShouldBe(403);
        (await fixture.TryAsync("ports/release", new { port = 8100, host, bind_address = "10.0.0.3" }, developer.Client)).Status.ShouldBe(404);
        (await fixture.TryAsync("ports/release", new { port = 8100, host, bind_address = "10.0.0.2" }, developer.Client)).Status.ShouldBe(200);

        (await fixture.GetAsync($"ports?host={host}"))[0].GetProperty("project_id").GetInt32().ShouldBe(theirs);
    }

    [Fact]
    public async Task Bad_reservations_are_refused_with_what_is_wrong()
    {
        foreach (var (body, field) in new (object, string)[]
        {
            (new { port = 0, host = "forge" }, "port"), (new { port = 65_536, host = "forge" }, "port"), (new { port = 80, host = "a b" }, "host"), (new { port = 80, host = "http://forge" }, "host"),
            (new { port = 80, host = "forge", reason = "two\nlines" }, "reason"), (new { port = 80, host = "forge", reserved_until = "2020-01-01T00:00:00Z" }, "reserved_until"),
            (new { port = 80, host = "forge", bind_address = "eth0" }, "bind_address"), (new { port = 80, host = "forge", environment_id = 1 }, "project_id"),
            (new { port = 80, host = "*", service_name = "monitoring" }, "service_name"),
        })
        {
            var (status, error) = await fixture.TryAsync("ports/reserve", body);
            status.ShouldBe(422, field);
            error.GetProperty("details")[0].GetProperty("field").GetString().ShouldBe(field);
        }
    }
}
