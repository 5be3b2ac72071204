using System.Net;

namespace Alicerce.Outbound.Tests;

public sealed class ConnectGuardRulesTests
{
    private static string? Refusal(EgressPolicy policy, string address, int port = 443, string? host = null) =>
        new ConnectGuard(policy).RefusalOf(host ?? address, port, IPAddress.Parse(address));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("2002:808:808::1")]
    [InlineData("::ffff:8.8.8.8")]
    public void A_public_address_is_open(string address) => Refusal(new EgressPolicy(), address).ShouldBeNull();

    [Theory]
    [InlineData("127.0.0.1", "loopback")]
    [InlineData("127.8.9.10", "loopback")]
    [InlineData("::1", "loopback")]
    [InlineData("10.1.2.3", "private")]
    [InlineData("172.16.0.1", "private")]
    [InlineData("172.31.255.255", "private")]
    [InlineData("192.168.1.1", "private")]
    [InlineData("fd12:3456::1", "unique local")]
    [InlineData("100.64.0.1", "shared")]
    [InlineData("198.18.0.1", "reserved")]
    [InlineData("192.0.2.1", "reserved")]
    [InlineData("240.0.0.1", "reserved")]
    [InlineData("2001:db8::1", "reserved")]
    [InlineData("fec0::1", "reserved")]
    [InlineData("::ffff:127.0.0.1", "loopback")]
    [InlineData("::ffff:10.0.0.1", "private")]
    [InlineData("64:ff9b::7f00:1", "loopback")]
    [InlineData("64:ff9b::a00:1", "private")]
    [InlineData("2002:7f00:1::", "loopback")]
    [InlineData("2001:0:a00:1::1", "private")]
    [InlineData("2001:0:808:808:0:0:f5ff:fffe", "private")]
    [InlineData("2606:4700::5efe:10.0.0.1", "private")]
    [InlineData("::127.0.0.1", "reserved")]
    public void An_address_inside_is_refused_unless_listed(string address, string rule)
    {
        Refusal(new EgressPolicy(), address).ShouldNotBeNull().ShouldContain(rule);
        Refusal(new EgressPolicy(), address)!.ShouldContain("ALICERCE_EGRESS_ALLOW");
        Refusal(new EgressPolicy { Allowed = ["shop.local"] }, address, host: "shop.local").ShouldBeNull();
    }

    [Theory]
    [InlineData("169.254.169.254", "metadata")]
    [InlineData("fd00:ec2::254", "metadata")]
    [InlineData("100.100.100.200", "metadata")]
    [InlineData("::ffff:169.254.169.254", "metadata")]
    [InlineData("64:ff9b::a9fe:a9fe", "metadata")]
    [InlineData("2002:a9fe:a9fe::1", "metadata")]
    [InlineData("169.254.1.1", "link-local")]
    [InlineData("fe80::1", "link-local")]
    [InlineData("0.0.0.0", "unspecified")]
    [InlineData("0.1.2.3", "unspecified")]
    [InlineData("::", "unspecified")]
    [InlineData("::ffff:0.0.0.0", "unspecified")]
    [InlineData("224.0.0.1", "multicast")]
    [InlineData("ff02::1", "multicast")]
    [InlineData("255.255.255.255", "broadcast")]
    public void Some_addresses_are_refused_whatever_is_listed(string address, string rule)
    {
        var everything = new EgressPolicy { Allowed = ["0.0.0.0/0", "::/0", "host.example", address.Contains(':', StringComparison.Ordinal) ? $"[{address}]:443" : address] };
        Refusal(everything, address, host: "host.example").ShouldNotBeNull().ShouldContain(rule);
        Refusal(everything, address)!.ShouldContain("no setting opens");
    }

    [Theory]
    [InlineData("10.0.0.7", "10.0.0.7", 80, true)]
    [InlineData("10.0.0.7:80", "10.0.0.7", 80, true)]
    [InlineData("10.0.0.7:80", "10.0.0.7", 81, false)]
    [InlineData("10.0.0.7", "10.0.0.8", 80, false)]
    [InlineData("10.0.0.0/8", "10.200.0.8", 80, true)]
    [InlineData("10.0.0.0/8", "192.168.0.1", 80, false)]
    [InlineData("::1", "::1", 80, true)]
    [InlineData("[::1]", "::1", 80, true)]
    [InlineData("[::1]:80", "::1", 80, true)]
    [InlineData("[::1]:80", "::1", 81, false)]
    [InlineData("fd00::/8", "fd12::1", 80, true)]
    [InlineData("::ffff:10.0.0.7", "10.0.0.7", 80, true)]
    [InlineData("0x7f.1", "127.0.0.1", 80, true)]
    public void Addresses_and_networks_are_listed_with_or_without_a_port(string entry, string address, int port, bool open) =>
        (Refusal(new EgressPolicy { Allowed = [entry] }, address, port) is null).ShouldBe(open);

    [Theory]
    [InlineData("Shop.Local", "SHOP.local")]
    [InlineData("shop.local", "shop.local.")]
    [InlineData("bücher.example", "xn--bcher-kva.example")]
    [InlineData("xn--bcher-kva.example", "BÜCHER.example")]
    public async Task Host_names_match_in_any_case_and_any_spelling(string entry, string asked)
    {
        var guard = new ConnectGuard(new EgressPolicy { Allowed = [entry] }, FakeNames.Answering("10.0.0.1"));
        (await guard.ResolveAsync(asked, 80, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_closed_list_does_not_even_look_up_other_names()
    {
        var asked = 0;
        var options = new ConnectGuardOptions { Resolve = (_, _) => { asked++; return Task.FromResult<IPAddress[]>([IPAddress.Parse("8.8.8.8")]); } };
        var guard = new ConnectGuard(EgressPolicy.Only(new Uri("http://shop.example:5080/x")), options);

        var refused = await Should.ThrowAsync<EgressRefusedException>(() => guard.ResolveAsync("secret-data.evil.example", 5080, TestContext.Current.CancellationToken));
        await Should.ThrowAsync<EgressRefusedException>(() => guard.ResolveAsync("shop.example", 5081, TestContext.Current.CancellationToken));

        asked.ShouldBe(0);
        refused.Message.ShouldContain("only listed destinations");
        (await guard.ResolveAsync("shop.example", 5080, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("http://[::1]:5080/", "::1", 5080)]
    [InlineData("http://127.0.0.1/", "127.0.0.1", 80)]
    [InlineData("https://0x7f000001/", "127.0.0.1", 443)]
    public void Only_opens_just_the_address_of_the_url(string url, string address, int port)
    {
        var policy = EgressPolicy.Only(new Uri(url));
        Refusal(policy, address, port).ShouldBeNull();
        Refusal(policy, address, port + 1).ShouldNotBeNull();
        Refusal(policy, "8.8.8.8", port).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.9")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    public void Our_own_port_is_refused_at_every_address_of_this_machine(string address)
    {
        var policy = new EgressPolicy { Allowed = ["127.0.0.0/8", "::1", "0.0.0.0/0", address], OwnEndpoints = [new IPEndPoint(IPAddress.Loopback, 5432)] };
        Refusal(policy, address, 5432).ShouldNotBeNull().ShouldContain("Alicerce itself");
        Refusal(policy, address, 5433).ShouldBeNull();
    }

    [Fact]
    public void Our_own_port_is_refused_at_the_addresses_of_the_network_cards()
    {
        var policy = new EgressPolicy { Allowed = ["0.0.0.0/0"], OwnEndpoints = [new IPEndPoint(IPAddress.Any, 5432)] };
        var cards = System.Net.NetworkInformation.NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(card => card.GetIPProperties().UnicastAddresses).Select(unicast => unicast.Address)
            .Where(address => !AddressFacts.KindOf(AddressFacts.Destinations(address)[0]).IsNeverAllowed());
        foreach (var address in cards)
            Refusal(policy, address.ToString(), 5432).ShouldNotBeNull().ShouldContain("Alicerce itself");
    }

    [Fact]
    public void Our_own_database_elsewhere_is_refused_and_its_port_on_this_machine_is_not()
    {
        var policy = new EgressPolicy { Allowed = ["10.0.0.0/8", "127.0.0.1"], OwnEndpoints = [new IPEndPoint(IPAddress.Parse("10.250.3.4"), 5432)] };
        Refusal(policy, "10.250.3.4", 5432).ShouldNotBeNull();
        Refusal(policy, "127.0.0.1", 5432).ShouldBeNull();
    }
}
