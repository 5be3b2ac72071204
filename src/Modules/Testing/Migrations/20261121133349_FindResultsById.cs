using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Alicerce.Modules.Testing.Migrations
{
    /// <inheritdoc />
    public partial class FindResultsById : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_test_results",
                schema: "testing",
                table: "test_results");

            migrationBuilder.AddPrimaryKey(
                name: "pk_test_results",
                schema: "testing",
                table: "test_results",
                columns: new[] { "id", "run_day" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_test_results",
                schema: "testing",
                table: "test_results");

            migrationBuilder.AddPrimaryKey(
                name: "pk_test_results",
                schema: "testing",
                table: "test_results",
                columns: new[] { "run_day", "id" });
        }
    }
}
