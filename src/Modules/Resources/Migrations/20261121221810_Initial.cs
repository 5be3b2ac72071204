using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Alicerce.Modules.Resources.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "resources");

            migrationBuilder.CreateTable(
                name: "host_aliases",
                schema: "resources",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    alias = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    host = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_aliases", x => x.id);
                    table.CheckConstraint("ck_host_alias_is_other", "alias <> host");
                });

            migrationBuilder.CreateTable(
                name: "port_allocations",
                schema: "resources",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    project_id = table.Column<int>(type: "integer", nullable: true),
                    environment_id = table.Column<int>(type: "integer", nullable: true),
                    service_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    port = table.Column<int>(type: "integer", nullable: false),
                    port_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    host = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false, defaultValue: "localhost"),
                    bind_address = table.Column<string>(type: "character varying(45)", maxLength: 45, nullable: false, defaultValue: "*"),
                    status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, defaultValue: "allocated"),
                    is_reserved = table.Column<bool>(type: "boolean", nullable: false, computedColumnSql: "status = 'reserved'", stored: true),
                    reserved_reason = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    reserved_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    allocated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_health_check = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    health_status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    held_by_project = table.Column<int>(type: "integer", nullable: true, computedColumnSql: "CASE WHEN status <> 'released' THEN project_id END", stored: true),
                    held_in_environment = table.Column<int>(type: "integer", nullable: true, computedColumnSql: "CASE WHEN status <> 'released' THEN environment_id END", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_port_allocations", x => x.id);
                    table.CheckConstraint("ck_port_has_a_service", "service_name IS NOT NULL OR status <> 'allocated'");
                    table.CheckConstraint("ck_port_is_a_port", "port BETWEEN 1 AND 65535");
                    table.CheckConstraint("ck_port_status", "status IN ('allocated', 'reserved', 'released')");
                });

            migrationBuilder.CreateTable(
                name: "port_ranges",
                schema: "resources",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    start_port = table.Column<int>(type: "integer", nullable: false),
                    end_port = table.Column<int>(type: "integer", nullable: false),
                    host = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false, defaultValue: "*"),
                    description = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_port_ranges", x => x.id);
                    table.CheckConstraint("ck_port_range_is_a_range", "start_port BETWEEN 1 AND end_port AND end_port <= 65535");
                });

            migrationBuilder.CreateTable(
                name: "secrets",
                schema: "resources",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    project_id = table.Column<int>(type: "integer", nullable: true),
                    environment_id = table.Column<int>(type: "integer", nullable: true),
                    scope = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, defaultValue: "project"),
                    key = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    encrypted_value = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    is_sensitive = table.Column<bool>(type: "boolean", nullable: false, defaultValue: true),
                    owner_id = table.Column<int>(type: "integer", nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    last_rotated = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_secrets", x => x.id);
                    table.CheckConstraint("ck_secret_scope", "scope = CASE WHEN project_id IS NULL THEN 'global' WHEN environment_id IS NULL THEN 'project' ELSE 'environment' END AND (project_id IS NOT NULL OR environment_id IS NULL)");
                });

            migrationBuilder.CreateTable(
                name: "service_registry",
                schema: "resources",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    service_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    host = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    port = table.Column<int>(type: "integer", nullable: false),
                    protocol = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, defaultValue: "http"),
                    health_endpoint = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    health_interval = table.Column<int>(type: "integer", nullable: false, defaultValue: 30),
                    heartbeat_ttl = table.Column<int>(type: "integer", nullable: true),
                    last_heartbeat = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_health_check = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    next_health_check = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    health_status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, defaultValue: "unknown"),
                    status_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    consecutive_failures = table.Column<int>(type: "integer", nullable: false),
                    consecutive_successes = table.Column<int>(type: "integer", nullable: false),
                    last_latency_ms = table.Column<double>(type: "double precision", nullable: true),
                    last_error = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    project_id = table.Column<int>(type: "integer", nullable: true),
                    environment_id = table.Column<int>(type: "integer", nullable: true),
                    depends_on = table.Column<string[]>(type: "text[]", nullable: false, defaultValueSql: "'{}'"),
                    metadata_json = table.Column<string>(type: "jsonb", nullable: false, defaultValueSql: "'{}'"),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_registry", x => x.id);
                    table.CheckConstraint("ck_service_scope", "project_id IS NOT NULL OR environment_id IS NULL");
                });

            migrationBuilder.CreateTable(
                name: "secret_versions",
                schema: "resources",
                columns: table => new
                {
                    secret_id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    encrypted_value = table.Column<string>(type: "text", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_secret_versions", x => new { x.secret_id, x.version });
                    table.ForeignKey(
                        name: "fk_secret_versions_secrets_secret_id",
                        column: x => x.secret_id,
                        principalSchema: "resources",
                        principalTable: "secrets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_checks",
                schema: "resources",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    service_id = table.Column<int>(type: "integer", nullable: false),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    succeeded = table.Column<bool>(type: "boolean", nullable: false),
                    latency_ms = table.Column<double>(type: "double precision", nullable: true),
                    error = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_checks", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_checks_service_registry_service_id",
                        column: x => x.service_id,
                        principalSchema: "resources",
                        principalTable: "service_registry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                schema: "resources",
                table: "port_ranges",
                columns: new[] { "id", "description", "end_port", "host", "name", "start_port" },
                values: new object[,]
                {
                    { 1, "Applications and their APIs", 8999, "*", "app", 8000 },
                    { 2, "Databases", 5499, "*", "database", 5400 },
                    { 3, "Caches", 6399, "*", "cache", 6370 },
                    { 4, "Web front ends", 3099, "*", "web", 3000 },
                    { 5, "Message queues", 5699, "*", "queue", 5670 }
                });

            migrationBuilder.CreateIndex(
                name: "ix_host_aliases_alias",
                schema: "resources",
                table: "host_aliases",
                column: "alias",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_host_aliases_host",
                schema: "resources",
                table: "host_aliases",
                column: "host");

            migrationBuilder.CreateIndex(
                name: "ix_port_allocations_environment_id",
                schema: "resources",
                table: "port_allocations",
                column: "environment_id");

            migrationBuilder.CreateIndex(
                name: "ix_port_allocations_held_by_project",
                schema: "resources",
                table: "port_allocations",
                column: "held_by_project");

            migrationBuilder.CreateIndex(
                name: "ix_port_allocations_held_in_environment",
                schema: "resources",
                table: "port_allocations",
                column: "held_in_environment");

            migrationBuilder.CreateIndex(
                name: "ix_port_allocations_host_port",
                schema: "resources",
                table: "port_allocations",
                columns: new[] { "host", "port" });

            migrationBuilder.CreateIndex(
                name: "ix_port_allocations_project_id_environment_id",
                schema: "resources",
                table: "port_allocations",
                columns: new[] { "project_id", "environment_id" });

            migrationBuilder.CreateIndex(
                name: "uq_port_host",
                schema: "resources",
                table: "port_allocations",
                columns: new[] { "port", "host", "bind_address" },
                unique: true,
                filter: "status <> 'released'");

            migrationBuilder.CreateIndex(
                name: "uq_port_service",
                schema: "resources",
                table: "port_allocations",
                columns: new[] { "service_name", "host" },
                unique: true,
                filter: "status <> 'released'");

            migrationBuilder.CreateIndex(
                name: "ix_port_ranges_name_host",
                schema: "resources",
                table: "port_ranges",
                columns: new[] { "name", "host" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_secrets_environment_id",
                schema: "resources",
                table: "secrets",
                column: "environment_id");

            migrationBuilder.CreateIndex(
                name: "ix_secrets_expires_at",
                schema: "resources",
                table: "secrets",
                column: "expires_at",
                filter: "expires_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_secrets_owner_id",
                schema: "resources",
                table: "secrets",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_secrets_project_id_environment_id",
                schema: "resources",
                table: "secrets",
                columns: new[] { "project_id", "environment_id" });

            migrationBuilder.CreateIndex(
                name: "uq_secret_scope",
                schema: "resources",
                table: "secrets",
                columns: new[] { "key", "project_id", "environment_id" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_service_checks_checked_at",
                schema: "resources",
                table: "service_checks",
                column: "checked_at");

            migrationBuilder.CreateIndex(
                name: "ix_service_checks_service_id_checked_at",
                schema: "resources",
                table: "service_checks",
                columns: new[] { "service_id", "checked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_service_registry_environment_id",
                schema: "resources",
                table: "service_registry",
                column: "environment_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_registry_next_health_check",
                schema: "resources",
                table: "service_registry",
                column: "next_health_check");

            migrationBuilder.CreateIndex(
                name: "ix_service_registry_project_id_environment_id",
                schema: "resources",
                table: "service_registry",
                columns: new[] { "project_id", "environment_id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_registry_service_type_project_id",
                schema: "resources",
                table: "service_registry",
                columns: new[] { "service_type", "project_id" });

            migrationBuilder.CreateIndex(
                name: "uq_service",
                schema: "resources",
                table: "service_registry",
                columns: new[] { "name", "project_id", "environment_id", "host", "port" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.Sql(PlatformKeys.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "host_aliases",
                schema: "resources");

            migrationBuilder.DropTable(
                name: "port_allocations",
                schema: "resources");

            migrationBuilder.DropTable(
                name: "port_ranges",
                schema: "resources");

            migrationBuilder.DropTable(
                name: "secret_versions",
                schema: "resources");

            migrationBuilder.DropTable(
                name: "service_checks",
                schema: "resources");

            migrationBuilder.DropTable(
                name: "secrets",
                schema: "resources");

            migrationBuilder.DropTable(
                name: "service_registry",
                schema: "resources");
        }
    }
}
