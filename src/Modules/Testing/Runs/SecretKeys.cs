using System.Text.Json;
using System.Text.RegularExpressions;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Web;
using Npgsql;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>Which secrets a run may ask for: those, and no others, are read for it.</summary>
internal static partial class SecretKeys
{
    private const int MostKeys = 1000;

    private const string InCases = """
        SELECT DISTINCT found[1] FROM testing.test_cases c CROSS JOIN LATERAL regexp_matches(c.steps_json::text, '\$\{secret:([A-Za-z0-9_]+)\}', 'g') AS found
        WHERE c.suite_id = $1 AND c.is_active AND c.deleted_at IS NULL AND c.steps_json::text LIKE '%${secret:%' LIMIT $2
        """;

    /// <param name="source">Of the cases.</param>
    /// <param name="run">Whose suite and choices they are.</param>
    /// <param name="environment">Its variables may hold references too.</param>
    public static async Task<HashSet<string>> ReferredToAsync(NpgsqlDataSource source, RunRow run, EnvironmentFacts environment, CancellationToken ct)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in environment.Variables.Values.Append(JsonSerializer.Serialize(run.Choices.Suite, ApiJson.Options)))
            foreach (Match match in Reference().Matches(text)) keys.Add(match.Groups["key"].Value);
        await using var command = source.CreateCommand(InCases);
        command.Parameters.AddWithValue(run.SuiteId);
        command.Parameters.AddWithValue(MostKeys);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) keys.Add(reader.GetString(0));
        return keys;
    }

    [GeneratedRegex(@"\$\{secret:(?<key>[A-Za-z0-9_]+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
