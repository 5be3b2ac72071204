using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Alicerce.Modules.Resources.Migrations
{
    /// <inheritdoc />
    public partial class ApproveServices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_approved",
                schema: "resources",
                table: "service_registry",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "is_approved",
                schema: "resources",
                table: "service_registry");
        }
    }
}
