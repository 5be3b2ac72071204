using System.Diagnostics;

namespace Alicerce.Resources.Tests.Ports;

/// <summary>More callers at once than the server has connections: whoever holds one must not wait for a second.</summary>
public sealed class PoolTests(PortsFixture fixture) : IClassFixture<PortsFixture>
{
    private const int Callers = 40;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("release", 200)]
    [InlineData("reserve", 409)]
    [InlineData("check", 200)]
    [InlineData("import", 200)]
    public async Task More_callers_than_connections_about_the_ports_of_a_project_do_not_wait_for_each_other(string what, int expected)
    {
        var (project, host) = (await fixture.ProjectAsync(), PortsFixture.NewHost());
        for (var i = 0; i < Callers; i++) await fixture.AllocateAsync($"service-{i}", host, new { project_id = project });

        var started = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(i => AskAsync(what, i, host)));

        answers.ShouldAllBe(status => status == expected);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(12), "one that waits for a second connection waits for 15 s and more");
    }

    private async Task<int> AskAsync(string what, int i, string host) => what switch
    {
        "check" => (int)(await fixture.Client.GetAsync($"/api/v1/resources/ports/check/{8000 + i}?host={host}", Ct)).StatusCode,
        "release" => (await fixture.TryAsync("ports/release", new { service_name = $"service-{i}", host })).Status,
        "reserve" => (await fixture.TryAsync("ports/reserve", new { port = 8000 + i, host })).Status,
        _ => (await fixture.TryAsync("ports/import", new { compose = $"services:\n  other:\n    ports: ['{8000 + i}:80']", host, preview = true })).Status,
    };
}
