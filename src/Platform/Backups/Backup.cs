using System.Globalization;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Data;
using Alicerce.Platform.Keys;
using Alicerce.Platform.Web;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Alicerce.Platform.Backups;

/// <summary>
/// Makes a backup: (1) find pg_dump, (2) open the recovery key's public half, (3) stream the dump through the cipher into a file beside its
/// place, (4) put it there when it is complete, (5) write it down. The database may be at work meanwhile: a dump sees one moment of it.
/// </summary>
public sealed class Backup(DatabaseAddress address, DataRoot root, IReadOnlyList<ModuleSchema> schemas, MasterKey master, string? clientFolder)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <param name="path">Where to; must not be there yet.</param>
    /// <param name="who">For the audit log.</param>
    /// <returns>How many bytes the file has.</returns>
    public async Task<long> WriteAsync(string path, AuditActor who, CancellationToken ct)
    {
        using var recovery = RecoveryKey.ReadPublic(root);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(address.OwnerConnectionString) { Pooling = false }.ConnectionString);
        var manifest = await DescribeAsync(source, ct);
        var client = await PostgresClient.LocateAsync(clientFolder, manifest.PostgresMajor, ct);
        try
        {
            var length = await WriteFileAsync(path, manifest, recovery, client, ct);
            await WriteDownAsync(source, recovery, manifest, length, who, ct);
            return length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The backup '{path}' cannot be written: {e.Message}", e);
        }
    }

    private async Task<long> WriteFileAsync(string path, BackupManifest manifest, RecoveryKey recovery, PostgresClient client, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);

        // A name of its own: another backup to the same place neither writes into this draft nor takes it away.
        var draft = $"{path}.{Guid.NewGuid():N}{BackupFolder.DraftExtension}";
        try
        {
            var length = await StreamAsync(draft, manifest, recovery, client, ct);
            File.Move(draft, path, overwrite: false);
            return length;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private async Task<long> StreamAsync(string draft, BackupManifest manifest, RecoveryKey recovery, PostgresClient client, CancellationToken ct)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly };
        await using var file = new FileStream(draft, options);
        using var cipher = BackupCipher.Begin(file, recovery);
        var writer = new BackupWriter(file, cipher);
        await writer.WriteAsync(manifest.ToChunk(), ct);
        string[] command =
        [
            client.Dump, "--format=custom", "--no-owner", "--no-privileges", "--no-password", .. schemas.Select(schema => $"--schema={schema.Name}"),
            .. schemas.SelectMany(schema => schema.NotBackedUp.Select(table => $"--exclude-table={schema.Name}.{table}")),
            .. schemas.SelectMany(schema => schema.BackedUpEmpty.Select(table => $"--exclude-table-data={schema.Name}.{table}")),
        ];
        await ClientProgram.RunAsync(command, PostgresClient.VariablesFor(address.OwnerConnectionString), process => writer.CopyFromAsync(process.StandardOutput.BaseStream, ct), ct);
        await writer.CompleteAsync(ct);
        file.Flush(flushToDisk: true);
        return file.Length;
    }

    private async Task<BackupManifest> DescribeAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand("""
            SELECT current_setting('server_version_num')::int / 10000, coalesce(max(seal_no), 0),
                (SELECT encode(seal, 'hex') FROM platform.audit_log WHERE seal_no IS NOT NULL ORDER BY seal_no DESC LIMIT 1), now() FROM platform.audit_log
            """);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new BackupManifest(
            BackupManifest.ThisFormat, reader.GetFieldValue<DateTimeOffset>(3), ServiceInfo.Version, reader.GetInt32(0), master.Reveal(), reader.GetInt64(1), reader.IsDBNull(2) ? "" : reader.GetString(2));
    }

    private Task WriteDownAsync(NpgsqlDataSource source, RecoveryKey recovery, BackupManifest manifest, long length, AuditActor who, CancellationToken ct) =>
        new AuditLog(AuditKey.Of(master), new HttpContextAccessor()).WriteAsync(
            source,
            new AuditEntry("backup.created", new AuditSubject("backup", manifest.CreatedAt.UtcDateTime.ToString("yyyyMMdd'_'HHmmss", CultureInfo.InvariantCulture), null))
            {
                Actor = who,
                Details = new { RecoveryKey = recovery.Id, Bytes = length, manifest.AuditNumber },
            },
            ct);
}
