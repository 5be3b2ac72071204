using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Alicerce.Platform.Data;

/// <summary>
/// Brings all schemas to the version of this build. Servers that start at once queue behind one advisory lock: EF's own lock lets two
/// first starts collide.
/// </summary>
public sealed class Migrator(DatabaseAddress address, IReadOnlyList<ModuleSchema> schemas)
{
    private const long LockKey = 0x416C6963_65726365; // "Alicerce"

    /// <summary>
    /// Makes the optional extensions that are installed, then applies every pending migration, in the order of the modules; one that is up to date costs
    /// one query.
    /// </summary>
    /// <returns>Extensions that are installed and that the owner's role could not make.</returns>
    public async Task<IReadOnlyList<RefusedExtension>> UpAsync(CancellationToken ct)
    {
        await using var connection = await LockAsync(ct);
        var refused = await OptionalExtensions.CreateAsync(connection, OptionalExtensions.Of(schemas), ct);
        foreach (var schema in schemas)
        {
            await GrantAsync(connection, schema.Name, ct);
            await using var db = schema.Open(connection);
            await db.Database.MigrateAsync(ct);
        }

        return refused;
    }

    /// <summary>Takes back the newest <paramref name="steps"/> migrations of one schema.</summary>
    public async Task DownAsync(string schemaName, int steps, CancellationToken ct)
    {
        var schema = schemas.SingleOrDefault(candidate => candidate.Name == schemaName)
            ?? throw new StartupException($"There is no schema '{schemaName}'. There are: {string.Join(", ", schemas.Select(s => s.Name))}.");
        await using var connection = await LockAsync(ct);
        await using var db = schema.Open(connection);
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        if (steps < 1 || steps > applied.Count)
            throw new StartupException($"The schema '{schemaName}' has {applied.Count} applied migrations; '{steps}' cannot be taken back.");
        var target = steps == applied.Count ? Migration.InitialDatabase : applied[^(steps + 1)];
        await db.GetService<IMigrator>().MigrateAsync(target, ct);
    }

    /// <summary>The migrations not yet applied, as <c>schema: name</c>.</summary>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken ct)
    {
        var pending = new List<string>();
        await using var connection = new NpgsqlConnection(Unpooled(address.OwnerConnectionString));
        await connection.OpenAsync(ct);
        foreach (var schema in schemas)
        {
            await using var db = schema.Open(connection);
            pending.AddRange((await db.Database.GetPendingMigrationsAsync(ct)).Select(name => $"{schema.Name}: {name}"));
        }

        return pending;
    }

    /// <summary>Gives the server's role its rights on tables that came without them: those of a restored backup.</summary>
    public async Task GrantExistingAsync(CancellationToken ct)
    {
        if (address.AppRole == address.OwnerRole) return;
        await using var connection = await LockAsync(ct);
        var role = new NpgsqlCommandBuilder().QuoteIdentifier(address.AppRole);
        foreach (var schema in schemas)
        {
#pragma warning disable CA2100 // Names of schemas and roles cannot be parameters; the role is quoted, the schema a constant.
            await using var command = new NpgsqlCommand(
#pragma warning restore CA2100
                $"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema.Name} TO {role}; GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schema.Name} TO {role}", connection);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private async Task<NpgsqlConnection> LockAsync(CancellationToken ct)
    {
        // A session lock lives on its connection: a pooled one could hand the lock to a stranger, a closed one drops it.
        var connection = new NpgsqlConnection(Unpooled(address.OwnerConnectionString));
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { CommandTimeout = 0 };
        command.Parameters.AddWithValue(LockKey);
        await command.ExecuteNonQueryAsync(ct);
        return connection;
    }

    private async Task GrantAsync(NpgsqlConnection connection, string schema, CancellationToken ct)
    {
        var sql = $"CREATE SCHEMA IF NOT EXISTS {schema};";
        if (address.AppRole != address.OwnerRole)
        {
            var role = new NpgsqlCommandBuilder().QuoteIdentifier(address.AppRole);
            sql += $"""
                GRANT USAGE ON SCHEMA {schema} TO {role};
                ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {role};
                ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT USAGE, SELECT ON SEQUENCES TO {role};
                """;
        }

#pragma warning disable CA2100 // Names of schemas and roles cannot be parameters; the role is quoted, the schema a constant.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(ct);
    }

    private static string Unpooled(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
}
