using Alicerce.Harness;
using Alicerce.Modules.Resources;
using Alicerce.Platform.Data;
using Npgsql;

namespace Alicerce.Resources.Tests.Schema;

public sealed class SchemaFixture : PostgresFixture
{
    protected override IReadOnlyList<ModuleSchema> Schemas { get; } = [PlatformDb.ForMigrations, ResourcesDb.ForMigrations];
}

public sealed class SchemaTests(SchemaFixture fixture) : IClassFixture<SchemaFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S004-DATA-01")]
    public async Task Port_allocations_have_the_columns_of_the_source()
    {
        (await ColumnsAsync("port_allocations")).ShouldBe(
        [
            "id integer",
            "project_id integer null",
            "environment_id integer null",
            "service_name character varying(100) null",
            "port integer",
            "port_type character varying(50)",
            "host character varying(255) 'localhost'::character varying",
            "status character varying(50) 'allocated'::character varying",
            "is_reserved boolean ((status)::text = 'reserved'::text)",
            "reserved_reason character varying(255) null",
            "allocated_at timestamp with time zone now()",
            "released_at timestamp with time zone null",
            "last_health_check timestamp with time zone null",
            "health_status character varying(50) null",
        ],
        ignoreOrder: true);
        (await TextsAsync("SELECT indexdef FROM pg_indexes WHERE indexname = 'uq_port_host'")).ShouldHaveSingleItem()
            .ShouldBe("CREATE UNIQUE INDEX uq_port_host ON resources.port_allocations USING btree (port, host, bind_address) WHERE ((status)::text <> 'released'::text)");
    }

    [Fact]
    [Trait("Req", "S004-DATA-02")]
    public async Task Port_ranges_have_the_columns_of_the_source()
    {
        (await ColumnsAsync("port_ranges")).ShouldBe(
            ["id integer", "name character varying(50)", "start_port integer", "end_port integer", "host character varying(255) '*'::character varying", "description character varying(255) null"],
            ignoreOrder: true);
        (await TextsAsync("SELECT indexdef FROM pg_indexes WHERE tablename = 'port_ranges' AND indexdef LIKE '%UNIQUE%(name, host)'")).ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("Req", "S004-DATA-03")]
    public async Task Secrets_have_the_columns_of_the_source()
    {
        (await ColumnsAsync("secrets")).ShouldBe(
        [
            "id integer",
            "project_id integer null",
            "environment_id integer null",
            "scope character varying(50) 'project'::character varying",
            "key character varying(255)",
            "encrypted_value text",
            "description character varying(500) null",
            "is_sensitive boolean true",
            "created_at timestamp with time zone now()",
            "updated_at timestamp with time zone now()",
            "last_rotated timestamp with time zone null",
        ],
        ignoreOrder: true);
        (await TextsAsync("SELECT indexdef FROM pg_indexes WHERE indexname = 'uq_secret_scope'")).ShouldHaveSingleItem()
            .ShouldBe("CREATE UNIQUE INDEX uq_secret_scope ON resources.secrets USING btree (key, project_id, environment_id) NULLS NOT DISTINCT");
    }

    [Fact]
    [Trait("Req", "S004-DATA-04")]
    public async Task Registered_services_have_the_columns_of_the_source()
    {
        (await ColumnsAsync("service_registry")).ShouldBe(
        [
            "id integer",
            "name character varying(100)",
            "service_type character varying(50)",
            "host character varying(255)",
            "port integer",
            "protocol character varying(20) 'http'::character varying",
            "health_endpoint character varying(255) null",
            "health_interval integer 30",
            "last_health_check timestamp with time zone null",
            "health_status character varying(50) 'unknown'::character varying",
            "consecutive_failures integer",
            "project_id integer null",
            "environment_id integer null",
            "metadata_json jsonb '{}'::jsonb",
            "registered_at timestamp with time zone now()",
            "updated_at timestamp with time zone now()",
        ],
        ignoreOrder: true);
    }

    [Theory]
    [Trait("Trap", "T004-02")]
    [InlineData("INSERT INTO resources.secrets (key, scope, version, encrypted_value) VALUES ('K', 'global', 1, 'x')")]
    [InlineData("INSERT INTO resources.service_registry (name, service_type, host, port, next_health_check, consecutive_successes, consecutive_failures, is_approved) VALUES ('api', 'app', 'h', 1, now(), 0, 0, false)")]
    public async Task Rows_without_a_project_are_unique_too(string insert)
    {
        await ExecuteAsync(insert);
        (await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(insert))).SqlState.ShouldBe(PostgresErrorCodes.UniqueViolation);
    }

    [Theory]
    [InlineData("INSERT INTO resources.secrets (key, scope, version, encrypted_value) VALUES ('S', 'project', 1, 'x')", "ck_secret_scope")]
    [InlineData("INSERT INTO resources.port_allocations (service_name, port, port_type) VALUES ('s', 65536, 'app')", "ck_port_is_a_port")]
    [InlineData("INSERT INTO resources.port_allocations (port, port_type) VALUES (8000, 'app')", "ck_port_has_a_service")]
    [InlineData("INSERT INTO resources.port_ranges (name, start_port, end_port) VALUES ('up', 9000, 8000)", "ck_port_range_is_a_range")]
    public async Task A_row_that_contradicts_itself_is_refused_by_the_database(string insert, string constraint) =>
        (await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(insert))).ConstraintName.ShouldBe(constraint);

    /// <summary>Those that the source names; further columns are ours.</summary>
    private async Task<List<string>> ColumnsAsync(string table)
    {
        string[] own =
        [
            "bind_address", "reserved_until", "held_by_project", "held_in_environment", "version", "owner_id", "expires_at", "reminded_at", "heartbeat_ttl", "last_heartbeat", "next_health_check", "claimed_until",
            "status_since", "consecutive_successes", "last_latency_ms", "last_error", "depends_on", "is_approved",
            "container_port", "image", "part_of", "is_automatic",
        ];
        return await TextsAsync($"""
            SELECT a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull OR a.attgenerated <> '' THEN '' ELSE ' null' END
                || coalesce(' ' || pg_get_expr(d.adbin, d.adrelid), '')
            FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = 'resources.{table}'::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> ALL ('{"{" + string.Join(',', own) + "}"}')
            """);
    }

    private async Task<List<string>> TextsAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(fixture.Database.SuperuserConnectionString);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var texts = new List<string>();
        while (await reader.ReadAsync(Ct)) texts.Add(reader.GetString(0));
        return texts;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(fixture.Database.SuperuserConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
