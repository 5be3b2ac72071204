using System.Net;
using System.Net.Sockets;
using Alicerce.Harness;

namespace Alicerce.Resources.Tests.Ports;

public sealed class DriftTests(PortsFixture fixture) : IClassFixture<PortsFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_allocated_and_closed_and_what_is_open_and_unknown_is_told()
    {
        using var known = new TcpListener(IPAddress.Loopback, 0);
        using var unknown = new TcpListener(IPAddress.Any, 0);
        known.Start();
        unknown.Start();
        var (knownPort, unknownPort) = (((IPEndPoint)known.LocalEndpoint).Port, ((IPEndPoint)unknown.LocalEndpoint).Port);
        var compose = $"services:\n  listening:\n    ports: ['{knownPort}:80']";
        await fixture.AskAsync("import", new { compose, host = "localhost" });
        var closedPort = await fixture.AllocateAsync("nobody-home", "localhost");

        var drift = await fixture.GetAsync("ports/drift?host=localhost");

        var closed = drift.GetProperty("closed").EnumerateArray().Select(port => port.GetProperty("port").GetInt32()).ToList();
        closed.ShouldContain(closedPort);
        closed.ShouldNotContain(knownPort);
        var open = drift.GetProperty("unknown").EnumerateArray().ToDictionary(port => port.GetProperty("port").GetInt32());
        open.ShouldNotContainKey(knownPort);
        open.ShouldContainKey(unknownPort);
        if (OperatingSystem.IsLinux()) open[unknownPort].GetProperty("process").GetProperty("pid").GetInt32().ShouldBe(Environment.ProcessId);
    }

    [Fact]
    public async Task Where_the_server_itself_and_its_PostgreSQL_listen_is_told_apart_from_what_is_unknown()
    {
        int[] own = [fixture.Server.Url.Port, new Npgsql.NpgsqlConnectionStringBuilder(fixture.Database.Source.ConnectionString).Port];
        var drift = await fixture.GetAsync("ports/drift");
        drift.GetProperty("own").EnumerateArray().Select(port => port.GetInt32()).ShouldBe(own, ignoreOrder: true);
        drift.GetProperty("unknown").EnumerateArray().Select(port => port.GetProperty("port").GetInt32()).ShouldNotContain(port => own.Contains(port));
    }

    [Fact]
    public async Task Only_the_servers_own_machine_is_looked_at_and_only_for_developers_of_the_house()
    {
        (await fixture.Client.GetAsync("/api/v1/resources/ports/drift?host=forge", Ct)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var viewer = await TestUser.AddAsync(fixture, "viewer", Ct);
        (await viewer.Client.GetAsync("/api/v1/resources/ports/drift", Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Which_process_listens_is_told_to_developers_of_the_house_and_that_one_does_to_everybody()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        foreach (var (role, isTold) in new[] { ("viewer", false), ("developer", OperatingSystem.IsLinux()) })
        {
            using var user = await TestUser.AddAsync(fixture, role, Ct);
            var answer = (await user.Client.SendAsync(HttpMethod.Get, $"/api/v1/resources/ports/check/{((IPEndPoint)listener.LocalEndpoint).Port}", null, Ct)).Data();
            answer.GetProperty("reason").GetString().ShouldBe("in_use", role);
            (answer.GetProperty("process").ValueKind == System.Text.Json.JsonValueKind.Object).ShouldBe(isTold, role);
        }
    }
}
