using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Alicerce.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class ListDeadJobs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_jobs_dead",
                schema: "platform",
                table: "jobs",
                column: "id",
                filter: "state = 'dead'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_jobs_dead",
                schema: "platform",
                table: "jobs");
        }
    }
}
