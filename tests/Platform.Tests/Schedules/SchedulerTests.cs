using Alicerce.Harness;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Schedules;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alicerce.Platform.Tests.Schedules;

public sealed class SchedulerTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly DateTimeOffset Noon = new(2027, 5, 3, 12, 0, 0, TimeSpan.Zero);
    private readonly string _type = $"test.{Guid.NewGuid():N}";
    private readonly SetClock _clock = new() { Now = Noon };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_schedule_that_is_due_enqueues_its_job_and_moves_on_to_its_next_time()
    {
        await AddAsync("0 * * * *", Noon);
        await AddAsync("0 * * * *", Noon.AddSeconds(1));
        await AddAsync("0 * * * *", Noon, isEnabled: false);

        await FireAllAsync();

        (await ScalarAsync($"SELECT string_agg(args::text || ' ' || correlation_id, ',') FROM platform.jobs WHERE type = '{_type}'")).ShouldBe(
            $$"""{"suite": 7} schedule-{{await FirstIdAsync()}}-{{Noon.ToUnixTimeSeconds()}}""");
        (await TimesAsync(await FirstIdAsync())).ShouldBe((Noon.AddHours(1), Noon));
    }

    [Fact]
    public async Task Eight_processes_never_fire_one_time_twice()
    {
        const int Schedules = 60;
        const int Hours = 5;
        for (var i = 0; i < Schedules; i++) await AddAsync("0 * * * *", Noon);

        for (var hour = 0; hour < Hours; hour++)
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
            {
                for (var i = 0; i < 3; i++) await NewScheduler().FireAsync(Ct);
            }));
            await FireAllAsync();
            (await JobsAsync()).ShouldBe(Schedules * (hour + 1L));

            // The jobs end meanwhile: their keys protect no longer.
            await ExecuteAsync($"UPDATE platform.jobs SET state = 'succeeded', finished_at = now() WHERE type = '{_type}'");
            _clock.Now = _clock.Now.AddHours(1);
        }

        (await ScalarAsync($"SELECT count(DISTINCT unique_key) FROM platform.jobs WHERE type = '{_type}'")).ShouldBe((long)Schedules * Hours);
    }

    [Theory]
    [InlineData("run_once", 1)]
    [InlineData("skip", 0)]
    public async Task Times_that_nobody_was_there_for_are_made_up_for_by_one_run_at_most(string misfire, long runs)
    {
        await AddAsync("0/5 * * * *", Noon.AddHours(-10), misfire: misfire);

        await FireAllAsync();

        (await JobsAsync()).ShouldBe(runs);
        (await TimesAsync(await FirstIdAsync())).Next.ShouldBe(Noon.AddMinutes(5));
    }

    [Fact]
    public async Task A_clock_that_jumps_an_hour_ahead_and_back_fires_no_time_twice()
    {
        await AddAsync("0/30 * * * *", Noon.AddMinutes(30));

        _clock.Now = Noon.AddHours(1);
        await FireAllAsync();
        _clock.Now = Noon;
        await FireAllAsync();
        _clock.Now = Noon.AddHours(1);
        await FireAllAsync();

        (await JobsAsync()).ShouldBe(1);
        _clock.Now = Noon.AddMinutes(90);
        await FireAllAsync();
        (await JobsAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_schedule_that_this_machine_cannot_read_rests_and_holds_up_nobody()
    {
        await AddAsync("0 * * * *", Noon.AddMinutes(-1), zone: "Mars/Olympus");
        await AddAsync("0 * * * *", Noon);

        await FireAllAsync();

        (await TimesAsync(await FirstIdAsync())).Next.ShouldBeNull();
        (await ScalarAsync($"SELECT count(*) FROM platform.schedules WHERE job_type = '{_type}' AND next_run_at = '{Noon.AddHours(1):O}'")).ShouldBe(1L);
    }

    [Fact]
    public async Task A_schedule_whose_last_time_has_come_rests()
    {
        await AddAsync("0 0 12 3 5 ? 2027", Noon);
        await FireAllAsync();
        (await TimesAsync(await FirstIdAsync())).ShouldBe(((DateTimeOffset?)null, Noon));
        (await JobsAsync()).ShouldBe(1);
    }

    private Scheduler NewScheduler() =>
        new(postgres.Source, new JobQueue(postgres.Source, new WorkerCalls(postgres.Source, new JobOptions(), TimeProvider.System)), _clock, NullLogger<Scheduler>.Instance);

    private async Task FireAllAsync()
    {
        while (await NewScheduler().FireAsync(Ct) > 0) { }
    }

    private Task AddAsync(string cron, DateTimeOffset next, bool isEnabled = true, string misfire = "run_once", string zone = "UTC") => ExecuteAsync($$"""
        INSERT INTO platform.schedules (name, cron, time_zone, job_type, args, is_enabled, misfire, next_run_at)
        VALUES ('s{{Guid.NewGuid():N}}', '{{cron}}', '{{zone}}', '{{_type}}', '{"suite": 7}', {{isEnabled}}, '{{misfire}}', '{{next:O}}')
        """);

    private async Task<int> FirstIdAsync() => (int)(await ScalarAsync($"SELECT min(id) FROM platform.schedules WHERE job_type = '{_type}'"))!;

    private async Task<long> JobsAsync() => (long)(await ScalarAsync($"SELECT count(*) FROM platform.jobs WHERE type = '{_type}'"))!;

    private async Task<(DateTimeOffset? Next, DateTimeOffset? Last)> TimesAsync(int id)
    {
        await using var command = postgres.Source.CreateCommand($"SELECT next_run_at, last_run_at FROM platform.schedules WHERE id = {id}");
        await using var reader = await command.ExecuteReaderAsync(Ct);
        await reader.ReadAsync(Ct);
        return (At(0), At(1));
        DateTimeOffset? At(int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var command = postgres.Source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Ct);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = postgres.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
