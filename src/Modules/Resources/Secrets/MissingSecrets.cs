using Alicerce.Platform.Alerts;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Data.Rows;
using Npgsql;

namespace Alicerce.Modules.Resources.Secrets;

/// <summary>
/// Tells of secrets whose rows are gone although nobody deleted them here: reading cannot see what is not there, and a wider scope's value would answer in their
/// place (D9).
/// </summary>
internal sealed class MissingSecrets(NpgsqlDataSource source, TimeProvider clock) : IAlertSource
{
    public const string Rule = "secret_missing";

    private const int Most = 100;
    private static readonly TimeSpan s_between = TimeSpan.FromMinutes(5);

    private DateTimeOffset _next;
    private IReadOnlyList<Breach> _last = [];

    public async Task<IReadOnlyList<Breach>> FindAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now < _next) return _last;
        _last = [.. (await MissingAsync(ct)).Select(id => new Breach(Rule, $"secret:{id}", "segredo_sumiu", Alert.Critical, $"o segredo {id} não está mais no banco, e ninguém o apagou por aqui (alicerce audit list --subject secret:{id})"))];
        _next = now + s_between;
        return _last;
    }

    private async Task<List<string>> MissingAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        var living = await AuditTrail.LivingAsync(transaction, "secret", SecretStore.Deleted, ct);
        await using var command = new NpgsqlCommand("SELECT id FROM unnest($1::text[]) WITH ORDINALITY AS known (id, place) WHERE NOT EXISTS (SELECT 1 FROM resources.secrets s WHERE s.id = known.id::int) ORDER BY place LIMIT $2", connection, transaction);
        command.Parameters.AddWithValue(living.ToArray());
        command.Parameters.AddWithValue(Most);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var missing = new List<string>();
        while (await reader.ReadAsync(ct)) missing.Add(reader.GetString(0));
        return missing;
    }
}
