using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Alicerce.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class ReadOutboxInOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_outbox_transaction_id_id",
                schema: "platform",
                table: "outbox",
                columns: new[] { "transaction_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_outbox_transaction_id_id",
                schema: "platform",
                table: "outbox");
        }
    }
}
