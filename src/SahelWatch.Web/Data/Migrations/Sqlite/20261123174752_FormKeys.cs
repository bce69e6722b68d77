using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SahelWatch.Data.Migrations.Sqlite
{
    /// <summary>A new form carries a random key, so that it begins one entry however often it arrives.</summary>
    public partial class FormKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Entries_AuthorId",
                table: "Entries");

            migrationBuilder.AddColumn<System.Guid>(
                name: "FormKey",
                table: "Entries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Entries_AuthorId_FormKey",
                table: "Entries",
                columns: new[] { "AuthorId", "FormKey" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Entries_AuthorId_FormKey",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "FormKey",
                table: "Entries");

            migrationBuilder.CreateIndex(
                name: "IX_Entries_AuthorId",
                table: "Entries",
                column: "AuthorId");
        }
    }
}
