using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SahelWatch.Data.Migrations.Sqlite
{
    /// <summary>History can be added to, and nothing else; records that history tells of stay.</summary>
    /// <remarks>SQLite drops triggers with a table that a migration builds anew: such a migration makes them again.</remarks>
    public partial class KeptHistory : Migration
    {
        private static readonly string[] Unchanging = ["Revisions", "EntryEvents", "AccountEvents"];
        private static readonly string[] Staying = ["Incidents", "Entries", "Accounts"];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("UPDATE Revisions SET Kind = 'Added' WHERE Number = 1");
            foreach (var table in Unchanging)
            {
                Guard(migrationBuilder, table, "UPDATE");
            }
            foreach (var table in (string[])[.. Unchanging, .. Staying])
            {
                Guard(migrationBuilder, table, "DELETE");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Unchanging)
            {
                migrationBuilder.Sql($"DROP TRIGGER IF EXISTS {table}_no_UPDATE");
            }
            foreach (var table in (string[])[.. Unchanging, .. Staying])
            {
                migrationBuilder.Sql($"DROP TRIGGER IF EXISTS {table}_no_DELETE");
            }
        }

        private static void Guard(MigrationBuilder migrationBuilder, string table, string verb) => migrationBuilder.Sql(
            $"CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} "
            + $"BEGIN SELECT RAISE(ABORT, '{table} are kept: {verb} is refused'); END");
    }
}
