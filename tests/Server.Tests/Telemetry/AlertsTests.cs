using System.Net;
using Alicerce.Harness;

namespace Alicerce.Server.Tests.Telemetry;

public sealed class AlertsTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_fires_and_what_did_is_listed_and_counted_and_what_is_only_suspected_is_not()
    {
        await AddAsync("a", "pending", "critical");
        await AddAsync("b", "resolved", "warning");
        await AddAsync("c", "firing", "critical");

        (await ListAsync("")).ShouldBe(["c firing", "b resolved"]);
        (await ListAsync("?state=firing")).ShouldBe(["c firing"]);
        (await ListAsync("?state=resolved")).ShouldBe(["b resolved"]);
        var scrape = await Scrape.OfAsync(fixture.Client, Ct);
        scrape.Value("alerts_firing{severity=\"critical\"}").ShouldBe(1);
        scrape.Text.ShouldContain("\nalerts_firing{severity=\"warning\"} 0\n");
        using var unknown = await fixture.Client.GetAsync("/api/v1/alerts?state=pending", Ct);
        unknown.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Alerts_are_for_admins_of_the_house()
    {
        using var developer = await TestUser.AddAsync(fixture, "developer", Ct);
        using var response = await developer.Client.GetAsync("/api/v1/alerts", Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_limit_that_makes_no_sense_stops_the_start_and_is_named()
    {
        var refused = await Should.ThrowAsync<Platform.Data.StartupException>(() => TestServer.StartAsync(fixture.Database, Ct, new Dictionary<string, string?> { ["ALICERCE_ALERT_MIN_SAMPLES"] = "0" }));
        refused.Message.ShouldContain("ALICERCE_ALERT_MIN_SAMPLES is '0'");
    }

    [Fact]
    public async Task The_server_looks_by_itself_and_tells_Slack()
    {
        await using var slack = await FakeSlack.StartAsync(Ct);
        await using var database = await TestCluster.CreateDatabaseAsync([Platform.Data.PlatformDb.ForMigrations, .. Rooms.All.Select(room => room.Schema).OfType<Platform.Data.ModuleSchema>()], Ct);
        await using var server = await TestServer.StartAsync(
            database,
            Ct,
            new Dictionary<string, string?>
            {
                ["ALICERCE_SLACK_WEBHOOK"] = slack.Url,
                ["ALICERCE_ALERT_INTERVAL_SECONDS"] = "5",
                ["ALICERCE_ALERT_FOR_SECONDS"] = "0",
                ["ALICERCE_ALERT_MIN_SAMPLES"] = "1",
                ["ALICERCE_ALERT_MEAN_WARNING_MS"] = "1",
                ["ALICERCE_ALERT_MEAN_CRITICAL_MS"] = "1",
            });
        await server.GetAsync("/api/v1/projects", Ct);
        await Eventually.BecomesTrueAsync(() => slack.Texts.Any(text => text.Contains("performance_critica", StringComparison.Ordinal)), "Slack is told", Ct);
    }

    private async Task<IEnumerable<string>> ListAsync(string query) =>
        (await fixture.Server.GetAsync($"/api/v1/alerts{query}", Ct)).EnumerateArray().Select(alert => $"{alert.GetProperty("tipo").GetString()} {alert.GetProperty("state").GetString()}").ToList();

    private async Task AddAsync(string tipo, string state, string severidade)
    {
        await using var command = fixture.Database.Source.CreateCommand(
            "INSERT INTO platform.alerts (rule, subject, tipo, severidade, mensagem, state, since) VALUES ('r', $1, $1, $3, 'm', $2, now())");
        command.Parameters.AddWithValue(tipo);
        command.Parameters.AddWithValue(state);
        command.Parameters.AddWithValue(severidade);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
