using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Alicerce.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class FindLastChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_audit_log_changes",
                schema: "platform",
                table: "audit_log",
                columns: new[] { "subject_type", "subject_id", "id" },
                filter: "action NOT LIKE '%.read'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_audit_log_changes",
                schema: "platform",
                table: "audit_log");
        }
    }
}
