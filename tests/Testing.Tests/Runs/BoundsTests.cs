using System.Collections.Concurrent;
using Alicerce.Engine.Cases;
using static Alicerce.Testing.Tests.Runs.RunsFixture;

namespace Alicerce.Testing.Tests.Runs;

/// <summary>What keeps a run on the server within its limits.</summary>
public sealed class BoundsTests(RunsFixture fixture) : IClassFixture<RunsFixture>
{
    private const int MostUsers = 200;

    [Fact]
    public async Task A_load_case_presses_no_harder_than_the_limit()
    {
        var together = new ConcurrentDictionary<string, (int Now, int Most)>(StringComparer.Ordinal);
        await using var target = await Target.StartAsync(async context =>
        {
            // By case, because the target still works on what the last one sent when the next one begins.
            together.AddOrUpdate(context.Request.Path, (1, 1), (_, n) => (n.Now + 1, Math.Max(n.Most, n.Now + 1)));
            await Task.Delay(50, CancellationToken.None);
            together.AddOrUpdate(context.Request.Path, (0, 0), (_, n) => (n.Now - 1, n.Most));
        });

        var run = await fixture.RunAsync(await fixture.SuiteAgainstAsync(target, "{}", Load("/1"), Load("/2")), new { shards = 2 });

        run.GetProperty("status").GetString().ShouldBe("passed");
        together.Keys.Order().ShouldBe(["/1", "/2"]);
        together.Values.ShouldAllBe(n => n.Most > 1 && n.Most <= MostUsers);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Load_cases_press_one_after_another_in_all_shards_together(int shards)
    {
        await using var target = await Target.StartAsync(context => Task.Delay(50, context.RequestAborted));

        var run = await fixture.RunAsync(await fixture.SuiteAgainstAsync(target, "{}", Load("/1"), Load("/2"), Load("/3")), new { shards });

        run.GetProperty("status").GetString().ShouldBe("passed");
        var paths = target.Requests.Select(r => r.Path).ToList();
        paths.Zip(paths.Skip(1)).Count(pair => pair.First != pair.Second).ShouldBe(2);
    }

    [Fact]
    public async Task A_load_case_of_a_run_in_shards_has_the_users_that_it_asks_for()
    {
        await using var target = await Target.StartAsync(context => Task.Delay(20, context.RequestAborted));
        var fitting = Load("/1") with { Load = new LoadProfile(150, TimeSpan.FromSeconds(1), MaxErrorRate: 1m) };

        var run = await fixture.RunAsync(await fixture.SuiteAgainstAsync(target, "{}", fitting, Load("/2")), new { shards = 2 });

        var results = run.GetProperty("results").EnumerateArray().ToDictionary(r => r.GetProperty("test_name").GetString()!, r => r.GetProperty("id").GetInt64());
        (await MessageOfAsync(results["GET /1"])).ShouldBeNull();
        (await MessageOfAsync(results["GET /2"])).ShouldBe("Pressed with 200 users, not 100000: a run has at most 200");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Fail_fast_stops_all_shards_soon_after_the_first_failure(int shards)
    {
        const int total = 600;
        await using var target = await Target.StartAsync(async context =>
        {
            await Task.Delay(10, context.RequestAborted);
            if (context.Request.Path == "/0") context.Response.StatusCode = 500;
        });
        var suite = await fixture.SuiteAgainstAsync(target, """{"parallel":3}""", Enumerable.Range(0, total).Select(i => Get($"/{i}") with { Order = i }));

        var run = await fixture.RunAsync(suite, new { fail_fast = true, shards });

        run.GetProperty("status").GetString().ShouldBe("failed");
        run.GetProperty("failed").GetInt32().ShouldBe(1);
        target.Requests.Count.ShouldBeLessThan(total / 2);
        run.GetProperty("results_total").GetInt32().ShouldBe(target.Requests.Count);
    }

    private async Task<string?> MessageOfAsync(long result)
    {
        await using var command = fixture.Database.Source.CreateCommand($"SELECT message FROM testing.test_results WHERE id = {result}");
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) as string;
    }

    private static TestCase Load(string path) =>
        Get(path) with { Kind = CaseKind.Load, Load = new LoadProfile(100_000, TimeSpan.FromSeconds(1), MaxErrorRate: 1m) };
}
