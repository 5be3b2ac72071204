using System.Diagnostics;
using Alicerce.Platform.Data;
using Alicerce.Platform.Keys;
using Npgsql;

namespace Alicerce.Platform.Backups;

/// <summary>
/// Brings a backup into an empty database: (1) check every byte of the file, (2) demand that nothing is there, (3) pg_restore in one transaction,
/// (4) bring the schemas to this version, (5) seal from here on with a new master key, and write the restore down as what it is.
/// </summary>
/// <param name="given">From <c>ALICERCE_MASTER_KEY</c>: the new master key; null makes one in the data folder.</param>
public sealed class Restore(DatabaseAddress address, DataRoot root, IReadOnlyList<ModuleSchema> schemas, IReadOnlyList<ISealedStore> stores, MasterKey? given, string? clientFolder)
{
    private readonly string _owner = new NpgsqlConnectionStringBuilder(address.OwnerConnectionString) { Pooling = false }.ConnectionString;

    /// <param name="MadeAt">When the backup was made.</param>
    /// <param name="Tokens">Access tokens that are valid again.</param>
    /// <param name="Sessions">Browsers that are signed in again.</param>
    /// <param name="Unreadable">Sealed values that the key of the backup did not open.</param>
    public sealed record Outcome(DateTimeOffset MadeAt, string OldKey, string NewKey, long Tokens, long Sessions, IReadOnlyList<string> Unreadable);

    /// <param name="path">Of the backup.</param>
    /// <param name="recovery">With its private half.</param>
    /// <param name="who">For the audit log: the account that gave the command.</param>
    public async Task<Outcome> ReadAsync(string path, RecoveryKey recovery, string who, CancellationToken ct)
    {
        await using var file = OpenFile(path);
        var manifest = await BackupReader.CheckAsync(file, recovery, ct);
        if (!MasterKey.TryParse(manifest.MasterKey, out var old)) throw BackupCipher.Damaged(new InvalidDataException("There is no master key."));
        if (given?.Id == old.Id) throw new StartupException("ALICERCE_MASTER_KEY is the key of the backup: give a new one ('openssl rand -base64 32'), or unset it to have one made in the data folder.");
        var serverMajor = await DemandEmptyAsync(ct);
        var client = await PostgresClient.LocateAsync(clientFolder, Math.Max(serverMajor, manifest.PostgresMajor), ct);

        await FillAsync(file, recovery, client, ct);
        var migrator = new Migrator(address, schemas);
        await migrator.UpAsync(ct);
        await migrator.GrantExistingAsync(ct);
        var master = given ?? NewKeyFile();
        if (!File.Exists(RecoveryKey.PathIn(root))) recovery.KeepPublicHalf(root);
        var unreadable = await new RestoredDatabase(_owner, root, stores).TakeOverAsync(old, master, manifest, who, ct);
        var (tokens, sessions) = await CountAsync(ct);
        return new Outcome(manifest.CreatedAt, old.Id, master.Id, tokens, sessions, unreadable);
    }

    private static FileStream OpenFile(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The backup '{path}' cannot be read: {e.Message}", e);
        }
    }

    private async Task<int> DemandEmptyAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(_owner);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand("SELECT (SELECT string_agg(nspname, ', ') FROM pg_namespace WHERE nspname = ANY ($1)), current_setting('server_version_num')::int / 10000", connection);
        command.Parameters.AddWithValue(schemas.Select(schema => schema.Name).ToArray());
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        if (reader.IsDBNull(0)) return reader.GetInt32(1);
        throw new StartupException(
            $"The database is not empty: it already has {reader.GetString(0)}. A backup is restored into an empty database only, so that it overwrites nothing. "
            + $"Move '{root.ClusterFolder}' and its passwords 'postgres-passwords.json' away for a new private one, or create a new database and name it in DATABASE_URL.");
    }

    private async Task FillAsync(FileStream file, RecoveryKey recovery, PostgresClient client, CancellationToken ct)
    {
        using var reader = await BackupReader.OpenAsync(file, recovery, ct);
        await reader.ReadManifestAsync(ct);
        var settings = new NpgsqlConnectionStringBuilder(_owner);
        string[] command = [client.Restore, $"--dbname={settings.Database}", "--no-owner", "--no-privileges", "--no-password", "--single-transaction", "--exit-on-error"];
        await ClientProgram.RunAsync(command, PostgresClient.VariablesFor(_owner), process => SendAsync(reader, process, ct), ct);
    }

    private static async Task SendAsync(BackupReader reader, Process process, CancellationToken ct)
    {
        var input = process.StandardInput.BaseStream;
        while (await reader.NextAsync(ct) is { } chunk)
        {
            try
            {
                await input.WriteAsync(chunk, ct);
                await input.FlushAsync(ct);
            }
            catch (IOException)
            {
                return; // It ended early: its exit code and its words say why.
            }
        }
    }

    private MasterKey NewKeyFile()
    {
        var (file, key) = (new MasterKeyFile(root), MasterKey.Create());
        file.PutAside();
        file.Write(key);
        return key;
    }

    private async Task<(long Tokens, long Sessions)> CountAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(_owner);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(
            """
            SELECT (SELECT count(*) FROM platform.access_tokens WHERE revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())),
                (SELECT count(*) FROM platform.sessions WHERE revoked_at IS NULL AND expires_at > now())
            """,
            connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }
}
