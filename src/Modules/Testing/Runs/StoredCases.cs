using System.Text.Json;
using Alicerce.Engine.Cases;
using Alicerce.Modules.Testing.Rows;
using Npgsql;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>Reads cases straight from a query's rows, for the streams that must not go through the change tracker.</summary>
internal static class StoredCases
{
    /// <summary>What <see cref="Read"/> wants, in its order, from <c>testing.test_cases c</c>.</summary>
    public const string Columns = """
        c.key, c.name, c.test_type, c.tags, c.steps_json::text, c.mutates, c.idempotent, c.timeout, c.retries, c."order", c.generation_source, c.component_path,
        c.probes_finding, c.load_json::text
        """;

    /// <param name="reader">On a row.</param>
    /// <param name="first">Where <see cref="Columns"/> begin.</param>
    public static TestCase Read(NpgsqlDataReader reader, int first) => new()
    {
        Key = reader.GetString(first),
        Name = reader.GetString(first + 1),
        Kind = Enum.Parse<CaseKind>(reader.GetString(first + 2), ignoreCase: true),
        Tags = reader.GetFieldValue<string[]>(first + 3),
        Steps = CaseMapping.StepsOf(reader.GetString(first + 4)),
        Mutates = reader.GetBoolean(first + 5),
        Idempotent = reader.GetBoolean(first + 6),
        Timeout = TimeSpan.FromSeconds(reader.GetDouble(first + 7)),
        Retries = reader.GetInt32(first + 8),
        Order = reader.GetInt32(first + 9),
        GenerationSource = Text(reader, first + 10),
        ComponentPath = Text(reader, first + 11),
        ProbesFinding = Text(reader, first + 12),
        Load = Text(reader, first + 13) is { } load ? JsonSerializer.Deserialize(load, CaseJson.Plain.LoadProfile) : null,
    };

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
