using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Alicerce.Modules.Testing.Migrations
{
    /// <inheritdoc />
    public partial class AddScannedFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "scanned_files",
                schema: "testing",
                columns: table => new
                {
                    project_id = table.Column<int>(type: "integer", nullable: false),
                    path = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    scanner = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    content = table.Column<string>(type: "json", nullable: false),
                    has_document = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scanned_files", x => new { x.project_id, x.path });
                });

            // EF does not know the platform's schema.
            migrationBuilder.Sql("ALTER TABLE testing.scanned_files ADD CONSTRAINT fk_scanned_files_projects FOREIGN KEY (project_id) REFERENCES platform.projects (id) ON DELETE CASCADE;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "scanned_files",
                schema: "testing");
        }
    }
}
