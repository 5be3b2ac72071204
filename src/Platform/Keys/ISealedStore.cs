using Npgsql;

namespace Alicerce.Platform.Keys;

/// <summary>Rows of a module that are sealed under the master key, for when it is exchanged for another (D9).</summary>
public interface ISealedStore
{
    /// <summary>Wraps every data key anew, in the transaction that makes the new master key the database's own. What the data keys seal stays as it is.</summary>
    /// <returns>How many.</returns>
    Task<long> RewrapAsync(NpgsqlTransaction transaction, MasterKey old, MasterKey master, CancellationToken ct);
}
