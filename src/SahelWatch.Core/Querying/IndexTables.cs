namespace SahelWatch.Querying;

/// <summary>The values behind the codes of an index's columns, shared by all its versions.</summary>
internal sealed class IndexTables
{
    private PointGrid _grid = PointGrid.Empty;

    public IndexTables(Reference reference)
    {
        Tactics = new PartTable<Means, ulong>(Means, means => means.Tactics);
        Targets = new PartTable<Means, ulong>(Means, means => means.Targets);
        Collections = new PartTable<Evidence, string>(Evidence, evidence => evidence.Collections);
        Parties.CodeOf(default);
        Know(reference);
    }

    public ValueTable<IncidentKind> Kinds { get; } = new();

    public ValueTable<Area> Areas { get; } = new();

    public ValueTable<MapPoint> Points { get; } = new();

    public ValueTable<Incidents.Toll> Tolls { get; } = new();

    public ValueTable<Means> Means { get; } = new();

    /// <summary>The sets of tactics among the means.</summary>
    public PartTable<Means, ulong> Tactics { get; }

    /// <summary>The sets of targets among the means.</summary>
    public PartTable<Means, ulong> Targets { get; }

    public ValueTable<Evidence> Evidence { get; } = new();

    /// <summary>The sets of collections among the evidence.</summary>
    public PartTable<Evidence, string> Collections { get; }

    /// <summary>Entries of incidents; code 0 stands for none.</summary>
    public ValueTable<Party> Parties { get; } = new();

    /// <summary>Slugs.</summary>
    public ValueTable<string> Actors { get; } = new(StringComparer.Ordinal);

    public Vocabulary Words { get; } = new();

    /// <summary>All points, in the order of the map's grid.</summary>
    public PointGrid Grid
    {
        get
        {
            var points = Points.Values;
            var grid = Volatile.Read(ref _grid);
            if (grid.Count < points.Length)
            {
                grid = grid.With(points);
                Volatile.Write(ref _grid, grid);
            }
            return grid;
        }
    }

    /// <summary>Gives every actor of a reference a code, named by an incident or not.</summary>
    public void Know(Reference reference)
    {
        foreach (var actor in reference.Actors)
        {
            Actors.CodeOf(actor.Slug);
        }
    }

    /// <summary>The codes of one incident's values.</summary>
    /// <exception cref="OverflowException">There are more than 65,536 different areas, kinds or parties.</exception>
    public RowCodes Encode(in IncidentFacts facts) => new(
        facts.StartsOn.DayNumber,
        facts.EndsOn.DayNumber - facts.StartsOn.DayNumber,
        facts.Number,
        checked((ushort)Areas.CodeOf(facts.Area)),
        checked((ushort)Kinds.CodeOf(facts.Kind)),
        Means.CodeOf(facts.Means),
        Evidence.CodeOf(facts.Evidence),
        Tolls.CodeOf(facts.Deaths),
        Points.CodeOf(facts.Point));

    /// <summary>The code of one entry of an incident.</summary>
    /// <exception cref="OverflowException">There are more than 65,535 different entries.</exception>
    public ushort Encode(Party party)
    {
        Actors.CodeOf(party.Actor);
        return checked((ushort)Parties.CodeOf(party));
    }
}

/// <summary>One row of an <see cref="IndexBlock"/>, without its parties, its sources and its text.</summary>
internal readonly record struct RowCodes(
    int Day,
    int Length,
    int Number,
    ushort Area,
    ushort Kind,
    int Means,
    int Evidence,
    int Toll,
    int Point)
{
    /// <summary>Rows stand in the order of this: by day, then by number.</summary>
    public long Key => (long)Day << 32 | (uint)Number;
}
