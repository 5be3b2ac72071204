using Alicerce.Platform.Data.Rows;
using Npgsql;

namespace Alicerce.Platform.Alerts;

/// <summary>
/// The alert that Slack refuses our address for good: nothing more is sent there until the address is changed, or, in case it was mended on the
/// other side, until the time of a reminder has passed.
/// </summary>
internal static class ClosedChannel
{
    public const string Rule = "channel";

    // What this message told nobody has to be told where the next one goes.
    private const string Write = """
        WITH untold AS (UPDATE platform.alerts SET notified_at = NULL WHERE state = 'firing' AND rule <> $1)
        INSERT INTO platform.alerts (rule, subject, tipo, severidade, mensagem, state, since, fired_at, created_at, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $7, $7)
        ON CONFLICT (rule, subject) WHERE state <> 'resolved' DO UPDATE SET fired_at = excluded.fired_at, mensagem = excluded.mensagem, well_since = NULL
        """;

    public static bool IsClosed(Alert alert, AlertOptions options, DateTimeOffset now) =>
        alert.Rule == Rule && alert.Subject == options.WebhookFingerprint && now - alert.FiredAt < options.Reminder;

    public static Breach BreachOf(Alert alert) => new(alert.Rule, alert.Subject, alert.Tipo, alert.Severidade, alert.Mensagem);

    public static async Task CloseAsync(NpgsqlDataSource source, string fingerprint, string answer, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Write);
        command.Parameters.AddWithValue(Rule);
        command.Parameters.AddWithValue(fingerprint);
        command.Parameters.AddWithValue("canal_recusado");
        command.Parameters.AddWithValue(Alert.Critical);
        command.Parameters.AddWithValue($"slack: o webhook foi recusado ({answer}); troque ALICERCE_SLACK_WEBHOOK");
        command.Parameters.AddWithValue(Alert.Firing);
        command.Parameters.AddWithValue(now);
        await command.ExecuteNonQueryAsync(ct);
    }
}
