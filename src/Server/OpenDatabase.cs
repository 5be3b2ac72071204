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
        var extensions = schemas.SelectMany(schema => schema.Extensions).Distinct().ToList();
        var own = await PrivateDatabase.OpenAsync(root, options.PostgresBinaries, extensions, ct);
        return new OpenDatabase(own.Address, own);
    }

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;
}
