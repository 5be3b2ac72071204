using Alicerce.Harness;
using Alicerce.Modules.Resources.Services.Health;
using Alicerce.Platform.Alerts;

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

    [Fact]
    public async Task Of_very_many_that_are_down_the_newest_are_told_and_how_many_more_there_are()
    {
        await fixture.ExecuteAsync($"""
            INSERT INTO resources.service_registry (name, service_type, host, port, health_status, status_since, next_health_check, consecutive_failures, consecutive_successes, is_approved)
            SELECT 'down-' || i, 'app', '127.0.0.1', i, 'unhealthy', '2998-01-01Z'::timestamptz + i * interval '1 minute', '{ServicesFixture.Never}', 3, 0, true FROM generate_series(1, 103) i
            """);

        var breaches = await new UnhealthyServices(fixture.Database.Source).FindAsync(Ct);

        breaches.Count.ShouldBe(101);
        breaches[0].Mensagem.ShouldStartWith("down-103 ");
        breaches[99].Mensagem.ShouldStartWith("down-4 ");
        breaches[100].ShouldBe(new Breach("service_health", "others", "servico_fora", "critical", $"Mais {await DownAsync() - 100} serviços não estão saudáveis: GET /api/v1/resources/services?status=unhealthy"));
        await fixture.ExecuteAsync("DELETE FROM resources.service_registry WHERE name LIKE 'down-%'");
    }

    private async Task<long> DownAsync() => (await fixture.ReadAsync<long>("SELECT count(*) FROM resources.service_registry WHERE health_status = 'unhealthy'"))[0];

    private async Task<string?> StateAsync(int id) => (await fixture.ReadAsync<string>($"SELECT state FROM platform.alerts WHERE rule = 'service_health' AND subject = 'service:{id}'")).SingleOrDefault();
}
