using Npgsql;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>Whose a suite is.</summary>
internal static class SuiteOwners
{
    /// <returns>Null when there is no such suite; a deleted one keeps its history.</returns>
    public static async Task<int?> ProjectOfAsync(NpgsqlDataSource source, int suiteId, CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT project_id FROM testing.test_suites WHERE id = $1");
        command.Parameters.AddWithValue(suiteId);
        return await command.ExecuteScalarAsync(ct) is int projectId ? projectId : null;
    }
}
