using Alicerce.Harness;
using Alicerce.Platform.Resilience;

namespace Alicerce.Platform.Tests.Resilience;

public sealed class CircuitBreakerTests
{
    private static readonly TimeSpan s_recovery = TimeSpan.FromSeconds(30);
    private readonly ForwardClock _clock = new();
    private readonly CircuitBreaker _circuit;

    public CircuitBreakerTests() => _circuit = new CircuitBreaker(failureThreshold: 5, s_recovery, _clock);

    [Fact]
    [Trait("Req", "S001-COM-07")]
    [Trait("Trap", "T001-32")]
    public async Task Five_failures_in_a_row_open_it_and_after_the_recovery_time_one_of_fifty_callers_tries()
    {
        Fail(4);
        End(CallEnd.Succeeded);
        Fail(4);
        _circuit.State.ShouldBe(CircuitState.Closed, "a success zeroes the counter");
        Fail(1);
        _circuit.State.ShouldBe(CircuitState.Open);
        _clock.Forward(s_recovery - TimeSpan.FromSeconds(1));
        _circuit.TryEnter().ShouldBeNull();

        _clock.Forward(TimeSpan.FromSeconds(1));
        var passes = await FiftyAtOnceAsync();
        passes.Count(pass => pass is not null).ShouldBe(1);
        _circuit.State.ShouldBe(CircuitState.HalfOpen);

        _circuit.End(passes.Single(pass => pass is not null)!.Value, CallEnd.Failed);
        _circuit.State.ShouldBe(CircuitState.Open, "any failure of a trial opens it");
        (await FiftyAtOnceAsync()).ShouldAllBe(pass => pass == null);

        _clock.Forward(s_recovery);
        _circuit.End(_circuit.TryEnter().ShouldNotBeNull(), CallEnd.Succeeded);
        _circuit.State.ShouldBe(CircuitState.Closed);
        Fail(4);
        _circuit.State.ShouldBe(CircuitState.Closed, "the counter began anew");
    }

    [Fact]
    [Trait("Trap", "T001-32")]
    public async Task A_trial_that_is_cancelled_gives_its_permit_to_the_next()
    {
        Fail(5);
        _clock.Forward(s_recovery);
        _circuit.End(_circuit.TryEnter().ShouldNotBeNull(), CallEnd.Abandoned);
        _circuit.State.ShouldBe(CircuitState.Open);
        (await FiftyAtOnceAsync()).Count(pass => pass is not null).ShouldBe(1);
    }

    [Fact]
    public void A_call_from_before_says_nothing_of_now()
    {
        var slowSuccess = _circuit.TryEnter().ShouldNotBeNull();
        var slowFailure = _circuit.TryEnter().ShouldNotBeNull();
        Fail(5);
        _circuit.End(slowSuccess, CallEnd.Succeeded);
        _circuit.State.ShouldBe(CircuitState.Open);

        _clock.Forward(s_recovery);
        var trial = _circuit.TryEnter().ShouldNotBeNull();
        _circuit.End(slowFailure, CallEnd.Failed);
        _circuit.State.ShouldBe(CircuitState.HalfOpen);
        _circuit.End(trial, CallEnd.Succeeded);
        _circuit.State.ShouldBe(CircuitState.Closed);
    }

    [Fact]
    public void It_says_how_long_it_rests()
    {
        _circuit.RestsFor.ShouldBe(TimeSpan.Zero);
        Fail(5);
        _circuit.RestsFor.ShouldBeInRange(TimeSpan.FromSeconds(20), s_recovery);
        _clock.Forward(s_recovery);
        _circuit.RestsFor.ShouldBe(TimeSpan.Zero);
    }

    private Task<CallPass?[]> FiftyAtOnceAsync()
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var callers = Enumerable.Range(0, 50).Select(async _ =>
        {
            await start.Task;
            return _circuit.TryEnter();
        }).ToList();
        start.SetResult();
        return Task.WhenAll(callers);
    }

    private void Fail(int times)
    {
        for (var i = 0; i < times; i++) End(CallEnd.Failed);
    }

    private void End(CallEnd end) => _circuit.End(_circuit.TryEnter().ShouldNotBeNull(), end);
}
