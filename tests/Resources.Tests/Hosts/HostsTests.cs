using System.Net;
using Alicerce.Harness;
using Alicerce.Modules.Resources.Hosts;
using Alicerce.Resources.Tests.Ports;

namespace Alicerce.Resources.Tests.Hosts;

public sealed class HostsTests(PortsFixture fixture) : IClassFixture<PortsFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Forge", "forge")]
    [InlineData("forge.example.", "forge.example")]
    [InlineData("10.10.1.40", "10.10.1.40")]
    [InlineData("127.0.0.1", "localhost")]
    [InlineData("127.8.8.8", "localhost")]
    [InlineData("::1", "localhost")]
    [InlineData("[::1]", "localhost")]
    [InlineData("::ffff:127.0.0.1", "localhost")]
    [InlineData("::FFFF:10.0.0.1", "10.0.0.1")]
    [InlineData("FE80:0:0:0:0:0:0:1", "fe80::1")]
    [InlineData("my_host-1", "my_host-1")]
    [InlineData("", null)]
    [InlineData("0.0.0.0", null)]
    [InlineData("::", null)]
    [InlineData("8000", null)]
    [InlineData("0x7f.1", null)]
    [InlineData("127.1", null)]
    [InlineData("010.1.1.1", null)]
    [InlineData("256.1.1.1", null)]
    [InlineData("fe80::1%eth0", null)]
    [InlineData("http://forge", null)]
    [InlineData("forge:80", null)]
    [InlineData("for ge", null)]
    [InlineData("forge\n", null)]
    [InlineData("fоrge", null)] // A Cyrillic letter.
    [InlineData("-forge", null)]
    [InlineData("*", null)]
    public void A_host_has_one_spelling(string text, string? expected) => HostNames.Canonical(text).ShouldBe(expected);

    [Fact]
    [Trait("Trap", "T004-06")]
    public async Task Two_names_of_one_machine_share_its_ports()
    {
        var (host, address) = (PortsFixture.NewHost(), $"10.77.{Random.Shared.Next(256)}.{Random.Shared.Next(1, 255)}");
        await fixture.AllocateAsync("web", host);
        (await fixture.AllocateAsync("api", address, new { preferred_port = 8001 })).ShouldBe(8001, "nobody said yet that they are one");

        var (status, answer) = await fixture.TryAsync($"hosts/{address}", new { host = host.ToUpperInvariant() }, method: HttpMethod.Put);
        status.ShouldBe(200, answer.GetRawText());

        (await fixture.AllocateAsync("db", address)).ShouldBe(8002, "8000 and what the address held before are the machine's");
        (await fixture.AllocateAsync("web", address)).ShouldBe(8000);
        (await fixture.GetAsync($"ports?host={address}")).GetArrayLength().ShouldBe(3);
        (await fixture.GetAsync($"ports/check/8001?host={address}")).GetProperty("host").GetString().ShouldBe(host);
        (await fixture.AskAsync("release", new { service_name = "api", host = address })).GetProperty("host").GetString().ShouldBe(host);
        foreach (var name in new[] { "127.0.0.1", "LOCALHOST", "::1" })
            (await fixture.AskAsync("allocate", new { service_name = "of-this-machine", host = name })).GetProperty("host").GetString().ShouldBe("localhost");
    }

    [Fact]
    public async Task Names_that_hold_the_same_port_are_not_made_one()
    {
        var (host, other) = (PortsFixture.NewHost(), PortsFixture.NewHost());
        await fixture.AllocateAsync("web", host);
        await fixture.AllocateAsync("api", other);
        var (status, error) = await fixture.TryAsync($"hosts/{other}", new { host }, method: HttpMethod.Put);
        status.ShouldBe(409);
        PortsFixture.MessageOf(error).ShouldContain("8000");
        (await fixture.GetAsync($"ports?host={other}")).GetArrayLength().ShouldBe(1, "nothing has moved");
    }

    [Fact]
    public async Task An_alias_of_an_alias_is_one_of_the_host_and_can_be_forgotten()
    {
        var (host, first, second) = (PortsFixture.NewHost(), PortsFixture.NewHost(), PortsFixture.NewHost());
        await fixture.TryAsync($"hosts/{second}", new { host = first }, method: HttpMethod.Put);
        (await fixture.TryAsync($"hosts/{first}", new { host }, method: HttpMethod.Put)).Body.GetProperty("data").GetProperty("host").GetString().ShouldBe(host);
        await fixture.AllocateAsync("web", second);
        (await fixture.GetAsync($"ports?host={host}")).GetArrayLength().ShouldBe(1);
        (await fixture.TryAsync($"hosts/{host}", new { host = second }, method: HttpMethod.Put)).Status.ShouldBe(422, "that would be a circle");

        (await fixture.Client.DeleteAsync($"/api/v1/resources/hosts/{second}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await fixture.GetAsync($"ports?host={second}")).GetArrayLength().ShouldBe(0);
        (await fixture.Client.DeleteAsync($"/api/v1/resources/hosts/{second}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_admins_of_the_house_say_what_is_one_machine_and_localhost_is_the_servers_own()
    {
        (await fixture.TryAsync("hosts/127.0.0.1", new { host = "forge" }, method: HttpMethod.Put)).Status.ShouldBe(422);
        (await fixture.TryAsync("hosts/forge", new { host = "bad host" }, method: HttpMethod.Put)).Status.ShouldBe(422);
        using var developer = await TestUser.AddAsync(fixture, "developer", Ct);
        (await fixture.TryAsync("hosts/forge", new { host = "anvil" }, developer.Client, HttpMethod.Put)).Status.ShouldBe(403);
    }
}
