using Alicerce.Platform.Jobs;
using Npgsql;

namespace Alicerce.Platform.Alerts;

/// <summary>Sends one message; what it could not deliver the queue tries again, later and later.</summary>
internal sealed class SendAlerts(SlackWebhook slack, AlertOptions options, NpgsqlDataSource source, TimeProvider clock) : IJobHandler<AlertNews>
{
    public const string JobType = "platform.send_alerts";

    private static readonly TimeSpan StandardPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    public async Task HandleAsync(AlertNews args, JobContext job, CancellationToken ct)
    {
        if (options.WebhookFingerprint is not { } fingerprint) throw new JobAbandonedException("ALICERCE_SLACK_WEBHOOK is no longer set: nobody is told.");
        var answer = await slack.SendAsync(args.Text(), ct);
        switch (answer.Status)
        {
            case 200 when answer.Word == "ok":
                return;
            case 429:
                throw new JobPostponedException($"Slack answered {answer}.", answer.RetryAfter is { } pause ? (pause < LongestPause ? pause : LongestPause) : StandardPause);
            case 403 or 404 or 410:
                await ClosedChannel.CloseAsync(source, fingerprint, answer.ToString(), clock.GetUtcNow(), ct);
                throw new JobAbandonedException($"Slack answered {answer}: the address is refused for good.");
            case 400:
                throw new JobAbandonedException($"Slack answered {answer}: the message is not as it should be.");
            default:
                throw new HttpRequestException($"Slack answered {answer}.");
        }
    }
}
