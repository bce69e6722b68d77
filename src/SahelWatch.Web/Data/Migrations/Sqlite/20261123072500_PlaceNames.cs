using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SahelWatch.Data.Migrations.Sqlite
{
    /// <summary>Every form that is read asks whether the gazetteer has its place already, by name.</summary>
    public partial class PlaceNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.CreateIndex(name: "IX_Places_Name", table: "Places", column: "Name");

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            migrationBuilder.DropIndex(name: "IX_Places_Name", table: "Places");
    }
}
