using System.Net;
using Alicerce.Outbound;

namespace Alicerce.Engine.Running.Http;

/// <summary>Sends requests to the one target of a run, with kept connections, and reads answers within the run's bounds.</summary>
internal sealed class TargetClient(RunRequest run, TimeProvider time) : IDisposable
{
    private readonly RequestPace _pace = new(run.Limits.Rate, time);

    private readonly HttpMessageInvoker _kept = CreateInvoker(run, time, new OutboundHttpOptions().PooledConnectionLifetime);
    private readonly HttpMessageInvoker _once = CreateInvoker(run, time, TimeSpan.Zero);

    /// <summary>The target speaks HTTP/1.0 and closes after each answer without saying so; a kept connection to it would fail now and then.</summary>
    private volatile bool _closes;

    /// <summary>Waits until the run's rate lets another request go.</summary>
    public ValueTask WaitForTurnAsync(CancellationToken ct) => _pace.WaitAsync(ct);

    /// <summary>One exchange without redirects. The caller disposes the answer.</summary>
    public async Task<Answer> SendAsync(PreparedRequest request, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        using var message = request.ToMessage();
        var response = await (_closes ? _once : _kept).SendAsync(message, ct);
        try
        {
            if (response.Version == HttpVersion.Version10 && !response.Headers.Connection.Contains("keep-alive", StringComparer.OrdinalIgnoreCase)) _closes = true;
            var body = await BodyDecoder.ReadAsync(response.Content, run.Limits.MaxBodyBytes, ct);
            return new Answer(request, response, body) { Duration = time.GetElapsedTime(started) };
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _kept.Dispose();
        _once.Dispose();
    }

    private static HttpMessageInvoker CreateInvoker(RunRequest run, TimeProvider time, TimeSpan connectionLifetime) => OutboundHttp.CreateInvoker(
        new ConnectGuard(run.Target.Egress, new ConnectGuardOptions { ConnectTimeout = run.Limits.ConnectTimeout, Clock = time }),
        new OutboundHttpOptions { ConnectTimeout = run.Limits.ConnectTimeout, PooledConnectionLifetime = connectionLifetime });
}
