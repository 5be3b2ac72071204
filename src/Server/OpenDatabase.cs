using Alicerce.Platform.Data;
using Alicerce.Platform.Data.PrivatePostgres;

namespace Alicerce.Server;

/// <summary>The database of this process for as long as it runs: a server of somebody else, or a private cluster of our own (D2).</summary>
internal sealed class OpenDatabase : IAsyncDisposable
{
    private readonly PrivateDatabase? _own;

    private OpenDatabase(DatabaseAddress address, PrivateDatabase? own) => (Address, _own) = (address, own);

    public DatabaseAddress Address { get; }

    public static async Task<OpenDatabase> OpenAsync(ServerOptions options, DataRoot root, IEnumerable<ModuleSchema> schemas, CancellationToken ct)
    {
        if (options.Database is { } given) return new OpenDatabase(given, null);
        var own = await PrivateDatabase.OpenAsync(root, options.PostgresBinaries, OptionalExtensions.Of(schemas), ct);
        return new OpenDatabase(own.Address, own);
    }

    /// <summary>For a command that may be given while the server runs: its database when it does, and one of this version.</summary>
    /// <param name="then">What the command does, to end the sentence with.</param>
    public static async Task<OpenDatabase> OpenPresentAsync(ServerOptions options, DataRoot root, IReadOnlyList<ModuleSchema> schemas, string then, CancellationToken ct)
    {
        var database = options.Database is null && PrivateDatabase.FindRunning(root) is { } running ? new OpenDatabase(running, null) : await OpenAsync(options, root, schemas, ct);
        if (await new Migrator(database.Address, schemas).PendingAsync(ct) is { Count: 0 }) return database;
        await database.DisposeAsync();
        throw new StartupException($"The database is not of this version: start the server once, or run 'alicerce-server migrate', and then {then}.");
    }

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;
}
