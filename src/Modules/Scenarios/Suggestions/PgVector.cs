using Npgsql;

namespace Alicerce.Modules.Scenarios.Suggestions;

/// <summary>The extension pgvector, which may be there or come later (D11); without it everything works the same, only the search of a cold index finds less.</summary>
internal static class PgVector
{
    /// <summary>In seconds.</summary>
    private const int LongestFilling = 600;

    public const string Extension = "vector";

    /// <summary>Beside the vectors of <c>embeddings</c>, in the extension's own type; no backup holds it.</summary>
    public const string Table = "pgvector_embeddings";

    /// <summary>Of the source's column (S000-DB-02).</summary>
    public const int Dimensions = 384;

    /// <summary>Makes the table and fills it where the extension is there and the table is not yet.</summary>
    /// <returns>Whether there is one now.</returns>
    public static async Task<bool> UseAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT scenarios.use_pgvector()");
        command.CommandTimeout = LongestFilling;
        return await command.ExecuteScalarAsync(ct) is true;
    }

    public static async Task<bool> IsUsedAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            $"SELECT to_regclass('scenarios.{Table}') IS NOT NULL AND to_regtype('{Extension}') IS NOT NULL");
        return await command.ExecuteScalarAsync(ct) is true;
    }
}
