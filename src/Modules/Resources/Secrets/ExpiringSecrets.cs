using System.Globalization;
using Alicerce.Platform.Alerts;
using Alicerce.Platform.Data.Rows;
using Npgsql;

namespace Alicerce.Modules.Resources.Secrets;

/// <summary>Tells of secrets whose end is near, and of those that have passed it; rotating one, or giving it another end, ends the alert.</summary>
internal sealed class ExpiringSecrets(NpgsqlDataSource source, TimeProvider clock) : IAlertSource
{
    public const string Rule = "secret_expiry";

    private const int Most = 100;
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(14);

    public async Task<IReadOnlyList<Breach>> FindAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var command = source.CreateCommand("SELECT id, key, project_id, environment_id, owner_id, expires_at FROM resources.secrets WHERE expires_at < $1 ORDER BY expires_at DESC, id LIMIT $2");
        command.Parameters.AddWithValue(now + Ahead);
        command.Parameters.AddWithValue(Most);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var breaches = new List<Breach>();
        while (await reader.ReadAsync(ct)) breaches.Add(BreachOf(reader, now));
        return breaches;
    }

    private static Breach BreachOf(NpgsqlDataReader row, DateTimeOffset now)
    {
        var end = row.GetFieldValue<DateTimeOffset>(5);
        var where = (Number(row, 2), Number(row, 3)) switch { (null, _) => "global", ({ } project, null) => $"projeto {project}", ({ } project, { } environment) => $"projeto {project}, ambiente {environment}" };
        var who = Number(row, 4) is { } owner ? $"; responsável: usuário {owner}" : "";
        var day = end.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return end < now
            ? new Breach(Rule, $"secret:{row.GetInt32(0)}", "segredo_vencido", Alert.Critical, $"segredo {row.GetString(1)} ({where}): venceu em {day}{who}")
            : new Breach(Rule, $"secret:{row.GetInt32(0)}", "segredo_vencendo", Alert.Warning, $"segredo {row.GetString(1)} ({where}): vence em {day}{who}");
    }

    private static int? Number(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);
}
