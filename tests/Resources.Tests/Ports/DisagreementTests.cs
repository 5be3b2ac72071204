using System.Text.Json;

namespace Alicerce.Resources.Tests.Ports;

/// <summary>The registry of services and the list of ports say two things of one service.</summary>
public sealed class DisagreementTests(PortsFixture fixture) : IClassFixture<PortsFixture>
{
    [Fact]
    public async Task A_service_that_is_registered_at_another_port_than_it_was_given_is_told_on_registration_in_the_drift_and_in_configs()
    {
        var (project, host, name) = (await fixture.ProjectAsync(), $"{PortsFixture.NewHost()}.example", $"s{Guid.NewGuid():N}");
        var port = await fixture.AllocateAsync(name, host, new { project_id = project });
        var expected = $"{name} is registered at port {port + 1} of {host}, and the list of ports gives it {port}: register it at that port, or release that one and allocate {port + 1}.";

        (await RegisterAsync(project, name, host, port + 1)).ShouldBe([expected]);

        var drift = (await fixture.GetAsync("ports/drift")).GetProperty("disagreements").EnumerateArray().Single(one => one.GetProperty("service_name").GetString() == name);
        drift.GetProperty("registered_port").GetInt32().ShouldBe(port + 1);
        drift.GetProperty("allocated_ports")[0].GetInt32().ShouldBe(port);
        drift.GetProperty("host").GetString().ShouldBe(host);
        Texts(await fixture.GetAsync($"generate/quantum-config/{project}")).ShouldContain(expected);

        (await RegisterAsync(project, name, host, port)).ShouldBeEmpty("one instance is where the list says");
        (await fixture.GetAsync("ports/drift")).GetProperty("disagreements").GetRawText().ShouldNotContain(name);
        Texts(await fixture.GetAsync($"generate/quantum-config/{project}")).ShouldNotContain(expected);
    }

    [Fact]
    public async Task Other_names_of_a_host_further_ports_and_the_environment_are_looked_through_and_what_is_in_no_list_is_no_disagreement()
    {
        var (project, host, name) = (await fixture.ProjectAsync(), PortsFixture.NewHost(), $"s{Guid.NewGuid():N}");
        await fixture.TryAsync($"hosts/{host}.example", new { host }, method: HttpMethod.Put);
        await fixture.AskAsync("import", new { compose = $"services:\n  {name}:\n    ports: ['8000-8001:80-81']", host });
        (await RegisterAsync(null, name, $"{host}.example", 8001)).ShouldBeEmpty();
        (await RegisterAsync(project, name, $"{host}.example", 8002)).ShouldBeEmpty("the ports are the house's");
        (await RegisterAsync(null, "unheard-of", $"{host}.example", 8003)).ShouldBeEmpty();
    }

    private async Task<string[]> RegisterAsync(int? project, string name, string host, int port) =>
        Texts(await fixture.Server.PostAsync("/api/v1/resources/services", new { name, host, port, project_id = project }, TestContext.Current.CancellationToken));

    private static string[] Texts(JsonElement answer) => [.. answer.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()!)];
}
