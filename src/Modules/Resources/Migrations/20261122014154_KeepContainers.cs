using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Alicerce.Modules.Resources.Migrations
{
    /// <inheritdoc />
    public partial class KeepContainers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "container_port",
                schema: "resources",
                table: "port_allocations",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "image",
                schema: "resources",
                table: "port_allocations",
                type: "character varying(255)",
                maxLength: 255,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_automatic",
                schema: "resources",
                table: "port_allocations",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "part_of",
                schema: "resources",
                table: "port_allocations",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "uq_port_of_environment",
                schema: "resources",
                table: "port_allocations",
                column: "environment_id",
                unique: true,
                filter: "is_automatic");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "uq_port_of_environment",
                schema: "resources",
                table: "port_allocations");

            migrationBuilder.DropColumn(
                name: "container_port",
                schema: "resources",
                table: "port_allocations");

            migrationBuilder.DropColumn(
                name: "image",
                schema: "resources",
                table: "port_allocations");

            migrationBuilder.DropColumn(
                name: "is_automatic",
                schema: "resources",
                table: "port_allocations");

            migrationBuilder.DropColumn(
                name: "part_of",
                schema: "resources",
                table: "port_allocations");
        }
    }
}
