using System.Net;
using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Resources.Tests.Ports;

/// <summary>Ranges count for everybody, so each test of this class has hosts and names of its own.</summary>
public sealed class RangesTests(PortsFixture fixture) : IClassFixture<PortsFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S004-PORT-01")]
    [Trait("Req", "S004-API-05")]
    public async Task The_five_ranges_of_the_source_are_there_without_set_up()
    {
        using var response = await fixture.Client.GetAsync("/resources/ports/ranges", Ct);
        var ranges = JsonElement.Parse(await response.Content.ReadAsStringAsync(Ct));
        ranges.EnumerateArray().Where(range => range.GetProperty("id").GetInt32() <= 5)
            .Select(range => $"{range.GetProperty("name").GetString()} {range.GetProperty("start").GetInt32()}-{range.GetProperty("end").GetInt32()} {range.GetProperty("host").GetString()} {range.GetProperty("size").GetInt32()}")
            .ShouldBe(["web 3000-3099 * 100", "database 5400-5499 * 100", "queue 5670-5699 * 30", "cache 6370-6399 * 30", "app 8000-8999 * 1000"]);
    }

    [Fact]
    [Trait("Req", "S004-PORT-13")]
    [Trait("Req", "S004-API-13")]
    public async Task A_range_is_set_and_ports_are_given_from_it()
    {
        var name = NewName();
        (await fixture.TryAsync($"ports/ranges/{name}", new { start = 20_000, end = 20_001, description = "Metrics" }, method: HttpMethod.Put)).Status.ShouldBe(200);
        var host = PortsFixture.NewHost();
        (await fixture.AllocateAsync("one", host, new { port_type = name })).ShouldBe(20_000);
        (await fixture.TryAsync($"ports/ranges/{name}", new { start = 20_002, end = 20_009 }, method: HttpMethod.Put)).Status.ShouldBe(200);
        (await fixture.AllocateAsync("two", host, new { port_type = name })).ShouldBe(20_002);
        (await fixture.GetAsync($"ports?host={host}")).GetArrayLength().ShouldBe(2, "what was given stays given");
        (await fixture.Client.DeleteAsync($"/api/v1/resources/ports/ranges/{name}?host=*", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        using var developer = await TestUser.AddAsync(fixture, "developer", Ct);
        (await fixture.TryAsync($"ports/ranges/{name}", new { start = 20_000, end = 20_001 }, developer.Client, HttpMethod.Put)).Status.ShouldBe(403);
    }

    [Fact]
    [Trait("Trap", "T004-07")]
    public async Task A_host_has_its_own_range_before_that_of_all_hosts_and_what_is_reserved_everywhere_counts_there()
    {
        var host = PortsFixture.NewHost();
        (await fixture.TryAsync("ports/ranges/cache", new { start = 21_000, end = 21_009, host }, method: HttpMethod.Put)).Status.ShouldBe(200);
        await fixture.AskAsync("reserve", new { port = 21_000, host = "*" });
        (await fixture.AllocateAsync("one", host, new { port_type = "cache" })).ShouldBe(21_001);
        (await fixture.AllocateAsync("one", PortsFixture.NewHost(), new { port_type = "cache" })).ShouldBe(6370);
        var shown = (await fixture.GetAsync($"ports/ranges?host={host}")).EnumerateArray().Single(range => range.GetProperty("name").GetString() == "cache");
        (shown.GetProperty("start").GetInt32(), shown.GetProperty("used").GetInt32()).ShouldBe((21_000, 2), "one is the host's own and one is kept on every host");

        (await fixture.Client.DeleteAsync($"/api/v1/resources/ports/ranges/cache?host={host}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await fixture.AllocateAsync("two", host, new { port_type = "cache" })).ShouldBe(6370);
    }

    [Fact]
    public async Task Two_addresses_of_one_port_use_it_once_and_the_fullest_host_counts_for_all()
    {
        var (name, full, other) = (NewName(), PortsFixture.NewHost(), PortsFixture.NewHost());
        await fixture.TryAsync($"ports/ranges/{name}", new { start = 24_000, end = 24_009 }, method: HttpMethod.Put);
        await fixture.AskAsync("reserve", new { port = 24_000, host = "*", bind_address = "10.0.0.1" });
        await fixture.AskAsync("reserve", new { port = 24_000, host = full, bind_address = "10.0.0.2" });
        foreach (var port in new[] { 24_001, 24_002 }) await fixture.AskAsync("reserve", new { port, host = full });
        await fixture.AskAsync("reserve", new { port = 24_003, host = other });

        (await UsedAsync("")).ShouldBe(3);
        (await UsedAsync($"?host={full}")).ShouldBe(3);
        (await UsedAsync($"?host={other}")).ShouldBe(2);
        (await UsedAsync($"?host={PortsFixture.NewHost()}")).ShouldBe(1);

        async Task<int> UsedAsync(string query) =>
            (await fixture.GetAsync($"ports/ranges{query}")).EnumerateArray().Single(range => range.GetProperty("name").GetString() == name).GetProperty("used").GetInt32();
    }

    [Theory]
    [InlineData(9, 8, "upside_down")]
    [InlineData(0, 10, "out_of_range")]
    [InlineData(-5, 10, "out_of_range")]
    [InlineData(65_530, 65_536, "out_of_range")]
    public async Task A_range_that_is_none_is_refused(int start, int end, string code)
    {
        var (status, error) = await fixture.TryAsync($"ports/ranges/{NewName()}", new { start, end }, method: HttpMethod.Put);
        status.ShouldBe(422);
        PortsFixture.CodeOf(error).ShouldBe(code);
    }

    [Fact]
    public async Task Ranges_that_count_for_the_same_host_do_not_overlap()
    {
        var (status, error) = await fixture.TryAsync($"ports/ranges/{NewName()}", new { start = 8999, end = 9001 }, method: HttpMethod.Put);
        status.ShouldBe(409);
        PortsFixture.MessageOf(error).ShouldContain("app (8000-8999)");

        var host = PortsFixture.NewHost();
        (await fixture.TryAsync("ports/ranges/web", new { start = 8500, end = 8600, host }, method: HttpMethod.Put)).Status.ShouldBe(409);
        (await fixture.TryAsync("ports/ranges/app", new { start = 22_000, end = 22_999, host }, method: HttpMethod.Put)).Status.ShouldBe(200);
        (await fixture.TryAsync("ports/ranges/web", new { start = 8500, end = 8600, host }, method: HttpMethod.Put)).Status.ShouldBe(200, "this host's apps are elsewhere");
        (await fixture.Client.DeleteAsync($"/api/v1/resources/ports/ranges/app?host={host}", Ct)).StatusCode.ShouldBe(HttpStatusCode.Conflict, "its apps would come back into its webs");
        (await fixture.TryAsync($"ports/ranges/{NewName()}", new { start = 22_500, end = 22_600 }, method: HttpMethod.Put)).Status.ShouldBe(409, "it would count for that host too");
    }

    [Theory]
    [InlineData("custom")]
    [InlineData("App")]
    [InlineData("we%20b")]
    [InlineData("x;y")]
    public async Task A_name_that_is_no_type_is_refused(string name) =>
        (await fixture.TryAsync($"ports/ranges/{name}", new { start = 23_000, end = 23_001 }, method: HttpMethod.Put)).Status.ShouldBe(422);

    private static string NewName() => $"r{Guid.NewGuid():N}"[..20];
}
