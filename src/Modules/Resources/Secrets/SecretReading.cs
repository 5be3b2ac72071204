using System.Data;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Projects;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Alicerce.Modules.Resources.Secrets;

/// <param name="Id">Of its row.</param>
/// <param name="Owner">Whose it is: not always who asked for it.</param>
internal sealed record OpenedSecret(int Id, Owner Owner, string Key, int Version, string Value, bool IsSensitive);

/// <summary>
/// Reads: (1) the rows and what the audit log last says of each, in one snapshot, (2) version and ciphertext hash have to agree, (3) opened, references filled
/// in, (4) a row in the audit log for each, committed before anybody sees a value.
/// </summary>
internal sealed class SecretReading(NpgsqlDataSource source, Sealer sealer, AuditTrail trail, AuditLog log, IProjects projects, ILogger<SecretReading> logger)
{
    private const string Columns = "id, project_id, environment_id, key, version, encrypted_value, is_sensitive";

    // The chain of D20: what an environment has itself, then its project's, then what is the house's.
    private const string InChain = "(project_id IS NULL OR project_id = $1) AND (environment_id IS NULL OR environment_id = $2)";
    private const string Nearest = "ORDER BY key, environment_id NULLS LAST, project_id NULLS LAST LIMIT 3000";
    private const string InScope = "project_id IS NOT DISTINCT FROM $1 AND environment_id IS NOT DISTINCT FROM $2";

    // With keys and without are two statements, so that keys are looked up in the index.
    internal const string ChainOfKeys = $"SELECT DISTINCT ON (key) {Columns} FROM resources.secrets WHERE key = ANY ($3) AND {InChain} {Nearest}";
    private const string Chain = $"SELECT DISTINCT ON (key) {Columns} FROM resources.secrets WHERE $3::text[] IS NULL AND {InChain} {Nearest}";
    private const string OwnOfKeys = $"SELECT {Columns} FROM resources.secrets WHERE key = ANY ($3) AND {InScope} ORDER BY key LIMIT 1000";
    private const string Own = $"SELECT {Columns} FROM resources.secrets WHERE $3::text[] IS NULL AND {InScope} ORDER BY key LIMIT 1000";

    private sealed record Row(int Id, Owner Owner, string Key, int Version, string Sealed, bool IsSensitive);

    /// <summary>Everything that an owner sees, from its own scope or those above.</summary>
    /// <param name="owner">Whoever reads has been let in there.</param>
    /// <param name="keys">Null for all.</param>
    /// <param name="purpose">For the audit log, such as <c>resolve</c> or <c>test_run:7</c>.</param>
    /// <exception cref="SecretTamperedException">What is stored is not what was written.</exception>
    /// <exception cref="SecretReferenceException">A value refers to one that there is not, or to itself.</exception>
    public async Task<IReadOnlyList<OpenedSecret>> ResolveAsync(Owner owner, IReadOnlyCollection<string>? keys, string purpose, CancellationToken ct)
    {
        var isProtected = owner.EnvironmentId is { } environment && (await projects.FindEnvironmentAsync(environment, ct))?.IsProtected == true;
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var opened = new Dictionary<string, OpenedSecret>(StringComparer.Ordinal);
        IReadOnlyCollection<string>? missing = keys;
        do
        {
            foreach (var secret in await OpenAsync(snapshot, missing is null ? Chain : ChainOfKeys, owner, missing, ct)) opened[secret.Key] = secret;
            missing = [.. opened.Values.SelectMany(secret => SecretReferences.In(secret.Value)).Distinct().Where(key => !opened.ContainsKey(key))];
        }
        while (keys is not null && missing.Count > 0 && await AreThereAsync(snapshot, owner, missing, ct));
        var wanted = opened.Values.Where(secret => keys is null || keys.Contains(secret.Key)).ToList();
        var filled = wanted.ConvertAll(secret => secret with { Value = SecretReferences.Fill(secret, opened, isProtected) });
        await WriteDownAsync(snapshot, keys is null ? [.. opened.Values] : opened.Values, owner, purpose, ct);
        await snapshot.CommitAsync(ct);
        return filled;
    }

