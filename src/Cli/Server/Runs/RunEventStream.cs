using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Runs;

/// <summary>One event of a run: its name and its data.</summary>
internal readonly record struct RemoteEvent(string Name, JsonElement Data);

/// <summary>
/// The events of a run until its <c>end</c>. When the connection is lost it goes on after the last event that arrived, so that nobody who
/// listens misses or sees twice anything.
/// </summary>
internal sealed class RunEventStream(ServerClient client, int runId)
{
    private const int MostFailuresInARow = 8;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private string? _lastEventId;
    private int _failures;

    public async IAsyncEnumerable<RemoteEvent> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            await foreach (var item in ReadConnectionAsync(ct))
            {
                yield return item;
                if (item.Name == "end")
                    yield break;
            }
            if (++_failures >= MostFailuresInARow)
                throw new UserError($"The connection to {client.Address} was lost {MostFailuresInARow} times. The run goes on there: 'alicerce test watch {runId}' follows it.", ExitCodes.ServerUnavailable);
            var wait = FirstWait * (1 << (_failures - 1));
            await Task.Delay(wait < LongestWait ? wait : LongestWait, client.Clock, ct);
        }
    }

    /// <summary>One connection's events; it ends without a word when the connection is lost.</summary>
    private async IAsyncEnumerable<RemoteEvent> ReadConnectionAsync([EnumeratorCancellation] CancellationToken ct)
    {
        using var response = await OpenAsync(ct);
        if (response is null)
            yield break;
        await using var body = new LimitedEventBody(await response.Content.ReadAsStreamAsync(ct), client.Clock);
        var parser = SseParser.Create(body, (_, bytes) => Parse(bytes));
        await using var events = parser.EnumerateAsync(ct).GetAsyncEnumerator(ct);
        while (await MoveNextAsync(events, ct))
        {
            body.EventEnded();
            if (events.Current.EventId is { Length: > 0 } id && !IsNew(id))
                continue;
            yield return new RemoteEvent(events.Current.EventType, events.Current.Data);
        }
    }

    /// <summary>Only an event that was not there before is progress: a server that begins again each time is given up in the end.</summary>
    private bool IsNew(string eventId)
    {
        if (eventId == _lastEventId)
            return false;
        (_lastEventId, _failures) = (eventId, 0);
        return true;
    }

    private async Task<HttpResponseMessage?> OpenAsync(CancellationToken ct)
    {
        try
        {
            return await client.OpenEventsAsync($"test-runs/{runId}/events", _lastEventId, ct);
        }
        catch (UserError e) when (e.ExitCode == ExitCodes.ServerUnavailable && _failures < MostFailuresInARow - 1)
        {
            return null;
        }
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<SseItem<JsonElement>> events, CancellationToken ct)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }

    private JsonElement Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, ServerJson.Default.JsonElement);
        }
        catch (JsonException)
        {
            throw new UserError($"The server at {client.Address} sends an event of run {runId} that is not JSON.", ExitCodes.ServerUnavailable);
        }
    }
}
