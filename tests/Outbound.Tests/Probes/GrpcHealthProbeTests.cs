using System.Security.Cryptography.X509Certificates;
using Alicerce.Outbound.Probes;

namespace Alicerce.Outbound.Tests.Probes;

public sealed class GrpcHealthProbeTests(GrpcServers servers) : IClassFixture<GrpcServers>
{
    [Theory]
    [InlineData("", true, "SERVING")]
    [InlineData("shop", true, "SERVING")]
    [InlineData("stock", false, "NOT_SERVING")]
    [InlineData("draft", false, "UNKNOWN")]
    [InlineData("nobody", false, "SERVICE_UNKNOWN: the server does not know a service of that name")]
    public async Task A_real_server_is_as_healthy_as_its_health_service_says(string service, bool healthy, string reason)
    {
        var found = await Probe(servers.Health, service);
        found.Healthy.ShouldBe(healthy, found.Reason);
        found.Reason.ShouldBe(reason);
        found.Latency.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_service_name_longer_than_one_length_byte_arrives_whole() =>
        (await Probe(servers.Health, new string('n', 300))).Reason.ShouldStartWith("SERVICE_UNKNOWN");

    [Fact]
    public async Task A_server_without_the_health_service_says_so() => (await Probe(servers.Bare, "")).Reason.ShouldBe("UNIMPLEMENTED: the server has no grpc.health.v1 service");

    [Fact]
    public async Task A_server_behind_TLS_is_asked_over_TLS()
    {
        var trusting = new OutboundHttpOptions { ValidateCertificate = (_, certificate, _, _) => ((X509Certificate2)certificate!).Thumbprint == servers.Thumbprint };
        (await Probe(servers.Tls, "", trusting)).ShouldSatisfyAllConditions(found => found.Reason.ShouldBe("SERVING"), found => found.Healthy.ShouldBeTrue());
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_not_accepted() =>
        (await Probe(servers.Tls, "")).ShouldSatisfyAllConditions(found => found.Healthy.ShouldBeFalse(), found => found.Reason.ShouldContain("certificate"));

    private static Task<ProbeResult> Probe(Uri server, string service, OutboundHttpOptions? options = null) =>
        new GrpcHealthProbe(new ConnectGuard(EgressPolicy.Only(server)), options).RunAsync(server, service, TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
}
