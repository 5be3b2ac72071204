using Npgsql;

namespace Alicerce.Platform.Data;

/// <summary>An extension that PostgreSQL has installed and that could not be made in the database; the house works without it.</summary>
/// <param name="Name">As <c>CREATE EXTENSION</c> takes it.</param>
/// <param name="Database">Where it is missing.</param>
/// <param name="Role">Who tried.</param>
/// <param name="Reason">PostgreSQL's words.</param>
public sealed record RefusedExtension(string Name, string Database, string Role, string Reason)
{
    /// <summary>For an administrator of the database.</summary>
    public string Command => $"CREATE EXTENSION {OptionalExtensions.Quote(Name)} SCHEMA public;";

    public override string ToString() =>
        $"PostgreSQL has the extension '{Name}', and the role '{Role}' could not make it: {Reason}. Everything works without it. To have it, an administrator runs in the database '{Database}': {Command}";
}

/// <summary>Makes extensions that modules use where they are (<see cref="ModuleSchema.OptionalExtensions"/>); at each start, for one may be installed later.</summary>
public static class OptionalExtensions
{
    private const string Lacking = "SELECT name FROM pg_available_extensions WHERE name = ANY ($1) AND installed_version IS NULL ORDER BY name";

    public static IReadOnlyList<string> Of(IEnumerable<ModuleSchema> schemas) => [.. schemas.SelectMany(schema => schema.OptionalExtensions).Distinct(StringComparer.Ordinal)];

    /// <summary>Makes those that are installed and not yet in the database, in the schema that every role has in its path.</summary>
    public static async Task<IReadOnlyList<RefusedExtension>> CreateAsync(NpgsqlConnection connection, IReadOnlyList<string> names, CancellationToken ct)
    {
        if (names.Count == 0) return [];
        List<RefusedExtension> refused = [];
        foreach (var name in await LackingAsync(connection, names, ct))
        {
            try
            {
#pragma warning disable CA2100 // Names of extensions cannot be parameters; it is quoted.
                await using var command = new NpgsqlCommand($"CREATE EXTENSION IF NOT EXISTS {Quote(name)} SCHEMA public", connection);
#pragma warning restore CA2100
                await command.ExecuteNonQueryAsync(ct);
            }
            catch (PostgresException e)
            {
                refused.Add(new RefusedExtension(name, connection.Database, connection.UserName ?? "", e.MessageText));
            }
        }

        return refused;
    }

    internal static string Quote(string name) => new NpgsqlCommandBuilder().QuoteIdentifier(name);

    private static async Task<List<string>> LackingAsync(NpgsqlConnection connection, IReadOnlyList<string> names, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Lacking, connection);
        command.Parameters.AddWithValue(names.ToArray());
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<string> lacking = [];
        while (await reader.ReadAsync(ct)) lacking.Add(reader.GetString(0));
        return lacking;
    }
}
