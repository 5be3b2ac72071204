using Npgsql;

namespace Alicerce.Platform.Keys;

/// <summary>Rows of a module that are sealed under the master key, for when it is exchanged for another (D9).</summary>
public interface ISealedStore
{
    /// <summary>Wraps every data key anew, in the transaction that makes the new master key the database's own. What the data keys seal stays as it is.</summary>
    /// <returns>What was wrapped anew, and what the old key does not open: it stays as it is, for people to look at.</returns>
    Task<Rewrapped> RewrapAsync(NpgsqlTransaction transaction, MasterKey old, MasterKey master, CancellationToken ct);
}

/// <param name="Count">Data keys that the new master key wraps.</param>
/// <param name="Unreadable">Names of rows that the old one did not open, such as <c>secret 5, version 2</c>.</param>
public sealed record Rewrapped(long Count, IReadOnlyList<string> Unreadable)
{
    /// <summary>Together, for a person: empty when everything was opened.</summary>
    public static string Sentence(IReadOnlyList<string> unreadable) => unreadable.Count == 0
        ? ""
        : $"{unreadable.Count} sealed value{(unreadable.Count == 1 ? "" : "s")} {(unreadable.Count == 1 ? "does" : "do")} not open under the old key and {(unreadable.Count == 1 ? "stays as it is" : "stay as they are")}, to be written again: {string.Join("; ", unreadable.Take(20))}{(unreadable.Count > 20 ? "; …" : "")}.";

    public static async Task<Rewrapped> AllAsync(IEnumerable<ISealedStore> stores, NpgsqlTransaction transaction, MasterKey old, MasterKey master, CancellationToken ct)
    {
        var (count, unreadable) = (0L, new List<string>());
        foreach (var store in stores)
        {
            var rewrapped = await store.RewrapAsync(transaction, old, master, ct);
            count += rewrapped.Count;
            unreadable.AddRange(rewrapped.Unreadable);
        }

        return new Rewrapped(count, unreadable);
    }
}
