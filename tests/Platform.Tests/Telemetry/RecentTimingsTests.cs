using Alicerce.Harness;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Telemetry;

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
    public void Of_1500_timings_the_last_1000_are_kept()
    {
        for (var i = 0; i < 1500; i++) Answer(i);
        TimingOf("GET /x").Total.ShouldBe(1000);
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
    public async Task A_piece_of_work_is_timed_when_it_succeeds_and_counted_when_it_fails_and_its_failure_goes_on()
    {
        (await _operations.MeasureAsync("gerar_resposta", () => Task.FromResult(7))).ShouldBe(7);
        await Should.ThrowAsync<InvalidOperationException>(() => _operations.MeasureAsync<int>("gerar_resposta", () => throw new InvalidOperationException()));

        var summary = _timings.Summarize();
        TimingOf("gerar_resposta").Total.ShouldBe(1);
        (summary.Contadores["gerar_resposta_sucesso"], summary.Contadores["gerar_resposta_erro"], summary.Erros["gerar_resposta"]).ShouldBe((1, 1, 1));
    }

    [Theory]
    [InlineData(1000, "healthy")]
    [InlineData(1000.4, "degraded")]
    public void Exactly_a_second_is_not_slow_yet(double milliseconds, string status)
    {
        Answer(milliseconds);
        PerformanceEndpoints.Judge(_timings.Summarize()).Status.ShouldBe(status);
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
        _timings.Summarize().Timings.ShouldNotContainKey("GET /stream");
        _timings.Summarize().Contadores["GET /stream_sucesso"].ShouldBe(1);
    }

    public void Dispose()
    {
        _timings.Dispose();
        _operations.Dispose();
        _jobs.Dispose();
        _http.Dispose();
    }

    private TimingSummary TimingOf(string name) => (TimingSummary)_timings.Summarize().Timings[name];

    private void Answer(double milliseconds)
    {
        _http.Started();
        _http.Ended("GET", "/x", 200, TimeSpan.FromMilliseconds(milliseconds));
    }
}
