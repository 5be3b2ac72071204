using Alicerce.Platform.Data;
using Alicerce.Platform.Data.Rows;
using Alicerce.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Alicerce.Platform.Alerts;

/// <summary>
/// From what rules complain about now to alerts that begin, go on and end. Called under the leader's lock; changes and the message about them are
/// written in one transaction, so nobody is told twice.
/// </summary>
internal sealed class AlertBook(PlatformDb db, IJobQueue queue, AlertOptions options, TimeProvider clock, ILogger<AlertBook> log)
{
    /// <summary>Slack's side of the queue may be away for an hour.</summary>
    private const int MessageAttempts = 12;

    public async Task UpdateAsync(NpgsqlTransaction transaction, IReadOnlyList<Breach> breaches, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var open = await db.Alerts.Where(alert => alert.State != Alert.Resolved).ToListAsync(ct);
        var refused = open.Where(alert => ClosedChannel.IsClosed(alert, options, now)).Select(ClosedChannel.BreachOf).ToList();
        breaches = [.. breaches, .. refused];
        foreach (var breach in breaches) Note(breach, open, now);
        foreach (var alert in open) Step(alert, breaches.Any(breach => IsAbout(breach, alert)), now);
        if (options.Webhook is not null && refused.Count == 0) await TellAsync(transaction, NewsOf(open, now), ct);
        await db.SaveChangesAsync(ct);
    }

    private static bool IsAbout(Breach breach, Alert alert) => alert.Rule == breach.Rule && alert.Subject == breach.Subject;

    private void Note(Breach breach, List<Alert> open, DateTimeOffset now)
    {
        if (open.Find(known => IsAbout(breach, known)) is not { } alert)
        {
            alert = new Alert
            {
                Rule = breach.Rule,
                Subject = breach.Subject,
                Tipo = breach.Tipo,
                Severidade = breach.Severidade,
                Mensagem = breach.Mensagem,
                State = Alert.Pending,
                Since = now,
            };
            open.Add(alert);
            db.Alerts.Add(alert);
            return;
        }

        // What has got worse is told anew. What got better but is not well stays as it was told, so that nothing swings to and fro.
        if (breach.Severidade == Alert.Warning && alert.Severidade == Alert.Critical) return;
        if (breach.Severidade != alert.Severidade) alert.NotifiedAt = null;
        (alert.Tipo, alert.Severidade, alert.Mensagem) = (breach.Tipo, breach.Severidade, breach.Mensagem);
    }

    private void Step(Alert alert, bool isBad, DateTimeOffset now)
    {
        if (alert.State == Alert.Pending)
        {
            if (!isBad) db.Alerts.Remove(alert);
            else if (now - alert.Since >= options.For) Fire(alert, now);
            return;
        }

        alert.WellSince = isBad ? null : alert.WellSince ?? now;
        if (now - alert.WellSince < options.For || alert.WellSince is null) return;
        (alert.State, alert.ResolvedAt) = (Alert.Resolved, now);
        log.LogInformation("The alert {Tipo} is over: {Mensagem}", alert.Tipo, alert.Mensagem);
    }

    private void Fire(Alert alert, DateTimeOffset now)
    {
        (alert.State, alert.FiredAt) = (Alert.Firing, now);
        log.LogWarning("Alert {Tipo} ({Severidade}): {Mensagem}", alert.Tipo, alert.Severidade, alert.Mensagem);
    }

    /// <summary>What began, what still goes on after a long time, what is over; each marked as told.</summary>
    private List<AlertLine> NewsOf(List<Alert> open, DateTimeOffset now)
    {
        var news = new List<AlertLine>();
        foreach (var alert in open.Where(alert => alert.Rule != ClosedChannel.Rule))
        {
            var change = alert switch
            {
                { State: Alert.Firing, NotifiedAt: null } => AlertLine.Fired,
                { State: Alert.Firing } when now - alert.NotifiedAt >= options.Reminder => AlertLine.Reminder,
                { State: Alert.Resolved, NotifiedAt: not null } => AlertLine.Resolved,
                _ => null,
            };
            if (change is null) continue;
            alert.NotifiedAt = now;
            news.Add(new AlertLine(change, alert.Tipo, alert.Mensagem, alert.Severidade, alert.Since));
        }

        return news;
    }

    private async Task TellAsync(NpgsqlTransaction transaction, List<AlertLine> news, CancellationToken ct)
    {
        if (news.Count == 0) return;
        await queue.EnqueueAsync(transaction, JobRequest.Of(SendAlerts.JobType, new AlertNews(news)) with { MaxAttempts = MessageAttempts }, ct);
    }
}
