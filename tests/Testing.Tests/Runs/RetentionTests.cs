using System.Globalization;
using Alicerce.Harness;
using Alicerce.Modules.Testing.Runs;
using Alicerce.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using static Alicerce.Testing.Tests.Runs.RunsFixture;

namespace Alicerce.Testing.Tests.Runs;

public sealed class RetentionTests(RunsFixture fixture) : IClassFixture<RunsFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Runs_and_results_are_kept_90_days_and_then_dropped_with_their_day()
    {
        await using var target = await Target.StartAsync();
        var run = await fixture.RunAsync(await fixture.SuiteAgainstAsync(target, "{}", Get("/a"), Get("/500/b")));
        var id = run.GetProperty("id").GetInt32();
        var day = await ScalarAsync($"SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYYMMDD') FROM testing.test_runs WHERE id = {id}");
        var today = DateTimeOffset.ParseExact($"{day}", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

        await KeepAsync(today.AddDays(90).AddHours(23)); // Its partitions ahead are made when it has been there.
        (await ScalarAsync($"SELECT count(*) FROM testing.test_results WHERE run_id = {id}")).ShouldBe(2L);
        await KeepAsync(today.AddDays(91));

        (await ScalarAsync($"SELECT to_regclass('testing.test_results_{day}') IS NULL")).ShouldBe(true);
        (await ScalarAsync($"SELECT count(*) FROM testing.test_runs WHERE id = {id}")).ShouldBe(0L);
        (await ScalarAsync("SELECT count(*) FROM testing.test_cases")).ShouldBe(2L);
        using var gone = await fixture.Client.GetAsync($"/api/v1/test-runs/{id}", Ct);
        gone.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    /// <summary>Lets the upkeep work at that time, until it has made the partitions of the days to come.</summary>
    private async Task KeepAsync(DateTimeOffset now)
    {
        var services = fixture.Server.Services;
        var options = new RunOptions { SweepInterval = TimeSpan.FromMilliseconds(50) };
        using var upkeep = new RunUpkeep(
            services.GetRequiredService<NpgsqlDataSource>(), services.GetRequiredService<RunStore>(), services.GetRequiredService<RunClosing>(), services.GetRequiredService<IJobQueue>(), options,
            new Calendar(now), NullLogger<RunUpkeep>.Instance);
        await upkeep.StartAsync(Ct);
        var last = now.AddDays(options.PartitionsAhead).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        await Eventually.BecomesTrueAsync(async () => await ScalarAsync($"SELECT to_regclass('testing.test_results_{last}') IS NOT NULL") is true, "the upkeep has been there", Ct);
        await upkeep.StopAsync(Ct);
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var command = fixture.Database.Source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Ct);
    }

    /// <summary>Another day, with the timers of today.</summary>
    private sealed class Calendar(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
