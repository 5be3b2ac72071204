using Alicerce.Platform.Data;
using Npgsql;

namespace Alicerce.Harness;

/// <summary>A database of one test class, dropped with it.</summary>
/// <param name="SuperuserConnectionString">For a test that has to break things; the code under test never gets it.</param>
public sealed record TestDatabase(string Name, DatabaseAddress Address, string SuperuserConnectionString) : IAsyncDisposable
{
    /// <summary>Connections as the server's own role.</summary>
    public NpgsqlDataSource Source { get; } = NpgsqlDataSource.Create(Address.AppConnectionString);

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await TestCluster.DropAsync(Name);
    }
}
