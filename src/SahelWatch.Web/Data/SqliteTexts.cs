using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SahelWatch.Querying;

namespace SahelWatch.Data;

/// <summary>Reads the texts of all published incidents, by <c>Id</c>, into an index builder.</summary>
internal sealed class SqliteTexts(SqliteConnection connection, IndexText text)
{
    public void Read()
    {
        var places = Places();
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT Title, Summary, PlaceName, SourceRegionName, PlaceId FROM Incidents"
            + " WHERE Status = 'Published' ORDER BY Id";
        using var incidents = command.ExecuteReader();
        var row = new SqliteRow(incidents);
        while (incidents.Read())
        {
            for (var column = 0; column < 4; column++)
            {
                text.AddPart(row.Text(column));
            }
            text.AddPart(places[row.Int(4)]);
            text.EndIncident();
        }
    }

    /// <summary>All names of every place by its key, one a line.</summary>
    private Dictionary<int, byte[]> Places()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id, Name, Spellings FROM Places";
        using var places = command.ExecuteReader();
        var names = new Dictionary<int, byte[]>();
        while (places.Read())
        {
            names.Add(places.GetInt32(0), Encoding.UTF8.GetBytes(string.Join(
                '\n', JsonSerializer.Deserialize<string[]>(places.GetString(2))!.Prepend(places.GetString(1)))));
        }
        return names;
    }
}
