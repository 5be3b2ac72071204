using System.Net.Http.Json;
using System.Text;
using Alicerce.Outbound;

namespace Alicerce.Platform.Alerts;

/// <param name="Word">The text that Slack answers with, such as <c>ok</c> or <c>invalid_payload</c>.</param>
internal sealed record SlackAnswer(int Status, string Word, TimeSpan? RetryAfter)
{
    public override string ToString() => Word.Length == 0 ? $"{Status}" : $"{Status} {Word}";
}

/// <summary>Slack's incoming webhook, through the guard, within bounds. Its address is in no message of ours.</summary>
/// <param name="egress">Where connections may go just now, given the host that an admin configured.</param>
/// <param name="clock">Ends a slow exchange.</param>
internal sealed class SlackWebhook(AlertOptions options, Func<Uri, CancellationToken, Task<EgressPolicy>> egress, TimeProvider clock)
{
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private const int LargestAnswer = 1024;
    private const int LongestWord = 60;

    /// <exception cref="HttpRequestException">There is no answer.</exception>
    /// <exception cref="TimeoutException">It did not come in time.</exception>
    public async Task<SlackAnswer> SendAsync(string text, CancellationToken ct)
    {
        var address = new Uri(options.Webhook!.Reveal());
        using var timer = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timer.Token);
        try
        {
            using var client = OutboundHttp.CreateClient(new ConnectGuard(await egress(address, either.Token)), Timeout.InfiniteTimeSpan);
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(new { text }) };
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            await using var stream = await response.Content.ReadAsStreamAsync(either.Token);
            using var body = await BoundedBody.ReadAsync(stream, LargestAnswer, either.Token);
            return new SlackAnswer((int)response.StatusCode, WordOf(body.Bytes.Span), PauseOf(response));
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"Slack did not answer within {Patience.TotalSeconds:0} s.", e);
        }
    }

    // It goes into logs and alerts, so only a word as Slack writes them is taken over.
    private static string WordOf(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body).Trim();
        return text.Length <= LongestWord && text.All(character => character is '_' or (>= 'a' and <= 'z')) ? text : "";
    }

    private TimeSpan? PauseOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        _ => null,
    };
}
