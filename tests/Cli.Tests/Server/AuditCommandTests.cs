using System.Text.Json;
using Alicerce.Harness;
using Npgsql;

namespace Alicerce.Cli.Tests.Server;

/// <summary>The commands of the audit log against the real server, on a log that a test may break.</summary>
public sealed class AuditCommandTests : IAsyncLifetime
{
    private readonly ServerFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task A_sound_log_is_code_0_and_a_broken_one_code_1_with_the_first_broken_row()
    {
        for (var i = 1; i <= 3; i++) await RunAsync(0, "project", "create", $"shop-{i}");
        await Eventually.BecomesTrueAsync(async () => (await RunAsync(0, "audit", "verify", "--json")).Contains("\"kept_number\": 4", StringComparison.Ordinal), "all is sealed", TestContext.Current.CancellationToken);
        (await RunAsync(0, "audit", "verify")).ShouldContain("The audit log is sound: 4 rows");

        await TamperAsync("UPDATE platform.audit_log SET actor = 'user:9' WHERE seal_no = 3");

        (await RunAsync(1, "audit", "verify")).ShouldContain("The audit log is broken (changed) after 2 sound rows: Row 3 was changed");
        JsonElement.Parse(await RunAsync(1, "audit", "verify", "--json")).GetProperty("fault").GetProperty("number").GetInt64().ShouldBe(3);
    }

    [Fact]
    public async Task The_list_shows_who_did_what_and_goes_beyond_one_part_of_the_servers_answer()
    {
        await RunAsync(0, "project", "create", "shop");
        for (var i = 0; i < 105; i++) await _fixture.Client.PatchAsync("/api/v1/projects/1", new StringContent($$"""{"description": "{{i}}"}""", null, "application/json"), TestContext.Current.CancellationToken);

        var table = await RunAsync(0, "audit", "list", "--project", "shop", "--action", "project.created");
        table.ShouldContain("user:1 (token:1)");
        table.ShouldContain("project:1");
        JsonElement.Parse(await RunAsync(0, "audit", "list", "--subject", "project:1", "--limit", "104", "--json")).GetArrayLength().ShouldBe(104);
        JsonElement.Parse(await RunAsync(0, "audit", "list", "--subject", "project:1", "--limit", "1000", "--json")).GetArrayLength().ShouldBe(106);
        JsonElement.Parse(await RunAsync(0, "audit", "list", "--until", "2020-01-01T00:00Z", "--json")).GetArrayLength().ShouldBe(0);
    }

    private async Task<string> RunAsync(int exitCode, params string[] arguments)
    {
        var variables = new Dictionary<string, string> { ["ALICERCE_SERVER"] = _fixture.Server.Url.ToString(), ["ALICERCE_TOKEN"] = _fixture.Server.Token };
        var result = await CommandLineProcess.RunWithAsync(variables, arguments);
        result.ExitCode.ShouldBe(exitCode, result.Errors);
        return result.Output;
    }

    private async Task TamperAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_fixture.Database.SuperuserConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"SET session_replication_role = replica; {sql}", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
