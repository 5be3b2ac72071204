using Alicerce.Harness;
using Alicerce.Outbound;
using Alicerce.Platform.Alerts;
using Alicerce.Platform.Caching;
using Alicerce.Platform.Web.Health;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Tests.Alerts;

public sealed class AlertWatchTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private readonly SetClock _clock = new();
    private FakeSlack _slack = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // The rule about the slowest has tests of its own, and would say the same here twice.
    private AlertOptions Options => new() { Webhook = new Secret(_slack.Url), LatencyMs = 3_600_000 };

    public async ValueTask InitializeAsync()
    {
        await ExecuteAsync("DELETE FROM platform.alerts; DELETE FROM platform.measurements; DELETE FROM platform.jobs");
        _slack = await FakeSlack.StartAsync(Ct);
    }

    public ValueTask DisposeAsync() => _slack.DisposeAsync();

    [Fact]
    [Trait("Req", "S002-ALR-02")]
    [Trait("Trap", "T002-29")]
    public async Task What_is_slow_is_told_once_when_it_begins_and_once_when_it_is_over()
    {
        await using var host = await StartAsync();
        await SlowForAsync(host, minutes: 5);
        await ToldAsync(1);
        Told(0).ShouldBe(":rotating_light: alerta *performance_critica* (critical) GET /x: tempo médio 2500ms (desde 2027-05-03 12:00:00 UTC)", "and no other line, though it was looked eleven times");
        (await StateAsync("mean_time")).ShouldBe("firing");

        await FineForAsync(host, minutes: 8);
        await ToldAsync(2);
        Told(1).ShouldBe(":white_check_mark: resolvido *performance_critica* (critical) GET /x: tempo médio 2500ms (desde 2027-05-03 12:00:00 UTC)");
        (await StateAsync("mean_time")).ShouldBe("resolved");
    }

    [Fact]
    [Trait("Trap", "T002-25")]
    public async Task One_slow_call_or_a_short_spell_pages_nobody_and_silence_ends_an_alert()
    {
        await using var host = await StartAsync();
        host.Answer(1, milliseconds: 60_000);
        await PassAsync(host, minutes: 2);
        host.Answer(100, milliseconds: 3000);
        await host.LookAsync(Ct);
        host.Answer(1000);
        await PassAsync(host, minutes: 7);
        (await ScalarAsync("SELECT count(*) FROM platform.alerts")).ShouldBe(0L);

        await SlowForAsync(host, minutes: 2);
        (await StateAsync("mean_time")).ShouldBe("firing");
        await PassAsync(host, minutes: 7);
        (await StateAsync("mean_time")).ShouldBe("resolved", "nothing is measured any more");
        await ToldAsync(2);
    }

    [Fact]
    public async Task Two_processes_are_judged_together_and_tell_it_once()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        for (var look = 0; look < 8; look++)
        {
            // Neither has enough calls of its own within the window.
            one.Answer(1, milliseconds: 2600);
            two.Answer(2, milliseconds: 2600);
            await Task.WhenAll(one.LookAsync(Ct), two.LookAsync(Ct));
            _clock.Now += TimeSpan.FromSeconds(30);
        }

        await PassAsync(two, minutes: 1, one);
        await ToldAsync(1);
        (await ScalarAsync("SELECT count(*) FROM platform.alerts WHERE rule = 'mean_time'")).ShouldBe(1L);
        (await ScalarAsync("SELECT count(*) FROM platform.jobs")).ShouldBe(1L);
    }

    [Fact]
    public async Task A_restart_neither_repeats_an_alert_nor_loses_its_end()
    {
        await using (var before = await StartAsync())
        {
            await SlowForAsync(before, minutes: 2);
            await ToldAsync(1);
        }

        await using var after = await StartAsync();
        await SlowForAsync(after, minutes: 2);
        _slack.Texts.Count.ShouldBe(1);
        await FineForAsync(after, minutes: 8);
        await ToldAsync(2);
        Told(1).ShouldStartWith(":white_check_mark: resolvido");
    }

    [Fact]
    public async Task What_goes_on_is_told_again_after_a_day()
    {
        await using var host = await StartAsync();
        await SlowForAsync(host, minutes: 2);
        await ToldAsync(1);
        _clock.Now += TimeSpan.FromHours(23);
        await SlowForAsync(host, minutes: 2);
        _slack.Texts.Count.ShouldBe(1);
        _clock.Now += TimeSpan.FromHours(1);
        await SlowForAsync(host, minutes: 1);
        await ToldAsync(2);
        Told(1).ShouldStartWith(":repeat: continua *performance_critica*");
    }

    [Fact]
    public async Task What_gets_worse_is_told_and_what_eases_is_not()
    {
        await using var host = await StartAsync();
        await SlowForAsync(host, minutes: 2, milliseconds: 1500);
        await ToldAsync(1);
        Told(0).ShouldContain("performance_warning");
        await SlowForAsync(host, minutes: 6, milliseconds: 2500);
        await ToldAsync(2);
        Told(1).ShouldContain("performance_critica");
        await SlowForAsync(host, minutes: 7, milliseconds: 1500);
        (await ScalarAsync("SELECT string_agg(severidade || ' ' || state, ',') FROM platform.alerts WHERE rule = 'mean_time'")).ShouldBe("critical firing");
        _slack.Texts.Count.ShouldBe(2);
    }

    [Fact]
    [Trait("Trap", "T002-30")]
    public async Task Errors_the_queue_a_dependency_and_the_cache_have_alerts_of_their_own()
    {
        var whatsapp = new Switchable("whatsapp");
        await using var host = await AlertsHost.StartAsync(postgres.Database, Options with { QueueSize = 2, CacheMinSamples = 10 }, _clock, Ct, whatsapp);
        var cache = host.Services.GetRequiredService<ICache>();
        whatsapp.IsAway = true;
        await ExecuteAsync("INSERT INTO platform.jobs (type, args, state, priority, run_at, attempts, max_attempts, fence, cancel_requested, progress_done) "
            + "SELECT 'nobodys', '{}', 'queued', 0, now() - interval '6 minutes', 0, 1, 0, false, 0 FROM generate_series(1, 3)");
        for (var look = 0; look < 4; look++)
        {
            host.Answer(40, status: 200);
            host.Answer(10, status: 503);
            for (var i = 0; i < 10; i++) await cache.GetOrCreateAsync(CacheKey.Of("test", "never", $"{look}-{i}"), TimeSpan.FromMinutes(1), [], _ => ValueTask.FromResult(1), Ct);
            await PassAsync(host, minutes: 0.5);
        }

        (await ScalarAsync("SELECT string_agg(tipo, ',' ORDER BY tipo) FROM platform.alerts WHERE state = 'firing'"))
            .ShouldBe("cache_ineficaz,dependencia_fora,fila_cheia,fila_parada,taxa_de_erros");
        await ToldAsync(1);
        _slack.Texts.Single().Split('\n').Length.ShouldBe(5, "one look, one message");

        whatsapp.IsAway = false;
        await ExecuteAsync("DELETE FROM platform.jobs WHERE type = 'nobodys'");
        await FineForAsync(host, minutes: 8);
        (await ScalarAsync("SELECT count(*) FROM platform.alerts WHERE state <> 'resolved'")).ShouldBe(0L);
    }

    [Fact]
    public async Task Without_a_webhook_alerts_are_kept_and_logged_and_a_later_one_tells_what_still_fires()
    {
        await using (var host = await AlertsHost.StartAsync(postgres.Database, new AlertOptions(), _clock, Ct))
        {
            await SlowForAsync(host, minutes: 2);
            (await StateAsync("mean_time")).ShouldBe("firing");
            (await ScalarAsync("SELECT count(*) FROM platform.jobs")).ShouldBe(0L);
            host.Log.Text.Split('\n').Count(line => line.StartsWith("Warning: Alert performance_critica (critical): GET /x: tempo médio 2500ms", StringComparison.Ordinal)).ShouldBe(1);
        }

        await using var told = await StartAsync();
        await SlowForAsync(told, minutes: 0.5);
        await ToldAsync(1);
    }

    private Task<AlertsHost> StartAsync() => AlertsHost.StartAsync(postgres.Database, Options, _clock, Ct);

    private string Told(int index) => _slack.Texts.ElementAt(index);

    private Task ToldAsync(int messages) => Eventually.BecomesTrueAsync(() => _slack.Texts.Count == messages, $"{messages} messages were sent", Ct);

    private async Task SlowForAsync(AlertsHost host, double minutes, double milliseconds = 2500)
    {
        for (var look = 0; look < minutes * 2 + 1; look++)
        {
            host.Answer(30, milliseconds);
            await PassAsync(host, 0.5);
        }
    }

    private async Task FineForAsync(AlertsHost host, double minutes)
    {
        for (var look = 0; look < minutes * 2; look++)
        {
            host.Answer(100);
            await PassAsync(host, 0.5);
        }
    }

    /// <summary>Looks every half a minute, the first time now.</summary>
    private async Task PassAsync(AlertsHost host, double minutes, AlertsHost? other = null)
    {
        for (var look = 0; look < minutes * 2; look++)
        {
            await Task.WhenAll(host.LookAsync(Ct), other?.LookAsync(Ct) ?? Task.CompletedTask);
            _clock.Now += TimeSpan.FromSeconds(30);
        }
    }

    private async Task<object?> StateAsync(string rule) => await ScalarAsync($"SELECT state FROM platform.alerts WHERE rule = '{rule}' ORDER BY id DESC LIMIT 1");

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var command = postgres.Source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Ct);
    }

    private Task ExecuteAsync(string sql) => ScalarAsync(sql);

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2027, 5, 3, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Switchable(string name) : IDependency
    {
        public bool IsAway { get; set; }

        public string Name => name;

        public bool IsNeeded => false;

        public Task ProbeAsync(CancellationToken ct) => IsAway ? throw new InvalidOperationException("secret place") : Task.CompletedTask;
    }
}
