using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Alicerce.Modules.Testing.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "testing");

            migrationBuilder.CreateTable(
                name: "component_info",
                schema: "testing",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    project_id = table.Column<int>(type: "integer", nullable: false),
                    file_path = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    component_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    component_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    route = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    actions_json = table.Column<string>(type: "jsonb", nullable: false, defaultValueSql: "'[]'"),
                    queries_json = table.Column<string>(type: "jsonb", nullable: false, defaultValueSql: "'[]'"),
                    forms_json = table.Column<string>(type: "jsonb", nullable: false, defaultValueSql: "'[]'"),
                    conditionals_json = table.Column<string>(type: "jsonb", nullable: false, defaultValueSql: "'[]'"),
                    includes_json = table.Column<string>(type: "jsonb", nullable: false, defaultValueSql: "'[]'"),
                    details = table.Column<string>(type: "jsonb", nullable: false),
                    line_count = table.Column<int>(type: "integer", nullable: false),
                    complexity_score = table.Column<int>(type: "integer", nullable: false),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    discovered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    file_modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_component_info", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "documents",
                schema: "testing",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    project_id = table.Column<int>(type: "integer", nullable: false),
                    path = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    content = table.Column<string>(type: "json", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "findings",
                schema: "testing",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    project_id = table.Column<int>(type: "integer", nullable: false),
                    finding_id = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    code = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    severity = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    file_path = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    col = table.Column<int>(type: "integer", nullable: false),
                    message = table.Column<string>(type: "text", nullable: false),
                    hint = table.Column<string>(type: "text", nullable: true),
                    subject = table.Column<string>(type: "text", nullable: true),
                    confirmed = table.Column<bool>(type: "boolean", nullable: true),
                    last_seen = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_findings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "scan_sources",
                schema: "testing",
                columns: table => new
                {
                    project_id = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    location = table.Column<string>(type: "character varying(4096)", maxLength: 4096, nullable: false),
                    config = table.Column<string>(type: "text", nullable: true),
                    scanned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scan_sources", x => x.project_id);
                });

            migrationBuilder.CreateTable(
                name: "test_suites",
                schema: "testing",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    project_id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    description = table.Column<string>(type: "text", nullable: true),
                    test_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    config_json = table.Column<string>(type: "jsonb", nullable: false, defaultValueSql: "'{}'"),
                    is_active = table.Column<bool>(type: "boolean", nullable: false, defaultValue: true),
                    auto_run = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_test_suites", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "test_cases",
                schema: "testing",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    suite_id = table.Column<int>(type: "integer", nullable: false),
                    component_id = table.Column<int>(type: "integer", nullable: true),
                    key = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "text", nullable: true),
                    test_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    target = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    method = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, defaultValue: "GET"),
                    input_json = table.Column<string>(type: "jsonb", nullable: false, defaultValueSql: "'{}'"),
                    expected_json = table.Column<string>(type: "jsonb", nullable: true),
                    assertions_json = table.Column<string>(type: "jsonb", nullable: false, defaultValueSql: "'[]'"),
                    steps_json = table.Column<string>(type: "json", nullable: false),
                    load_json = table.Column<string>(type: "jsonb", nullable: true),
                    timeout = table.Column<double>(type: "double precision", nullable: false, defaultValue: 30.0),
                    retries = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    tags = table.Column<string[]>(type: "text[]", nullable: false, defaultValueSql: "'{}'"),
                    mutates = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    idempotent = table.Column<bool>(type: "boolean", nullable: false, defaultValue: true),
                    is_active = table.Column<bool>(type: "boolean", nullable: false, defaultValue: true),
                    order = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    auto_generated = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    generation_source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    component_path = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    probes_finding = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_test_cases", x => x.id);
                    table.ForeignKey(
                        name: "fk_test_cases_component_info_component_id",
                        column: x => x.component_id,
                        principalSchema: "testing",
                        principalTable: "component_info",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_test_cases_test_suites_suite_id",
                        column: x => x.suite_id,
                        principalSchema: "testing",
                        principalTable: "test_suites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "test_runs",
                schema: "testing",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    suite_id = table.Column<int>(type: "integer", nullable: false),
                    environment_id = table.Column<int>(type: "integer", nullable: true),
                    suite_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    environment_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    base_url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, defaultValue: "pending"),
                    triggered_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, defaultValue: "manual"),
                    seed = table.Column<int>(type: "integer", nullable: false, defaultValue: 1),
                    options = table.Column<string>(type: "jsonb", nullable: false, defaultValueSql: "'{}'"),
                    shards = table.Column<int>(type: "integer", nullable: false, defaultValue: 1),
                    shards_done = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    cancel_requested = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    total_tests = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    passed = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    failed = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    skipped = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    errors = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    flaky = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    findings_confirmed = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    message = table.Column<string>(type: "text", nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    duration_ms = table.Column<long>(type: "bigint", nullable: true),
                    logs_json = table.Column<string>(type: "jsonb", nullable: true),
                    artifacts_json = table.Column<string>(type: "jsonb", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_test_runs", x => x.id);
                    table.ForeignKey(
                        name: "fk_test_runs_test_suites_suite_id",
                        column: x => x.suite_id,
                        principalSchema: "testing",
                        principalTable: "test_suites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_starts",
                schema: "testing",
                columns: table => new
                {
                    run_id = table.Column<int>(type: "integer", nullable: false),
                    test_case_id = table.Column<int>(type: "integer", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_starts", x => new { x.run_id, x.test_case_id });
                    table.ForeignKey(
                        name: "fk_case_starts_test_cases_test_case_id",
                        column: x => x.test_case_id,
                        principalSchema: "testing",
                        principalTable: "test_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_case_starts_test_runs_run_id",
                        column: x => x.run_id,
                        principalSchema: "testing",
                        principalTable: "test_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_starts_test_case_id",
                schema: "testing",
                table: "case_starts",
                column: "test_case_id");

            migrationBuilder.CreateIndex(
                name: "ix_component_info_project_id_file_path",
                schema: "testing",
                table: "component_info",
                columns: new[] { "project_id", "file_path" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_project_id_path",
                schema: "testing",
                table: "documents",
                columns: new[] { "project_id", "path" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_findings_project_id_finding_id",
                schema: "testing",
                table: "findings",
                columns: new[] { "project_id", "finding_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_test_cases_component_id",
                schema: "testing",
                table: "test_cases",
                column: "component_id");

            migrationBuilder.CreateIndex(
                name: "ix_test_cases_suite_id_key",
                schema: "testing",
                table: "test_cases",
                columns: new[] { "suite_id", "key" },
                unique: true,
                filter: "deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_test_cases_walk",
                schema: "testing",
                table: "test_cases",
                columns: new[] { "suite_id", "order", "id" },
                filter: "deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_test_runs_environment_id",
                schema: "testing",
                table: "test_runs",
                column: "environment_id");

            migrationBuilder.CreateIndex(
                name: "ix_test_runs_running",
                schema: "testing",
                table: "test_runs",
                column: "id",
                filter: "status = 'running'");

            migrationBuilder.CreateIndex(
                name: "ix_test_runs_suite_id_environment_id_id",
                schema: "testing",
                table: "test_runs",
                columns: new[] { "suite_id", "environment_id", "id" },
                descending: new[] { false, false, true });

            migrationBuilder.CreateIndex(
                name: "ix_test_suites_project_id_name",
                schema: "testing",
                table: "test_suites",
                columns: new[] { "project_id", "name" },
                unique: true,
                filter: "deleted_at IS NULL");

            migrationBuilder.Sql(InitialSql.PlatformKeys);
            migrationBuilder.Sql(InitialSql.Results);
            migrationBuilder.Sql(InitialSql.Functions);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(InitialSql.Down);

            migrationBuilder.DropTable(
                name: "case_starts",
                schema: "testing");

            migrationBuilder.DropTable(
                name: "documents",
                schema: "testing");

            migrationBuilder.DropTable(
                name: "findings",
                schema: "testing");

            migrationBuilder.DropTable(
                name: "scan_sources",
                schema: "testing");

            migrationBuilder.DropTable(
                name: "test_cases",
                schema: "testing");

            migrationBuilder.DropTable(
                name: "test_runs",
                schema: "testing");

            migrationBuilder.DropTable(
                name: "component_info",
                schema: "testing");

            migrationBuilder.DropTable(
                name: "test_suites",
                schema: "testing");
        }
    }
}
