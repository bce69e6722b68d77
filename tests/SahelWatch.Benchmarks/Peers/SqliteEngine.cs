using System.Data.Common;
using Microsoft.Data.Sqlite;
using SahelWatch.Benchmarks.Making;
using SahelWatch.Benchmarks.Synthetic;
using SahelWatch.Querying;

namespace SahelWatch.Benchmarks.Peers;

/// <summary>
/// SQLite in a file that fits in its cache, with one covering index for every panel, for the list and for the map.
/// </summary>
internal sealed class SqliteEngine : SqlEngine
{
    private const string Filtered = "day, country, type, subtype, actors, geo, lat, lon";

    private readonly SqliteConnection _connection;

    public SqliteEngine(SyntheticSet set, SqlCodes codes, string path) : base(codes)
    {
        Path = path;
        _connection = new SqliteConnection($"Data Source={path};Pooling=False");
        _connection.Open();
        Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000000;"
            + "PRAGMA mmap_size = 4000000000; PRAGMA temp_store = MEMORY;");
        Execute(Tables);
        using (var transaction = _connection.BeginTransaction())
        {
            Insert(set, codes);
            transaction.Commit();
        }
    }

    public override string Name => "SQLite";

    public string Path { get; }

    protected override DbConnection Connection => _connection;

    private static string Tables =>
        $"CREATE TABLE incident ({string.Join(", ", SqlRow.Columns.Select(Column))});"
        + "CREATE TABLE party (number INTEGER, actor INTEGER, kind INTEGER, role INTEGER, attribution INTEGER,"
        + " PRIMARY KEY (number, actor, role)) WITHOUT ROWID;"
        + "CREATE TABLE wording (number INTEGER PRIMARY KEY, title TEXT, summary TEXT);"
        + "CREATE VIRTUAL TABLE search USING fts5(words, content='', detail=none, columnsize=0,"
        + " tokenize='unicode61 remove_diacritics 2');";

    public void BuildIndexes()
    {
        foreach (var panel in Panels.All)
        {
            Execute($"CREATE INDEX by_{panel.Column()} ON incident ({panel.Column()}, {Filtered});");
        }
        Execute($"CREATE INDEX by_day ON incident (day, number, country, type, subtype, actors, geo, lat, lon);"
            + "CREATE INDEX by_month_region ON incident (month, region, day, country, type, subtype, actors, geo, lat,"
            + " lon, low, best, high, unknown);"
            + "CREATE INDEX by_subtype_day ON incident (subtype, day, actors, geo, lat, lon, month, region,"
            + " low, best, high, unknown, x, y, type);"
            + "CREATE INDEX by_place ON incident (x, y, geo, day, country, type, subtype, actors, lat, lon, best);"
            + "ANALYZE;");
    }

    /// <summary>Titles of incidents by number: how the site reads the text of a page that the index found.</summary>
    public IReadOnlyList<string> Titles(IEnumerable<int> numbers) => ReadTexts(
        $"SELECT title FROM wording WHERE number IN ({string.Join(',', numbers)})");

    public override void Dispose() => _connection.Dispose();

    protected override string Found(string text)
    {
        var words = string.Join(' ', TextFold.Words(text).Select(word => $"\"{word}\""));
        return $"(SELECT rowid AS found FROM search WHERE search MATCH '{words}') "
            + "CROSS JOIN incident ON number = found";
    }

    private List<string> ReadTexts(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }
        return texts;
    }

    private static string Column(string name, int place) =>
        place == 0 ? $"{name} INTEGER PRIMARY KEY" : place < SqlRow.FirstReal ? $"{name} INTEGER" : $"{name} REAL";

    private void Insert(SyntheticSet set, SqlCodes codes)
    {
        using var incidents = new BulkInsert(_connection, "incident", SqlRow.Columns);
        using var parties = new BulkInsert(
            _connection, "party", "number", "actor", "kind", "role", "attribution");
        using var wordings = new BulkInsert(_connection, "wording", "number", "title", "summary");
        using var searches = new BulkInsert(_connection, "search", "rowid", "words");
        var values = new object[SqlRow.Columns.Length];
        var reader = set.Reader();
        for (var number = 1; number <= set.Count; number++)
        {
            reader.Read(number);
            var row = SqlRow.Of(reader, codes);
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = i < SqlRow.FirstReal ? (object)row.Whole(i) : row.Real(i);
            }
            incidents.Add(values);
            foreach (var one in reader.Parties)
            {
                parties.Add(
                    number, one.Actor, (int)codes.World.Actors[one.Actor].Kind, (int)one.Role, (int)one.Attribution);
            }
            wordings.Add(number, reader.Title(), reader.Summary());
            searches.Add(number, reader.Searchable());
        }
    }
}
