using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Alicerce.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class RelayFacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What is there already was written before there were consumers; who writes during the upgrade leaves it to the relay.
            migrationBuilder.Sql("""
                ALTER TABLE platform.outbox ADD COLUMN relayed_at timestamp with time zone DEFAULT now();
                ALTER TABLE platform.outbox ALTER COLUMN relayed_at DROP DEFAULT;
                """);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_to_relay",
                schema: "platform",
                table: "outbox",
                column: "id",
                filter: "relayed_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_outbox_to_relay",
                schema: "platform",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "relayed_at",
                schema: "platform",
                table: "outbox");
        }
    }
}
