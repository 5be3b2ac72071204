using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Alicerce.Modules.Scenarios.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "scenarios");

            migrationBuilder.CreateTable(
                name: "scenario_changes",
                schema: "scenarios",
                columns: table => new
                {
                    version = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    transaction_id = table.Column<ulong>(type: "xid8", nullable: false, defaultValueSql: "pg_current_xact_id()"),
                    operation = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    scenario_id = table.Column<int>(type: "integer", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "clock_timestamp()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scenario_changes", x => x.version);
                });

            migrationBuilder.CreateTable(
                name: "scenarios",
                schema: "scenarios",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    title = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: true),
                    project_id = table.Column<int>(type: "integer", nullable: true),
                    tags = table.Column<string[]>(type: "text[]", nullable: false, defaultValueSql: "'{}'"),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scenarios", x => x.id);
                    table.CheckConstraint("ck_scenario_title", "length(title) BETWEEN 1 AND 500");
                });

            migrationBuilder.CreateTable(
                name: "embeddings",
                schema: "scenarios",
                columns: table => new
                {
                    scenario_id = table.Column<int>(type: "integer", nullable: false),
                    model = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    dimensions = table.Column<int>(type: "integer", nullable: false),
                    vector = table.Column<float[]>(type: "real[]", nullable: false),
                    title_hash = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_embeddings", x => new { x.scenario_id, x.model });
                    table.CheckConstraint("ck_embedding_dimensions", "cardinality(vector) = dimensions");
                    table.ForeignKey(
                        name: "fk_embeddings_scenarios_scenario_id",
                        column: x => x.scenario_id,
                        principalSchema: "scenarios",
                        principalTable: "scenarios",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_scenario_changes_at",
                schema: "scenarios",
                table: "scenario_changes",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_scenario_changes_transaction_id_version",
                schema: "scenarios",
                table: "scenario_changes",
                columns: new[] { "transaction_id", "version" });

            migrationBuilder.CreateIndex(
                name: "ix_scenarios_project_id_id",
                schema: "scenarios",
                table: "scenarios",
                columns: new[] { "project_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_scenarios_tags",
                schema: "scenarios",
                table: "scenarios",
                column: "tags")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.Sql(ChangeLogSql.PlatformKeys);
            migrationBuilder.Sql(ChangeLogSql.Words);
            migrationBuilder.Sql(ChangeLogSql.Triggers);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "embeddings",
                schema: "scenarios");

            migrationBuilder.DropTable(
                name: "scenario_changes",
                schema: "scenarios");

            migrationBuilder.DropTable(
                name: "scenarios",
                schema: "scenarios");

            migrationBuilder.Sql(ChangeLogSql.DropFunctions);
        }
    }
}
