using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SahelWatch.Data.Migrations.Sqlite
{
    /// <summary>A number that is another after each row written to what the index is built from.</summary>
    /// <remarks>SQLite drops triggers with a table that a migration builds anew: such a migration makes them again.</remarks>
    public partial class DataStamp : Migration
    {
        private static readonly string[] Tables =
        [
            "Incidents", "IncidentActors", "Citations", "Places", "Actors", "ActorAliases", "ActorRelations", "Sources",
            "Countries", "Regions", "Collections", "CollectionItems",
        ];

        private static readonly string[] Verbs = ["INSERT", "UPDATE", "DELETE"];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("CREATE TABLE DataStamp (Stamp INTEGER NOT NULL)");
            migrationBuilder.Sql("INSERT INTO DataStamp VALUES (random())");
            foreach (var table in Tables)
            {
                foreach (var verb in Verbs)
                {
                    migrationBuilder.Sql(
                        $"CREATE TRIGGER {table}_stamp_{verb} AFTER {verb} ON {table} "
                        + "BEGIN UPDATE DataStamp SET Stamp = random(); END");
                }
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Tables)
            {
                foreach (var verb in Verbs)
                {
                    migrationBuilder.Sql($"DROP TRIGGER IF EXISTS {table}_stamp_{verb}");
                }
            }
            migrationBuilder.Sql("DROP TABLE DataStamp");
        }
    }
}
