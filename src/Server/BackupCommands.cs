using System.Globalization;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Backups;
using Alicerce.Platform.Data;
using Alicerce.Platform.Keys;

namespace Alicerce.Server;

/// <summary><c>alicerce-server recovery-key|backup|restore</c>: what needs the machine itself, the data folder and the database, and no token.</summary>
internal static class BackupCommands
{
    private static string Account => Environment.UserName;

    /// <summary>Makes the recovery key and shows its private half, this once.</summary>
    public static async Task CreateRecoveryKeyAsync(IConfiguration settings, bool isReplacing, TextWriter output)
    {
        var root = DataRoot.Open(ServerHost.ReadOptions(settings, Rooms.All).DataFolder);
        var path = RecoveryKey.PathIn(root);
        if (File.Exists(path) && !isReplacing)
            throw new StartupException($"There is a recovery key already ('{path}'). Its private half was shown when it was made. If it is lost, make another with 'alicerce-server recovery-key --replace': backups from then on are made for the new one.");
        using var key = RecoveryKey.Create();
        key.KeepPublicHalf(root);
        await output.WriteLineAsync($"""
            The recovery key '{key.Id}', shown this once and stored nowhere:

              {key.RevealPrivate()}

            Keep it away from this machine: on paper, or in a password manager. Whoever has it opens every backup; without it nobody does.
            """);
    }

    public static async Task BackUpAsync(IConfiguration settings, string? path, TextWriter output, CancellationToken ct)
    {
        var options = ServerHost.ReadOptions(settings, Rooms.All);
        var root = DataRoot.Open(options.DataFolder);
        using (RecoveryKey.ReadPublic(root))
        {
            // Before a database is started for nothing.
        }

        var target = path ?? new BackupFolder(root).FileFor(TimeProvider.System.GetUtcNow());
        if (Directory.Exists(target)) throw new StartupException($"'{target}' is a folder: name a file in it.");
        if (File.Exists(target)) throw new StartupException($"'{target}' is there already: name another file.");
        var schemas = ServerHost.SchemasOf(Rooms.All);
        await using var database = await OpenDatabase.OpenPresentAsync(options, root, schemas, "make the backup", ct);
        var master = await new MasterKeys(root, options.MasterKey).OpenAsync(database.Address.AppConnectionString, ct);
        var length = await new Backup(database.Address, root, schemas, master, options.PostgresBinaries).WriteAsync(target, AuditActor.CommandLine(Account), ct);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Backup: {target} ({length:N0} bytes)"));
    }

    /// <param name="keyFile">Holds the private half of the recovery key; null reads it from the standard input.</param>
    public static async Task RestoreAsync(IConfiguration settings, string path, string? keyFile, TextReader input, TextWriter output, CancellationToken ct)
    {
        var options = ServerHost.ReadOptions(settings, Rooms.All);
        using var recovery = RecoveryKey.ReadPrivate(await ReadKeyAsync(keyFile, input, ct));
        var root = DataRoot.Open(options.DataFolder);
        var schemas = ServerHost.SchemasOf(Rooms.All);
        await using var database = await OpenDatabase.OpenAsync(options, root, schemas, ct);
        var outcome = await new Restore(database.Address, root, schemas, ServerHost.SealedOf(Rooms.All), options.MasterKey, options.PostgresBinaries).ReadAsync(path, recovery, Account, ct);
        await output.WriteLineAsync($"""
            Restored the backup of {outcome.MadeAt.UtcDateTime:yyyy-MM-dd HH:mm:ss'Z'}.
            - The master key is a new one, '{outcome.NewKey}' instead of '{outcome.OldKey}': {(options.MasterKey is null ? $"it is in '{root.File("master.key")}'" : "the one of ALICERCE_MASTER_KEY")}. Other servers over this database need it too.
            - Nothing was revoked: {outcome.Tokens} access tokens and {outcome.Sessions} sessions of browsers are valid as they were then, also those that were revoked since. Revoke again what has to be.
            - {(outcome.Unreadable.Count == 0 ? "Every sealed value opened" : Rewrapped.Sentence(outcome.Unreadable))}
            - The audit log goes on with a row that says that you restored. On other servers over this database delete 'audit.head' in the data folder.
            Start the server now.
            """);
    }

    private static async Task<string> ReadKeyAsync(string? keyFile, TextReader input, CancellationToken ct)
    {
        if (keyFile is null)
        {
            if (!Console.IsInputRedirected) await Console.Error.WriteAsync("Recovery key: ");
            return await input.ReadLineAsync(ct) ?? "";
        }

        try
        {
            return await File.ReadAllTextAsync(keyFile, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The recovery key '{keyFile}' cannot be read: {e.Message}", e);
        }
    }
}
