using Alicerce.Harness;

namespace Alicerce.Resources.Tests.Services;

public sealed class UnhealthyServicesTests(UnhealthyServicesTests.Fixture fixture) : IClassFixture<UnhealthyServicesTests.Fixture>
{
    public sealed class Fixture : ServicesFixture
    {
        protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["ALICERCE_ALERT_INTERVAL_SECONDS"] = "5", ["ALICERCE_ALERT_FOR_SECONDS"] = "0" };
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_that_is_down_is_an_alert_until_it_is_up_again_however_long_its_name_and_reason()
    {
        var (name, host) = (new string('n', 100), $"{new string('h', 60)}.{new string('o', 60)}.{new string('s', 60)}.{new string('t', 60)}.example");
        var id = await fixture.InsertAsync(null, name, 8080, host: host, status: "unhealthy");
        await fixture.ExecuteAsync($"UPDATE resources.service_registry SET last_error = repeat('e', 200) WHERE id = {id}");
        await Eventually.BecomesTrueAsync(async () => (await StateAsync(id)) == "firing", "people are told", Ct);

        await fixture.ExecuteAsync($"UPDATE resources.service_registry SET health_status = 'healthy' WHERE id = {id}");

        await Eventually.BecomesTrueAsync(async () => (await StateAsync(id)) == "resolved", "people are told that it is over", Ct);
    }

    private async Task<string?> StateAsync(int id) => (await fixture.ReadAsync<string>($"SELECT state FROM platform.alerts WHERE rule = 'service_health' AND subject = 'service:{id}'")).SingleOrDefault();
}
