using System.Threading.RateLimiting;
using Polly;
using Polly.Retry;

namespace Alicerce.Platform.Resilience;

/// <summary>
/// HTTP to one target, from the outside in: (1) a limit for the whole call, (2) a place among few, (3) tries with pauses where repeating is safe,
/// (4) the circuit, (5) a limit for each try (T001-31). One handler a target: its circuit and its places are the target's.
/// </summary>
public sealed class ResilientHandler : DelegatingHandler
{
    private readonly string _target;
    private readonly ResilienceOptions _options;
    private readonly ConcurrencyLimiter _places;
    private readonly ResiliencePipeline _whole;
    private readonly ResiliencePipeline<HttpResponseMessage> _tries;
    private readonly ResiliencePipeline _reading;
    private readonly ResiliencePipeline _writing;

    /// <param name="target">Its name in messages and metrics.</param>
    public ResilientHandler(string target, HttpMessageHandler inner, ResilienceOptions options, TimeProvider clock)
        : base(inner)
    {
        (_target, _options) = (target, options);
        Circuit = new CircuitBreaker(options.FailureThreshold, options.RecoveryTime, clock);
        _places = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = options.Places, QueueLimit = options.QueueLength });
        _whole = Limit(options.TotalTimeout, clock);
        _reading = Limit(options.ReadTimeout, clock);
        _writing = Limit(options.WriteTimeout, clock);
        var tries = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock };
        _tries = options.Attempts > 1 ? tries.AddRetry(Retries(options, clock)).Build() : tries.Build();
    }

    public CircuitBreaker Circuit { get; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await _whole.ExecuteAsync(
            async ct =>
            {
                using var place = await _places.AcquireAsync(1, ct);
                if (!place.IsAcquired) throw new CallRefusedException($"{_target} was not asked: {_options.Places} calls are on their way and {_options.QueueLength} wait.", _options.FirstPause);
                return RetryRules.MayRepeat(request) ? await _tries.ExecuteAsync(async end => await TryAsync(request, end), ct) : await TryAsync(request, ct);
            },
            cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing) _places.Dispose();
        base.Dispose(disposing);
    }

    private async Task<HttpResponseMessage> TryAsync(HttpRequestMessage request, CancellationToken ct)
    {
        if (Circuit.TryEnter() is not { } pass)
        {
            throw new CallRefusedException(
                $"{_target} was not asked: it failed {_options.FailureThreshold} times in a row, and is tried again {Math.Ceiling(_options.RecoveryTime.TotalSeconds)} s after the last.", Circuit.RestsFor);
        }

        var end = CallEnd.Abandoned;
        try
        {
            var limit = RetryRules.OnlyReads(request.Method) ? _reading : _writing;
            var response = await limit.ExecuteAsync(async end => await SendOnceAsync(request, end), ct);
            end = RetryRules.IsFailure(response.StatusCode) ? CallEnd.Failed : CallEnd.Succeeded;
            return response;
        }
        catch (Exception e) when (RetryRules.IsNetworkFailure(e))
        {
            end = CallEnd.Failed;
            throw;
        }
        finally
        {
            Circuit.End(pass, end);
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var response = await base.SendAsync(request, ct);
        try
        {
            if (_options.BufferedBytes is { } most) await response.Content.LoadIntoBufferAsync(most, ct);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static ResiliencePipeline Limit(TimeSpan time, TimeProvider clock) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }.AddTimeout(time).Build();

    private static RetryStrategyOptions<HttpResponseMessage> Retries(ResilienceOptions options, TimeProvider clock)
    {
        TimeSpan? Asked(Outcome<HttpResponseMessage> outcome) => outcome.Result is { } response ? RetryRules.RetryAfter(response, clock) : null;
        return new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = options.Attempts - 1,
            ShouldHandle = args => ValueTask.FromResult(args.Outcome switch
            {
                { Exception: { } exception } => RetryRules.IsNetworkFailure(exception),
                { Result: { } response } => RetryRules.IsTransient(response.StatusCode) && !(Asked(args.Outcome) > options.LongestRetryAfter),
                _ => false,
            }),
            DelayGenerator = args =>
            {
                var pause = RetryRules.PauseBefore(args.AttemptNumber, options, Random.Shared.NextDouble());
                return ValueTask.FromResult<TimeSpan?>(Asked(args.Outcome) is { } asked && asked > pause ? asked : pause);
            },
        };
    }
}
