using System.Data.Common;
using DuckDB.NET.Data;
using SahelWatch.Benchmarks.Synthetic;
using SahelWatch.Querying;

namespace SahelWatch.Benchmarks.Peers;

/// <summary>DuckDB in memory, on two threads, in date order.</summary>
internal sealed class DuckDbEngine : SqlEngine
{
    private readonly DuckDBConnection _connection;

    public DuckDbEngine(SyntheticSet set, SqlCodes codes) : base(codes)
    {
        _connection = new DuckDBConnection("Data Source=:memory:");
        _connection.Open();
        Execute("SET threads = 2");
        Execute($"CREATE TABLE raw ({string.Join(", ", SqlRow.Columns.Select(Column))}, words VARCHAR)");
        Execute("CREATE TABLE party (number INTEGER, actor INTEGER, kind INTEGER, role INTEGER, attribution INTEGER)");
        Append(set, codes);
        Execute("CREATE TABLE incident AS SELECT * FROM raw ORDER BY day");
        Execute("DROP TABLE raw");
    }

    public override string Name => "DuckDB";

    protected override DbConnection Connection => _connection;

    public override void Dispose() => _connection.Dispose();

    protected override string Found(string text)
    {
        var words = TextFold.Words(text).Select(word => $"contains(words, '{word}')");
        return $"(SELECT * FROM incident WHERE {string.Join(" AND ", words)})";
    }

    private static string Column(string name, int place) => place switch
    {
        < 15 => $"{name} INTEGER",
        < SqlRow.FirstReal => $"{name} BIGINT",
        _ => $"{name} DOUBLE",
    };

    private void Append(SyntheticSet set, SqlCodes codes)
    {
        using var incidents = _connection.CreateAppender("raw");
        using var parties = _connection.CreateAppender("party");
        var reader = set.Reader();
        for (var number = 1; number <= set.Count; number++)
        {
            reader.Read(number);
            var incident = incidents.CreateRow();
            var row = SqlRow.Of(reader, codes);
            for (var i = 0; i < SqlRow.Columns.Length; i++)
            {
                incident = i < 15 ? incident.AppendValue((int)row.Whole(i))
                    : i < SqlRow.FirstReal ? incident.AppendValue(row.Whole(i)) : incident.AppendValue(row.Real(i));
            }
            incident.AppendValue(TextFold.Fold(reader.Searchable())).EndRow();
            foreach (var one in reader.Parties)
            {
                parties.CreateRow().AppendValue(number).AppendValue(one.Actor)
                    .AppendValue((int)codes.World.Actors[one.Actor].Kind).AppendValue((int)one.Role)
                    .AppendValue((int)one.Attribution).EndRow();
            }
        }
    }
}
