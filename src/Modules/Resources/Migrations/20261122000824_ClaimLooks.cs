using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Alicerce.Modules.Resources.Migrations
{
    /// <inheritdoc />
    public partial class ClaimLooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "claimed_until",
                schema: "resources",
                table: "service_registry",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_registry_claimed_until",
                schema: "resources",
                table: "service_registry",
                column: "claimed_until",
                filter: "claimed_until IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_service_registry_claimed_until",
                schema: "resources",
                table: "service_registry");

            migrationBuilder.DropColumn(
                name: "claimed_until",
                schema: "resources",
                table: "service_registry");
        }
    }
}
