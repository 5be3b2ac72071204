using Alicerce.Outbound;

namespace Alicerce.Engine.Running.Http;

/// <summary>Sends requests to the one target of a run, with kept connections, and reads answers within the run's bounds.</summary>
internal sealed class TargetClient(RunRequest run, TimeProvider time) : IDisposable
{
    private readonly RequestPace _pace = new(run.Limits.Rate, time);

    private readonly HttpMessageInvoker _http = OutboundHttp.CreateInvoker(
        new ConnectGuard(run.Target.Egress, new ConnectGuardOptions { ConnectTimeout = run.Limits.ConnectTimeout, Clock = time }),
        new OutboundHttpOptions { ConnectTimeout = run.Limits.ConnectTimeout });

    /// <summary>Waits until the run's rate lets another request go.</summary>
    public ValueTask WaitForTurnAsync(CancellationToken ct) => _pace.WaitAsync(ct);

    /// <summary>One exchange without redirects. The caller disposes the answer.</summary>
    public async Task<Answer> SendAsync(PreparedRequest request, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        using var message = request.ToMessage();
        var response = await _http.SendAsync(message, ct);
        try
        {
            var body = await BodyDecoder.ReadAsync(response.Content, run.Limits.MaxBodyBytes, ct);
            return new Answer(request, response, body) { Duration = time.GetElapsedTime(started) };
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    public void Dispose() => _http.Dispose();
}
