using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Alicerce.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class StreamEventsAndTraces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "to_stream",
                schema: "platform",
                table: "outbox",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "trace_parent",
                schema: "platform",
                table: "outbox",
                type: "character varying(55)",
                maxLength: 55,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "trace_parent",
                schema: "platform",
                table: "jobs",
                type: "character varying(55)",
                maxLength: 55,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "received_events",
                schema: "platform",
                columns: table => new
                {
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_received_events", x => x.event_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_to_stream",
                schema: "platform",
                table: "outbox",
                column: "id",
                filter: "to_stream");

            migrationBuilder.CreateIndex(
                name: "ix_received_events_received_at",
                schema: "platform",
                table: "received_events",
                column: "received_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "received_events",
                schema: "platform");

            migrationBuilder.DropIndex(
                name: "ix_outbox_to_stream",
                schema: "platform",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "to_stream",
                schema: "platform",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "trace_parent",
                schema: "platform",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "trace_parent",
                schema: "platform",
                table: "jobs");
        }
    }
}
