using Alicerce.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Alicerce.Server.Tests.Schema;

/// <summary>What holds for every table of every module, asked of the database itself.</summary>
public sealed class TablesTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    /// <summary>Rows of these are written once, or are machinery with times and numbers of its own (ADR 0025).</summary>
    private static readonly string[] Machinery =
    [
        "platform.audit_log", "platform.idempotency_keys", "platform.jobs", "platform.master_keys", "platform.measurements", "platform.outbox", "platform.received_events",
        "resources.port_allocations", "resources.port_ranges", "resources.secret_versions", "resources.service_checks", "resources.service_registry",
        "scenarios.embeddings", "scenarios.scenario_changes", "testing.case_starts", "testing.component_info", "testing.documents",
        "testing.findings", "testing.scan_sources", "testing.scanned_files", "testing.test_results", "testing.test_runs",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_table_has_a_number_and_the_times_of_its_rows()
    {
        var strays = await ReadAsync($"""
            SELECT t.table_schema || '.' || t.table_name FROM information_schema.tables t
            WHERE {InOurs("t.table_schema")} AND t.table_type = 'BASE TABLE' AND t.table_name <> 'migrations_history'
            AND NOT EXISTS (SELECT FROM pg_inherits WHERE inhrelid = format('%I.%I', t.table_schema, t.table_name)::regclass)
            AND 3 > (SELECT count(*) FROM information_schema.columns c WHERE c.table_schema = t.table_schema AND c.table_name = t.table_name AND c.is_nullable = 'NO'
                AND ((c.column_name = 'id' AND c.data_type = 'integer' AND c.is_identity = 'YES')
                OR (c.column_name IN ('created_at', 'updated_at') AND c.data_type = 'timestamp with time zone' AND c.column_default = 'now()')))
            ORDER BY 1
            """);
        // Made by a start where pgvector is, a moment after the server answers.
        strays.Where(table => table != "scenarios.pgvector_embeddings").ShouldBe(Machinery);
    }

    [Fact]
    [Trait("Req", "S001-DB-05")]
    public async Task Every_foreign_key_says_what_becomes_of_its_rows()
    {
        (await ReadAsync($"{ForeignKeys} AND confdeltype = 'a'")).ShouldBeEmpty();
        (await ReadAsync(ForeignKeys)).Count.ShouldBeGreaterThan(10);
    }

    [Fact]
    [Trait("Req", "S001-DB-06")]
    public async Task What_rows_are_found_by_is_indexed()
    {
        (await ReadAsync("SELECT indexdef FROM pg_indexes WHERE indexname = 'ix_users_email'")).ShouldHaveSingleItem().ShouldStartWith("CREATE UNIQUE INDEX ix_users_email ON platform.users USING btree (email)");
        var unindexed = await ReadAsync($"""
            {ForeignKeys} AND NOT EXISTS (
                SELECT FROM pg_index WHERE indrelid = conrelid AND (indkey::int2[])[0:array_length(conkey, 1) - 1] @> conkey)
            """);
        unindexed.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Req", "S001-DB-08")]
    public async Task Times_have_a_zone_and_fixed_words_are_text()
    {
        (await ReadAsync($"SELECT table_name || '.' || column_name FROM information_schema.columns WHERE {InOurs("table_schema")} AND data_type IN ('timestamp without time zone', 'time without time zone')")).ShouldBeEmpty();
        (await ReadAsync($"SELECT typname FROM pg_type JOIN pg_namespace n ON n.oid = typnamespace WHERE typtype = 'e' AND {InOurs("nspname")}")).ShouldBeEmpty();
        await using var connection = new NpgsqlConnection("Host=127.0.0.1");
        foreach (var room in Rooms.All.Where(room => room.Schema is not null))
        {
            await using var db = room.Schema!.Open(connection);
            db.Model.GetEntityTypes().SelectMany(type => type.GetProperties())
                .Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum && property.GetProviderClrType() != typeof(string)).ShouldBeEmpty();
        }
    }

    [Fact]
    [Trait("Req", "S001-DB-09")]
    [Trait("Trap", "T001-55")]
    public async Task An_empty_database_becomes_by_migrations_what_every_module_believes_it_to_be()
    {
        using var folder = new TempFolder();
        await using var database = await TestCluster.CreateDatabaseAsync([], Ct);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ALICERCE_DATA"] = folder["data"],
            ["DATABASE_URL"] = UrlOf(database.Address.AppConnectionString),
            ["DATABASE_OWNER_URL"] = UrlOf(database.Address.OwnerConnectionString),
        }).Build();
        await Commands.MigrateUpAsync(settings, TextWriter.Null, Ct);
        await using var connection = new NpgsqlConnection(database.Address.OwnerConnectionString);
        foreach (var room in Rooms.All.Where(room => room.Schema is not null))
        {
            await using var db = room.Schema!.Open(connection);
            (await db.Database.GetPendingMigrationsAsync(Ct)).ShouldBeEmpty();
            db.Database.HasPendingModelChanges().ShouldBeFalse(room.Name);
            foreach (var table in db.Model.GetEntityTypes().Select(type => (type.GetSchema(), type.GetTableName())).Where(table => table.Item2 is not null).Distinct())
            {
                await using var there = new NpgsqlCommand($"SELECT to_regclass('{table.Item1}.{table.Item2}')::text", connection);
                if (connection.State != System.Data.ConnectionState.Open) await connection.OpenAsync(Ct);
                (await there.ExecuteScalarAsync(Ct)).ShouldBe($"{table.Item1}.{table.Item2}");
            }
        }
    }

    [Fact]
    [Trait("Req", "S001-DB-12")]
    public async Task A_user_has_the_fields_of_the_sample()
    {
        var columns = await ReadAsync("""
            SELECT column_name || ' ' || data_type || CASE is_nullable WHEN 'YES' THEN ' null' ELSE '' END FROM information_schema.columns
            WHERE table_schema = 'platform' AND table_name = 'users' AND column_name IN ('id', 'email', 'name', 'phone', 'is_active', 'created_at', 'updated_at', 'deleted_at') ORDER BY column_name
            """);
        columns.ShouldBe([
            "created_at timestamp with time zone", "deleted_at timestamp with time zone null", "email character varying null", "id integer", "is_active boolean", "name character varying",
            "phone character varying null", "updated_at timestamp with time zone"]);
        (await ReadAsync("SELECT indexdef FROM pg_indexes WHERE indexname = 'ix_users_email'")).ShouldHaveSingleItem().ShouldContain("UNIQUE");
    }

    private static string UrlOf(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        return $"postgres://{settings.Username}@{settings.Host}:{settings.Port}/{settings.Database}";
    }

    private static string ForeignKeys => $"SELECT conname FROM pg_constraint JOIN pg_namespace n ON n.oid = connamespace WHERE contype = 'f' AND conparentid = 0 AND {InOurs("nspname")}";

    private static string InOurs(string column) => $"{column} IN ({string.Join(", ", Rooms.All.Where(room => room.Schema is not null).Select(room => $"'{room.Schema!.Name}'"))})";

    private async Task<List<string>> ReadAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(fixture.Database.SuperuserConnectionString);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var rows = new List<string>();
        while (await reader.ReadAsync(Ct)) rows.Add(reader.GetString(0));
        return rows;
    }
}
