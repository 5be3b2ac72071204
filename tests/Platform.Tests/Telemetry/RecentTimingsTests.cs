using System.Diagnostics.Metrics;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Telemetry;
using Alicerce.Platform.Web;

namespace Alicerce.Platform.Tests.Telemetry;

public sealed class RecentTimingsTests : IDisposable
{
    private readonly ForwardClock _clock = new();
    private readonly HttpMetrics _http;
    private readonly JobMetrics _jobs = new();
    private readonly Operations _operations;
    private readonly RecentTimings _timings;

    public RecentTimingsTests()
    {
        (_http, _operations) = (new HttpMetrics(_clock), new Operations(_clock));
        _timings = new RecentTimings(_http, _jobs, _operations, _clock);
    }

    [Fact]
    [Trait("Req", "S002-MET-01")]
    [Trait("Trap", "T002-26")]
    public void Of_1500_timings_the_last_1000_are_kept_and_all_are_counted()
    {
        var ring = new TimingRing(WorkKind.Request);
        for (var i = 0; i < 1500; i++) ring.Add(_clock.GetUtcNow(), i);
        ring.Kept.ShouldBe(1000);
        for (var i = 0; i < 1500; i++) Answer(i);
        TimingOf("GET /x").Total.ShouldBe(1500);
        TimingOf("GET /x").P95Ms.ShouldBe(1449, "of 500 to 1499");
        _timings.Summarize().Contadores["GET /x_sucesso"].ShouldBe(1500);
    }

    [Fact]
    [Trait("Req", "S002-MET-03")]
    public void The_summary_is_over_the_last_hundred()
    {
        Answer(90_000);
        for (var i = 1; i <= 100; i++) Answer(i);
        var timing = TimingOf("GET /x");
        (timing.MediaMs, timing.MaxMs, timing.MinMs, timing.Total).ShouldBe((50.5, 100, 1, 101));
    }

    [Fact]
    [Trait("Req", "S002-MET-02")]
    public async Task A_piece_of_work_is_counted_as_it_ends_and_its_failure_goes_on()
    {
        (await _operations.MeasureAsync("gerar_resposta", () => Task.FromResult(7))).ShouldBe(7);
        TimingOf("gerar_resposta").Total.ShouldBe(1);
        await Should.ThrowAsync<InvalidOperationException>(() => _operations.MeasureAsync<int>("gerar_resposta", () => throw new InvalidOperationException()));

        var summary = _timings.Summarize();
        (summary.Contadores["gerar_resposta_sucesso"], summary.Contadores["gerar_resposta_erro"], summary.Erros["gerar_resposta"]).ShouldBe((1, 1, 1));
    }

    [Fact]
    [Trait("Trap", "T002-24")]
    public async Task What_fails_is_timed_too_and_told_apart_by_its_outcome()
    {
        var outcomes = new List<object?>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => { if (instrument.Meter == _operations.Meter) self.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) => outcomes.Add(tags[1].Value));
        listener.Start();
        await Should.ThrowAsync<TimeoutException>(() => _operations.MeasureAsync<int>("gerar_resposta", () =>
        {
            _clock.Forward(TimeSpan.FromSeconds(30));
            throw new TimeoutException();
        }));
        TimingOf("gerar_resposta").MaxMs.ShouldBeGreaterThanOrEqualTo(30_000);
        outcomes.ShouldBe(["failed"]);
    }

    [Fact]
    [Trait("Trap", "T002-27")]
    [Trait("Trap", "T002-42")]
    public async Task A_thing_called_like_a_fixed_field_is_printed_beside_it_and_judged_like_any_other()
    {
        await _operations.MeasureAsync("contadores", () =>
        {
            _clock.Forward(TimeSpan.FromSeconds(3));
            return Task.FromResult(1);
        });
        var summary = _timings.Summarize();
        var printed = JsonSerializer.SerializeToElement(summary, ApiJson.Options);
        printed.GetProperty("contadores").GetProperty("contadores_sucesso").GetInt64().ShouldBe(1);
        printed.GetProperty("contadores_").GetProperty("media_ms").GetDouble().ShouldBeGreaterThanOrEqualTo(3000);
        printed.GetProperty("contadores_").GetProperty("ultimo_em").GetDateTimeOffset().Offset.ShouldBe(TimeSpan.Zero);
        PerformanceEndpoints.SlowIn(summary, _clock.GetUtcNow()).ShouldHaveSingleItem().ShouldStartWith("contadores_: 3");
    }

    [Theory]
    [InlineData(1000, 0)]
    [InlineData(1000.4, 1)]
    public void Exactly_a_second_is_not_slow_yet(double milliseconds, int problems)
    {
        Answer(milliseconds);
        PerformanceEndpoints.SlowIn(_timings.Summarize(), _clock.GetUtcNow()).Count().ShouldBe(problems);
    }

    [Fact]
    public void What_was_slow_long_ago_is_no_problem_now()
    {
        Answer(5000);
        _clock.Forward(TimeSpan.FromMinutes(6));
        PerformanceEndpoints.SlowIn(_timings.Summarize(), _clock.GetUtcNow()).ShouldBeEmpty();
        TimingOf("GET /x").P95Ms.ShouldBeNull();
    }

    [Fact]
    public async Task Names_are_bounded_and_many_threads_lose_no_count()
    {
        for (var i = 0; i < WorkListener.MostNames + 50; i++) await _operations.MeasureAsync($"name {i}", () => Task.FromResult(1));
        _timings.Summarize().Timings.Count.ShouldBe(WorkListener.MostNames + 1);
        _timings.Summarize().Contadores["outros_sucesso"].ShouldBe(50);
        await Parallel.ForAsync(0, 8, (_, _) =>
        {
            for (var i = 0; i < 5000; i++) Answer(1);
            return ValueTask.CompletedTask;
        });
        _timings.Summarize().Timings["outros"].Total.ShouldBe(40_050);
        _timings.Summarize().Contadores["outros_sucesso"].ShouldBe(40_050);
    }

    [Fact]
    public void A_user_counts_as_active_for_five_minutes()
    {
        _http.Users.Saw(1);
        _http.Users.Saw(1);
        _clock.Forward(TimeSpan.FromMinutes(3));
        _http.Users.Saw(2);
        _http.Users.Count.ShouldBe(2);
        _clock.Forward(TimeSpan.FromMinutes(3));
        _http.Users.Count.ShouldBe(1);
    }

    [Fact]
    public void A_stream_is_counted_and_not_timed()
    {
        _http.Started();
        _http.Ended("GET", "/stream", 200, elapsed: null);
        _timings.Summarize().Timings.Keys.ShouldNotContain("GET /stream");
        _timings.Summarize().Contadores["GET /stream_sucesso"].ShouldBe(1);
    }

    public void Dispose()
    {
        _timings.Dispose();
        _operations.Dispose();
        _jobs.Dispose();
        _http.Dispose();
    }

    private TimingSummary TimingOf(string name) => _timings.Summarize().Timings[name];

    private void Answer(double milliseconds)
    {
        _http.Started();
        _http.Ended("GET", "/x", 200, TimeSpan.FromMilliseconds(milliseconds));
    }
}