    /// <summary>An owner's own secrets as they were written, references and all.</summary>
    /// <param name="owner">Exactly this scope.</param>
    /// <param name="keys">Null for all.</param>
    /// <param name="purpose">For the audit log.</param>
    public async Task<IReadOnlyList<OpenedSecret>> OwnAsync(Owner owner, IReadOnlyCollection<string>? keys, string purpose, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var secrets = await OpenAsync(snapshot, keys is null ? Own : OwnOfKeys, owner, keys, ct);
        await WriteDownAsync(snapshot, secrets, owner, purpose, ct);
        await snapshot.CommitAsync(ct);
        return secrets;
    }

    private async Task<List<OpenedSecret>> OpenAsync(NpgsqlTransaction snapshot, string sql, Owner owner, IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var rows = await ReadAsync(snapshot, sql, owner, keys, ct);
        var changes = await trail.LastChangesAsync(snapshot, "secret", [.. rows.Select(row => $"{row.Id}")], ct);
        return rows.ConvertAll(row => Open(row, changes.GetValueOrDefault($"{row.Id}")));
    }

    private OpenedSecret Open(Row row, AuditedChange? last)
    {
        try
        {
            if (last is null) throw new SecretTamperedException("the audit log knows nothing of it");
            var isPresent = last.Action != SecretStore.Deleted && last.Details.GetProperty("version").GetInt32() == row.Version && last.Details.GetProperty("ciphertext_hash").GetString() == Sealer.HashOf(row.Sealed);
            if (!isPresent) throw new SecretTamperedException($"the audit log says '{last.Action}' of version {last.Details.GetProperty("version").GetInt32()}, and stored is another state of version {row.Version}");
            return new OpenedSecret(row.Id, row.Owner, row.Key, row.Version, sealer.Open(new SecretName(row.Owner, row.Key), row.Version, row.Sealed), row.IsSensitive);
        }
        catch (SecretTamperedException e)
        {
            logger.LogCritical("The secret {Id} is not what was written: {Reason}. See docs/secrets.md.", row.Id, e.Message);
            throw new SecretTamperedException($"The secret '{row.Key}' is not what was written: {e.Message}. Write it again, or restore a backup; 'alicerce audit list --subject secret:{row.Id}' shows its history.");
        }
    }

    private static async Task<bool> AreThereAsync(NpgsqlTransaction snapshot, Owner owner, IReadOnlyCollection<string> keys, CancellationToken ct) =>
        (await ReadAsync(snapshot, ChainOfKeys, owner, keys, ct)).Count > 0;

    private static async Task<List<Row>> ReadAsync(NpgsqlTransaction snapshot, string sql, Owner owner, IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
#pragma warning disable CA2100 // Constants of this class.
        await using var command = new NpgsqlCommand(sql, snapshot.Connection, snapshot);
#pragma warning restore CA2100
        command.Parameters.Add(new() { Value = (object?)owner.ProjectId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        command.Parameters.Add(new() { Value = (object?)owner.EnvironmentId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        command.Parameters.Add(new() { Value = keys is null ? DBNull.Value : keys.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await command.PrepareAsync(ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<Row>();
        while (await reader.ReadAsync(ct))
        {
            var of = new Owner(reader.IsDBNull(1) ? null : reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetInt32(2));
            rows.Add(new Row(reader.GetInt32(0), of, reader.GetString(3), reader.GetInt32(4), reader.GetString(5), reader.GetBoolean(6)));
        }

        return rows;
    }

    private Task WriteDownAsync(NpgsqlTransaction snapshot, IEnumerable<OpenedSecret> secrets, Owner reader, string purpose, CancellationToken ct) =>
        log.WriteAsync(
            snapshot,
            [.. secrets.Select(secret => new AuditEntry("secret" + AuditTrail.Read, new AuditSubject("secret", $"{secret.Id}", secret.Owner.ProjectId))
            {
                Details = new { secret.Key, secret.Version, Purpose = purpose, For = new { reader.ProjectId, reader.EnvironmentId } },
            })],
            ct);
}
