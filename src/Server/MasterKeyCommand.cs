using Alicerce.Platform.Data;
using Alicerce.Platform.Keys;

namespace Alicerce.Server;

/// <summary><c>alicerce-server rotate-master-key</c>: for the day on which the old key was seen, and for every year (D9).</summary>
internal static class MasterKeyCommand
{
    private const string NewKey = "ALICERCE_NEW_MASTER_KEY";

    public static async Task RunAsync(IConfiguration settings, TextWriter output, CancellationToken ct)
    {
        var options = ServerHost.ReadOptions(settings, Rooms.All);
        var root = DataRoot.Open(options.DataFolder);
        MasterKey? given = null;
        if (settings[NewKey] is { Length: > 0 } text)
            given = MasterKey.TryParse(text, out var key) ? key : throw new StartupException($"{NewKey} has to be {MasterKey.Length} bytes as base64: make one with 'openssl rand -base64 {MasterKey.Length}'.");
        await using var database = await OpenDatabase.OpenPresentAsync(options, root, ServerHost.SchemasOf(Rooms.All), "exchange the key", ct);
        var old = await new MasterKeys(root, options.MasterKey).OpenAsync(database.Address.AppConnectionString, ct);
        var outcome = await new MasterKeyRotation(database.Address, root, ServerHost.SealedOf(Rooms.All), given).RotateAsync(old, isOldFromFile: options.MasterKey is null, Environment.UserName, ct);
        await output.WriteLineAsync($"""
            The master key is '{outcome.NewKey}' now instead of '{outcome.OldKey}'; {outcome.Rewrapped.Count} data keys are wrapped by it. {Rewrapped.Sentence(outcome.Rewrapped.Unreadable)}
            - {(options.MasterKey is null ? $"It is in '{root.File("master.key")}'; the old one is kept beside it, for backups that were made before" : $"Set ALICERCE_MASTER_KEY to what {NewKey} is, for every server over this database")}.
            - Make a backup now. Backups of before hold the old key and stay restorable with the recovery key.
            """);
    }
}
