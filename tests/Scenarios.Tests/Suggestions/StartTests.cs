using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Modules.Scenarios.Embeddings;
using Alicerce.Modules.Scenarios.Suggestions;
using Alicerce.Outbound;
using Alicerce.Platform.Web.Health;
using Microsoft.Extensions.Configuration;

namespace Alicerce.Scenarios.Tests.Suggestions;

/// <summary>What a server of its own knows and learns; these tests empty whole tables.</summary>
public sealed class StartTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S000-SYNC-01")]
    [Trait("Trap", "T000-09")]
    public async Task The_first_question_after_a_start_finds_what_was_there_from_the_stored_vectors()
    {
        await using var fixture = new ScenariosFixture();
        await fixture.InitializeAsync();
        var id = await fixture.AddAsync("Segunda via de boleto");
        // Another vector than the title's: who embeds again would not find it so.
        await fixture.SqlAsync("UPDATE scenarios.embeddings SET vector = (SELECT array_agg(CASE WHEN i = 1 THEN 1 ELSE 0 END::real) FROM generate_series(1, 384) i) WHERE scenario_id = $1", id);
        await using var second = await SecondAsync(fixture);
        var first = await SuggestAsync(second, "Segunda via de boleto");
        first.GetArrayLength().ShouldBe(1);
        await Eventually.BecomesTrueAsync(async () => (await StateAsync(second)).GetProperty("state").GetString() == "ready", "the index follows the table", Ct);
        (await SuggestAsync(second, "Segunda via de boleto"))[0].GetProperty("similarity").GetDouble().ShouldBeLessThan(0.9);
    }

    [Fact]
    [Trait("Trap", "T000-25")]
    public async Task A_process_is_not_ready_until_its_index_is_loaded()
    {
        var clock = new ForwardClock();
        var live = new LiveIndex(clock);
        IDependency dependency = live;
        await dependency.ProbeAsync(Ct);
        dependency.IsNeeded.ShouldBeFalse("nobody may ask this process");
        live.Open();
        dependency.IsNeeded.ShouldBeTrue();
        (await Should.ThrowAsync<InvalidOperationException>(async () => await dependency.ProbeAsync(Ct))).Message.ShouldContain("loaded");
        using var models = EmbeddingSettings.Read(new ConfigurationBuilder().Build(), EgressPolicy.Only(new Uri("http://127.0.0.1")), clock);
        live.Replace(new SuggestionIndex(models.BuiltIn));
        live.Synced(new Place(1, 1), isPending: false);
        await dependency.ProbeAsync(Ct);
        clock.Forward(TimeSpan.FromMinutes(2));
        dependency.IsNeeded.ShouldBeFalse("what it knows is still worth an answer");
        (await Should.ThrowAsync<InvalidOperationException>(async () => await dependency.ProbeAsync(Ct))).Message.ShouldContain("follow");

        await using var fixture = new ScenariosFixture();
        await fixture.InitializeAsync();
        await Eventually.BecomesTrueAsync(async () => (await StateAsync(fixture.Server)).GetProperty("state").GetString() == "ready", "it is loaded", Ct);
        var ready = await fixture.Server.Anonymous.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Ct);
        JsonElement.Parse(ready).GetProperty("dependencies").EnumerateArray().Single(one => one.GetProperty("name").GetString() == "scenario_index").GetProperty("status").GetString().ShouldBe("healthy");
    }

    [Fact]
    public async Task What_everybody_has_seen_long_ago_is_forgotten_by_the_log()
    {
        await using var fixture = new ScenariosFixture();
        await fixture.InitializeAsync();
        await fixture.AddAsync("Antigo");
        await fixture.SqlAsync("UPDATE scenarios.scenario_changes SET at = now() - interval '8 days'");
        await fixture.AddAsync("Novo");
        await using var second = await SecondAsync(fixture);
        await Eventually.BecomesTrueAsync(async () => await fixture.SqlAsync("SELECT count(*) FROM scenarios.scenario_changes") is 1L, "only the new one is left", Ct);
    }

    [Fact]
    public async Task An_emptied_table_is_an_empty_index_in_every_server()
    {
        await using var fixture = new ScenariosFixture();
        await fixture.InitializeAsync();
        await using var second = await SecondAsync(fixture);
        await fixture.AddAsync("Vai embora");
        await Eventually.BecomesTrueAsync(async () => (await SuggestAsync(second, "Vai embora")).GetArrayLength() == 1, "the index follows the table", Ct);
        await fixture.SqlAsync("TRUNCATE scenarios.scenarios CASCADE");
        await Eventually.BecomesTrueAsync(async () => (await SuggestAsync(second, "Vai embora")).GetArrayLength() == 0 && (await fixture.SuggestAsync("Vai embora")).Length == 0, "the index follows the table", Ct);
        await fixture.AddAsync("Volta depois");
        await Eventually.BecomesTrueAsync(async () => (await SuggestAsync(second, "Volta depois")).GetArrayLength() == 1, "the index follows the table", Ct);
    }

    [Fact]
    [Trait("Trap", "T000-06")]
    [Trait("Trap", "T000-08")]
    public async Task A_lost_connection_of_the_listener_is_made_again_and_nothing_is_missed()
    {
        await using var fixture = new ScenariosFixture();
        await fixture.InitializeAsync();
        await fixture.AddAsync("Antes da queda");
        for (var round = 0; round < 3; round++)
        {
            await fixture.SqlAsync("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
            var title = $"Depois da queda {round}";
            await fixture.SqlAsync("INSERT INTO scenarios.scenarios (title) VALUES ($1)", title);
            await Eventually.BecomesTrueAsync(async () => (await fixture.SendAsync(HttpMethod.Get, $"/suggest?query={Uri.EscapeDataString(title)}", null)) is (200, var body) && body.ToString().Contains(title, StringComparison.Ordinal), "the index follows the table", Ct);
        }

        await Eventually.BecomesTrueAsync(async () => (await StateAsync(fixture.Server)).GetProperty("state").GetString() == "ready", "it says that it follows again", Ct);
    }

    private static async Task<JsonElement> SuggestAsync(TestServer server, string query) => (await server.GetAsync($"/api/v1/suggest?query={Uri.EscapeDataString(query)}", Ct)).GetProperty("results");

    private static Task<JsonElement> StateAsync(TestServer server) => server.GetAsync("/api/v1/scenarios/index", Ct);

    /// <summary>Another server over the same database.</summary>
    private static async Task<TestServer> SecondAsync(ScenariosFixture fixture)
    {
        var server = await TestServer.StartAsync(fixture.Database, Ct);
        server.Client.DefaultRequestHeaders.Authorization = fixture.Client.DefaultRequestHeaders.Authorization;
        return server;
    }
}
