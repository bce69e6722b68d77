using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Data;

/// <summary>
/// Reads the facts of all published incidents, by <c>Id</c>, into an index builder: incidents, their parties and their
/// citations side by side, each in the order of the incident's key.
/// </summary>
internal sealed class SqliteFacts(SqliteConnection connection, IndexBuilder builder)
{
    private const int ChangedAt = 19;
    private const int IsPublished = 20;

    private const string Incidents =
        """
        SELECT Id, Number, StartsOn, EndsOn, SubType, Violence, DatePrecision, GeoPrecision, IsChecked, CountryCode,
            ifnull(RegionId, -1), Latitude, Longitude, ifnull(DeathsLow, -1), ifnull(DeathsBest, -1),
            ifnull(DeathsHigh, -1), Tactics, Targets, IndependentSources, ChangedAt, Status = 'Published'
        FROM Incidents WHERE Status IN ('Published', 'Withdrawn') ORDER BY Id
        """;

    private readonly Dictionary<int, string> _regions =
        builder.Reference.Regions.ToDictionary(region => region.Id, region => region.Code);

    private readonly Dictionary<int, string> _actors =
        builder.Reference.ActorKeys.ToDictionary();

    private readonly Dictionary<int, char> _reliabilities = [];
    private readonly TextValues<DateOnly> _days = new(text => DateOnly.Parse(text, CultureInfo.InvariantCulture));
    private readonly TextValues<EventSubType> _subTypes = Names<EventSubType>();
    private readonly TextValues<UcdpViolence?> _violence =
        new(text => text.Length == 0 ? null : Enum.Parse<UcdpViolence>(text, ignoreCase: true));
    private readonly TextValues<DatePrecision> _datePrecisions = Names<DatePrecision>();
    private readonly TextValues<GeoPrecision> _geoPrecisions = Names<GeoPrecision>();
    private readonly TextValues<ActorRole> _roles = Names<ActorRole>();
    private readonly TextValues<Attribution> _attributions = Names<Attribution>();
    private readonly TextValues<string> _countries = new(text => text);
    private readonly TextValues<ulong> _tactics = new(text => Means.Of(List(text), []).Tactics);
    private readonly TextValues<ulong> _targets = new(text => Means.Of([], List(text)).Targets);
    private readonly List<Party> _parties = [];
    private readonly List<int> _sources = [];
    private byte[] _changedAt = [];

    public void Read()
    {
        using (var sources = Query("SELECT Id, Reliability FROM Sources"))
        {
            while (sources.Read())
            {
                _reliabilities.Add(sources.GetInt32(0), sources.GetString(1)[0]);
            }
        }
        using var incidents = Query(Incidents);
        using var parties = new Children(Query(
            "SELECT IncidentId, ActorId, Role, Attribution FROM IncidentActors ORDER BY IncidentId, ActorId, Role"));
        using var citations = new Children(Query(
            "SELECT IncidentId, SourceId, Credibility FROM Citations ORDER BY IncidentId, SourceId"));
        var row = new SqliteRow(incidents);
        while (incidents.Read())
        {
            NoteChange(incidents, row.Text(ChangedAt));
            if (row.Int(IsPublished) != 0)
            {
                Add(row, parties, citations);
            }
        }
    }

    private void Add(SqliteRow row, Children parties, Children citations)
    {
        var id = row.Int(0);
        var number = row.Int(1);
        _parties.Clear();
        while (parties.MoveTo(id))
        {
            _parties.Add(new Party(
                _actors[parties.Row.Int(1)], _roles[parties.Row.Text(2)], _attributions[parties.Row.Text(3)]));
        }
        _sources.Clear();
        var grades = 0UL;
        while (citations.MoveTo(id))
        {
            var source = citations.Row.Int(1);
            _sources.Add(source);
            grades |= Evidence.Bit(new Grade(_reliabilities[source], citations.Row.Int(2)));
        }
        builder.Add(
            new IncidentFacts(
                number,
                _days[row.Text(2)],
                _days[row.Text(3)],
                new IncidentKind(
                    _subTypes[row.Text(4)],
                    _violence[row.Text(5)],
                    _datePrecisions[row.Text(6)],
                    _geoPrecisions[row.Text(7)],
                    row.Int(8) != 0),
                new Area(_countries[row.Text(9)], row.Known(10) is { } region ? _regions[region] : null),
                new MapPoint(row.Number(11), row.Number(12)),
                new Toll(row.Known(13), row.Known(14), row.Known(15)),
                new Means(_tactics[row.Text(16)], _targets[row.Text(17)]),
                new Evidence(grades, builder.CollectionsOf(number), row.Int(18))),
            CollectionsMarshal.AsSpan(_parties),
            CollectionsMarshal.AsSpan(_sources));
    }

    /// <summary>Most changes are of the same moment as the one before.</summary>
    private void NoteChange(SqliteDataReader incidents, ReadOnlySpan<byte> changedAt)
    {
        if (!changedAt.SequenceEqual(_changedAt))
        {
            _changedAt = changedAt.ToArray();
            builder.ChangedAt(DateTime.SpecifyKind(incidents.GetDateTime(ChangedAt), DateTimeKind.Utc));
        }
    }

    /// <summary>The command lives as long as its reader; the connection disposes of it.</summary>
    private SqliteDataReader Query(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteReader();
    }

    private static TextValues<TName> Names<TName>() where TName : struct, Enum =>
        new(text => Enum.Parse<TName>(text, ignoreCase: true));

    private static string[] List(string text) => JsonSerializer.Deserialize<string[]>(text) ?? [];

    /// <summary>Rows that belong to incidents, in the order of their keys, which stand in the first column.</summary>
    private sealed class Children(SqliteDataReader reader) : IDisposable
    {
        private int _next = reader.Read() ? reader.GetInt32(0) : int.MaxValue;
        private bool _isNew = true;

        public SqliteRow Row { get; } = new(reader);

        /// <summary>Goes to the next row of an incident; false where there is none.</summary>
        public bool MoveTo(int incident)
        {
            if (!_isNew)
            {
                Next();
            }
            while (_next < incident)
            {
                Next();
            }
            _isNew = _next != incident;
            return _next == incident;
        }

        public void Dispose() => reader.Dispose();

        private void Next() => _next = reader.Read() ? Row.Int(0) : int.MaxValue;
    }
}
