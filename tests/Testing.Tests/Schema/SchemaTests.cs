using Alicerce.Harness;
using Alicerce.Modules.Testing;
using Alicerce.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Alicerce.Testing.Tests.Schema;

public sealed class SchemaFixture : PostgresFixture
{
    protected override IReadOnlyList<ModuleSchema> Schemas { get; } = [PlatformDb.ForMigrations, TestingDb.ForMigrations];
}

public sealed class SchemaTests(SchemaFixture fixture) : IClassFixture<SchemaFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [Trait("Req", "S004-DATA-05")]
    [InlineData("project_id", "integer", "NO", null)]
    [InlineData("file_path", "character varying(500)", "NO", null)]
    [InlineData("component_name", "character varying(100)", "YES", null)]
    [InlineData("component_type", "character varying(50)", "NO", null)]
    [InlineData("actions_json", "jsonb", "NO", "'[]'::jsonb")]
    [InlineData("queries_json", "jsonb", "NO", "'[]'::jsonb")]
    [InlineData("forms_json", "jsonb", "NO", "'[]'::jsonb")]
    [InlineData("conditionals_json", "jsonb", "NO", "'[]'::jsonb")]
    [InlineData("includes_json", "jsonb", "NO", "'[]'::jsonb")]
    [InlineData("line_count", "integer", "NO", null)]
    [InlineData("complexity_score", "integer", "NO", null)]
    [InlineData("discovered_at", "timestamp with time zone", "NO", "now()")]
    [InlineData("file_modified_at", "timestamp with time zone", "YES", null)]
    public Task Components_have_the_columns_of_the_source(string column, string type, string nullable, string? standard) =>
        ColumnShouldBe("component_info", column, type, nullable, standard);

    [Theory]
    [Trait("Req", "S004-DATA-06")]
    [InlineData("project_id", "integer", "NO", null)]
    [InlineData("name", "character varying(100)", "NO", null)]
    [InlineData("description", "text", "YES", null)]
    [InlineData("test_type", "character varying(50)", "NO", null)]
    [InlineData("config_json", "jsonb", "NO", "'{}'::jsonb")]
    [InlineData("is_active", "boolean", "NO", "true")]
    [InlineData("auto_run", "boolean", "NO", "false")]
    [InlineData("created_at", "timestamp with time zone", "NO", "now()")]
    [InlineData("updated_at", "timestamp with time zone", "NO", "now()")]
    public Task Suites_have_the_columns_of_the_source(string column, string type, string nullable, string? standard) =>
        ColumnShouldBe("test_suites", column, type, nullable, standard);

    [Theory]
    [Trait("Req", "S004-DATA-07")]
    [InlineData("suite_id", "integer", "NO", null)]
    [InlineData("component_id", "integer", "YES", null)]
    [InlineData("name", "character varying(200)", "NO", null)]
    [InlineData("test_type", "character varying(50)", "NO", null)]
    [InlineData("target", "character varying(255)", "NO", null)]
    [InlineData("method", "character varying(20)", "NO", "'GET'::character varying")]
    [InlineData("input_json", "jsonb", "NO", "'{}'::jsonb")]
    [InlineData("expected_json", "jsonb", "YES", null)]
    [InlineData("assertions_json", "jsonb", "NO", "'[]'::jsonb")]
    [InlineData("timeout", "double precision", "NO", "30")]
    [InlineData("retries", "integer", "NO", "0")]
    [InlineData("is_active", "boolean", "NO", "true")]
    [InlineData("order", "integer", "NO", "0")]
    [InlineData("auto_generated", "boolean", "NO", "false")]
    [InlineData("generation_source", "character varying(100)", "YES", null)]
    public Task Cases_have_the_columns_of_the_source(string column, string type, string nullable, string? standard) =>
        ColumnShouldBe("test_cases", column, type, nullable, standard);

    [Theory]
    [Trait("Req", "S004-DATA-08")]
    [InlineData("suite_id", "integer", "NO", null)]
    [InlineData("environment_id", "integer", "YES", null)]
    [InlineData("status", "character varying(50)", "NO", "'pending'::character varying")]
    [InlineData("triggered_by", "character varying(100)", "NO", "'manual'::character varying")]
    [InlineData("total_tests", "integer", "NO", "0")]
    [InlineData("passed", "integer", "NO", "0")]
    [InlineData("failed", "integer", "NO", "0")]
    [InlineData("skipped", "integer", "NO", "0")]
    [InlineData("errors", "integer", "NO", "0")]
    [InlineData("started_at", "timestamp with time zone", "YES", null)]
    [InlineData("finished_at", "timestamp with time zone", "YES", null)]
    [InlineData("duration_ms", "bigint", "YES", null)]
    [InlineData("logs_json", "jsonb", "YES", null)]
    [InlineData("artifacts_json", "jsonb", "YES", null)]
    [InlineData("created_at", "timestamp with time zone", "NO", "now()")]
    public Task Runs_have_the_columns_of_the_source(string column, string type, string nullable, string? standard) =>
        ColumnShouldBe("test_runs", column, type, nullable, standard);

    [Theory]
    [Trait("Req", "S004-DATA-09")]
    [InlineData("run_id", "integer", "NO", null)]
    [InlineData("test_case_id", "integer", "NO", null)]
    [InlineData("status", "character varying(50)", "NO", null)]
    [InlineData("started_at", "timestamp with time zone", "YES", null)]
    [InlineData("finished_at", "timestamp with time zone", "YES", null)]
    [InlineData("duration_ms", "double precision", "YES", null)]
    [InlineData("response_json", "jsonb", "YES", null)]
    [InlineData("error_message", "text", "YES", null)]
    [InlineData("assertion_results_json", "jsonb", "YES", null)]
    [InlineData("screenshot_path", "character varying(500)", "YES", null)]
    public Task Results_have_the_columns_of_the_source(string column, string type, string nullable, string? standard) =>
        ColumnShouldBe("test_results", column, type, nullable, standard);

    [Theory]
    [Trait("Req", "S004-DATA-10")]
    [Trait("Trap", "T004-73")]
    [InlineData("component_info", "platform.projects", "c")]
    [InlineData("documents", "platform.projects", "c")]
    [InlineData("findings", "platform.projects", "c")]
    [InlineData("scan_sources", "platform.projects", "c")]
    [InlineData("test_suites", "platform.projects", "c")]
    [InlineData("test_cases", "testing.test_suites", "c")]
    [InlineData("test_cases", "testing.component_info", "n")]
    [InlineData("test_runs", "testing.test_suites", "c")]
    [InlineData("test_runs", "platform.environments", "n")]
    [InlineData("test_results", "testing.test_runs", "c")]
    [InlineData("test_results", "testing.test_cases", "c")]
    public async Task Every_relation_has_a_key_with_a_delete_rule(string table, string principal, string rule) =>
        (await ScalarAsync($"SELECT confdeltype::text FROM pg_constraint WHERE conrelid = 'testing.{table}'::regclass AND confrelid = '{principal}'::regclass AND contype = 'f'")).ShouldBe(rule);

    [Fact]
    [Trait("Trap", "T004-73")]
    public async Task Deleting_a_project_takes_its_suites_cases_runs_and_results_along()
    {
        var project = await ScalarAsync("""
            WITH p AS (INSERT INTO platform.projects (name) VALUES ('gone') RETURNING id),
            e AS (INSERT INTO platform.environments (project_id, name, is_protected, is_self_test, variables, approved_hosts) SELECT id, 'local', false, false, '{}', '{}' FROM p RETURNING id),
            c AS (INSERT INTO testing.component_info (project_id, file_path, component_type, details, line_count, complexity_score, content_hash) SELECT id, 'a.q', 'page', '{}', 1, 1, 'x' FROM p RETURNING id),
            s AS (INSERT INTO testing.test_suites (project_id, name, test_type) SELECT id, 's', 'mixed' FROM p RETURNING id),
            t AS (INSERT INTO testing.test_cases (suite_id, component_id, key, name, test_type, target, steps_json) SELECT s.id, c.id, 'k', 'n', 'api', '/', '[]' FROM s, c RETURNING id),
            r AS (INSERT INTO testing.test_runs (suite_id, environment_id, suite_name, base_url) SELECT s.id, e.id, 's', 'http://x' FROM s, e RETURNING id),
            x AS (INSERT INTO testing.test_results (run_day, run_id, test_case_id, status) SELECT (now() AT TIME ZONE 'UTC')::date, r.id, t.id, 'passed' FROM r, t)
            SELECT id FROM p
            """);
        (await ScalarAsync("SELECT count(*) FROM testing.test_results")).ShouldBe(1L);
        await ScalarAsync($"DELETE FROM platform.projects WHERE id = {project}");
        foreach (var table in new[] { "component_info", "test_suites", "test_cases", "test_runs", "test_results" }) (await ScalarAsync($"SELECT count(*) FROM testing.{table}")).ShouldBe(0L, table);
    }

    [Fact]
    public async Task The_servers_role_makes_and_drops_days_of_results_through_their_functions_only()
    {
        (await ScalarAsync("SELECT testing.make_result_partitions('2001-01-01', 2)")).ShouldBe(2);
        (await ScalarAsync("SELECT testing.make_result_partitions('2001-01-01', 3)")).ShouldBe(1);
        (await ScalarAsync("SELECT testing.drop_result_partitions('2001-01-03')")).ShouldBe(2);
        (await ScalarAsync("SELECT to_regclass('testing.test_results_20010103') IS NOT NULL")).ShouldBe(true);
        (await Should.ThrowAsync<PostgresException>(() => ScalarAsync("DROP TABLE testing.test_results_20010103"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    [Trait("Req", "S001-DB-10")]
    public async Task The_migration_can_be_taken_back_and_applied_again()
    {
        await using var database = await TestCluster.CreateDatabaseAsync([], Ct);
        var migrator = new Migrator(database.Address, [PlatformDb.ForMigrations, TestingDb.ForMigrations]);
        await migrator.UpAsync(Ct);
        await migrator.DownAsync("testing", MigrationCount(), Ct);
        await using (var source = NpgsqlDataSource.Create(database.SuperuserConnectionString))
        {
            await using var left = source.CreateCommand("SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE nspname = 'testing' AND relkind IN ('r', 'p', 'S') AND relname <> 'migrations_history'");
            (await left.ExecuteScalarAsync(Ct)).ShouldBe(0L);
        }

        await migrator.UpAsync(Ct);
        (await migrator.PendingAsync(Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_result_is_found_by_its_id_alone() =>
        (await ScalarAsync("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'pk_test_results'")).ShouldBe("PRIMARY KEY (id, run_day)");

    [Fact]
    public async Task The_model_has_no_change_without_a_migration()
    {
        await using var connection = new NpgsqlConnection("Host=127.0.0.1");
        await using var db = TestingDb.ForMigrations.Open(connection);
        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    private static int MigrationCount()
    {
        using var connection = new NpgsqlConnection("Host=127.0.0.1");
        using var db = TestingDb.ForMigrations.Open(connection);
        return db.Database.GetMigrations().Count();
    }

    private async Task ColumnShouldBe(string table, string column, string type, string nullable, string? standard)
    {
        await using var command = fixture.Source.CreateCommand("""
            SELECT format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'NO' ELSE 'YES' END, pg_get_expr(d.adbin, d.adrelid)
            FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum WHERE a.attrelid = $1::regclass AND a.attname = $2
            """);
        command.Parameters.AddWithValue($"testing.{table}");
        command.Parameters.AddWithValue(column);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        (await reader.ReadAsync(Ct)).ShouldBeTrue($"{table}.{column} does not exist");
        (reader.GetString(0), reader.GetString(1)).ShouldBe((type, nullable));
        (reader.IsDBNull(2) ? null : reader.GetString(2).Replace("'30'::double precision", "30").Replace("30.0", "30")).ShouldBe(standard);
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var command = fixture.Source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Ct);
    }
}
