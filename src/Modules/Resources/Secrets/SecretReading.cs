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
/// Reads: (1) the rows and what the audit log last says of each, in one statement, (2) version and ciphertext hash have to agree, (3) opened, references filled
/// in, (4) a row in the audit log for each, committed before anybody sees a value.
/// </summary>
internal sealed class SecretReading(NpgsqlDataSource source, Sealer sealer, AuditTrail trail, AuditLog log, IProjects projects, ILogger<SecretReading> logger)
{
    private const string Columns = "id, project_id, environment_id, key, version, encrypted_value, is_sensitive";
    private const int ColumnCount = 7;

    // The chain of D20: what an environment has itself, then its project's, then what is the house's.
    private const string InChain = "(project_id IS NULL OR project_id = $1) AND (environment_id IS NULL OR environment_id = $2)";
    private const string Nearest = "ORDER BY key, environment_id NULLS LAST, project_id NULLS LAST LIMIT 3000";
    private const string InScope = "project_id IS NOT DISTINCT FROM $1 AND environment_id IS NOT DISTINCT FROM $2";

    // With keys and without are two statements, so that keys are looked up in the index.
    internal static readonly string ChainOfKeys = Proven($"SELECT DISTINCT ON (key) {Columns} FROM resources.secrets WHERE key = ANY ($3) AND {InChain} {Nearest}");
    private static readonly string Chain = Proven($"SELECT DISTINCT ON (key) {Columns} FROM resources.secrets WHERE $3::text[] IS NULL AND {InChain} {Nearest}");
    private static readonly string OwnOfKeys = Proven($"SELECT {Columns} FROM resources.secrets WHERE key = ANY ($3) AND {InScope} ORDER BY key LIMIT 1000");
    private static readonly string Own = Proven($"SELECT {Columns} FROM resources.secrets WHERE $3::text[] IS NULL AND {InScope} ORDER BY key LIMIT 1000");

    private sealed record Row(int Id, Owner Owner, string Key, int Version, string Sealed, bool IsSensitive, UnprovenChange? LastChange);

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
        var rows = await ReadAsync(connection, keys is null ? Chain : ChainOfKeys, owner, keys, ct);
        var opened = OpenWithReferences(rows, keys);
        if (keys is not null && opened.Values.SelectMany(secret => SecretReferences.In(secret.Value)).Any(key => !opened.ContainsKey(key)))
        {
            // Secrets and what they refer to have to be of one moment: a second statement for the rest would be of a later one.
            rows = await ReadAsync(connection, Chain, owner, null, ct);
            opened = OpenWithReferences(rows, keys);
        }

        var wanted = opened.Values.Where(secret => keys is null || keys.Contains(secret.Key)).ToList();
        var filled = wanted.ConvertAll(secret => secret with { Value = SecretReferences.Fill(secret, opened, isProtected) });
        await WriteDownAsync(connection, opened.Values, owner, purpose, ct);
        return filled;
    }

    /// <summary>An owner's own secrets as they were written, references and all.</summary>
    /// <param name="owner">Exactly this scope.</param>
    /// <param name="keys">Null for all.</param>
    /// <param name="purpose">For the audit log.</param>
    public async Task<IReadOnlyList<OpenedSecret>> OwnAsync(Owner owner, IReadOnlyCollection<string>? keys, string purpose, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var secrets = (await ReadAsync(connection, keys is null ? Own : OwnOfKeys, owner, keys, ct)).ConvertAll(Open);
        await WriteDownAsync(connection, secrets, owner, purpose, ct);
        return secrets;
    }

    /// <summary>Those asked for and, one after the other, those that they refer to: what nobody needs is not opened.</summary>
    private Dictionary<string, OpenedSecret> OpenWithReferences(List<Row> rows, IReadOnlyCollection<string>? keys)
    {
        var byKey = rows.ToDictionary(row => row.Key, StringComparer.Ordinal);
        var opened = new Dictionary<string, OpenedSecret>(StringComparer.Ordinal);
        var left = new Stack<string>(keys ?? byKey.Keys);
        while (left.TryPop(out var key))
        {
            if (opened.ContainsKey(key) || !byKey.TryGetValue(key, out var row)) continue;
            var secret = opened[key] = Open(row);
            foreach (var reference in SecretReferences.In(secret.Value)) left.Push(reference);
        }

        return opened;
    }

    private OpenedSecret Open(Row row)
    {
        try
        {
            if (trail.Prove(row.LastChange) is not { } last) throw new SecretTamperedException("the audit log knows nothing of it");
            var version = last.Details.GetProperty("version").GetInt32();
            var isPresent = last.Action != SecretStore.Deleted && version == row.Version && last.Details.GetProperty("ciphertext_hash").GetString() == Sealer.HashOf(row.Sealed);
            if (!isPresent) throw new SecretTamperedException($"the audit log says '{last.Action}' of version {version}, and stored is another state of version {row.Version}");
            return new OpenedSecret(row.Id, row.Owner, row.Key, row.Version, sealer.Open(new SecretName(row.Owner, row.Key), row.Version, row.Sealed), row.IsSensitive);
        }
        catch (SecretTamperedException e)
        {
            logger.LogCritical("The secret {Id} is not what was written: {Reason}. See docs/secrets.md.", row.Id, e.Message);
            throw new SecretTamperedException($"The secret '{row.Key}' is not what was written: {e.Message}. Write it again, or restore a backup; 'alicerce audit list --subject secret:{row.Id}' shows its history.");
        }
    }

    private async Task<List<Row>> ReadAsync(NpgsqlConnection connection, string sql, Owner owner, IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var rows = await RowsAsync(connection, sql, owner, keys, ct);
        await trail.LearnKeysAsync(connection, rows.Select(row => row.LastChange), ct);
        return rows;
    }

    private static async Task<List<Row>> RowsAsync(NpgsqlConnection connection, string sql, Owner owner, IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
#pragma warning disable CA2100 // Constants of this class.
        await using var command = new NpgsqlCommand(sql, connection);
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
            rows.Add(new Row(reader.GetInt32(0), of, reader.GetString(3), reader.GetInt32(4), reader.GetString(5), reader.GetBoolean(6), AuditTrail.LastChangeOf(reader, ColumnCount)));
        }

        return rows;
    }

    private Task WriteDownAsync(NpgsqlConnection connection, IEnumerable<OpenedSecret> secrets, Owner reader, string purpose, CancellationToken ct) =>
        log.WriteAsync(
            connection,
            [.. secrets.Select(secret => new AuditEntry("secret" + AuditTrail.Read, new AuditSubject("secret", $"{secret.Id}", secret.Owner.ProjectId))
            {
                Details = new { secret.Key, secret.Version, Purpose = purpose, For = new { reader.ProjectId, reader.EnvironmentId } },
            })],
            ct);

    private static string Proven(string secrets) => $"SELECT s.*, last.* FROM ({secrets}) AS s {AuditTrail.LastChangesFor("secret", "s.id")} ORDER BY s.key";
}
