using Npgsql;

namespace Alicerce.Modules.Scenarios.Suggestions;

/// <summary>The extension pgvector, which may be there or come later (D11); without it everything works the same, only the search of a cold index finds less.</summary>
internal static class PgVector
{
    /// <summary>Of the column <c>scenarios.embedding</c> (S000-DB-02).</summary>
    public const int Dimensions = 384;

    /// <summary>Makes the column and fills it where the extension is there and the column is not yet.</summary>
    /// <returns>Whether there is one now.</returns>
    public static async Task<bool> UseAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT scenarios.use_pgvector()");
        command.CommandTimeout = 0;
        return await command.ExecuteScalarAsync(ct) is true;
    }

    public static async Task<bool> IsUsedAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'scenarios.scenarios'::regclass AND attname = 'embedding' AND NOT attisdropped) AND to_regtype('vector') IS NOT NULL");
        return await command.ExecuteScalarAsync(ct) is true;
    }
}
