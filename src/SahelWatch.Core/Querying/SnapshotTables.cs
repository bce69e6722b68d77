using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>The tables of an index in its <see cref="IndexSnapshot"/>: each value in the order of its code.</summary>
internal static class SnapshotTables
{
    public static void Write(BinaryWriter to, IndexTables tables)
    {
        Write(to, tables.Kinds, kind =>
        {
            to.Write((int)kind.SubType);
            Write(to, (int?)kind.Violence);
            to.Write((int)kind.DatePrecision);
            to.Write((int)kind.GeoPrecision);
            to.Write(kind.IsChecked);
        });
        Write(to, tables.Areas, area =>
        {
            to.Write(area.Country);
            to.Write(area.Region is not null);
            to.Write(area.Region ?? "");
        });
        Write(to, tables.Points, point =>
        {
            to.Write(point.Latitude);
            to.Write(point.Longitude);
        });
        Write(to, tables.Tolls, toll =>
        {
            Write(to, toll.Low);
            Write(to, toll.Best);
            Write(to, toll.High);
        });
        Write(to, tables.Means, means =>
        {
            to.Write(means.Tactics);
            to.Write(means.Targets);
        });
        Write(to, tables.Evidence, evidence =>
        {
            to.Write(evidence.Grades);
            to.Write(evidence.Collections);
            to.Write(evidence.IndependentSources);
        });
        Write(to, tables.Parties, party =>
        {
            to.Write(party.Actor ?? "");
            to.Write((int)party.Role);
            to.Write((int)party.Attribution);
        });
        var words = tables.Words.Text;
        to.Write(words.Length);
        to.Write(words);
    }

    public static IndexTables Read(BinaryReader from, Reference reference)
    {
        var tables = new IndexTables(reference);
        Read(from, tables.Kinds, () => new IncidentKind(
            (EventSubType)from.ReadInt32(),
            (UcdpViolence?)Number(from),
            (DatePrecision)from.ReadInt32(),
            (GeoPrecision)from.ReadInt32(),
            from.ReadBoolean()));
        Read(from, tables.Areas, () =>
        {
            var country = from.ReadString();
            var hasRegion = from.ReadBoolean();
            var region = from.ReadString();
            return new Area(country, hasRegion ? region : null);
        });
        Read(from, tables.Points, () => new MapPoint(from.ReadDouble(), from.ReadDouble()));
        Read(from, tables.Tolls, () => new Toll(Number(from), Number(from), Number(from)));
        Read(from, tables.Means, () => new Means(from.ReadUInt64(), from.ReadUInt64()));
        Read(from, tables.Evidence, () => new Evidence(from.ReadUInt64(), from.ReadString(), from.ReadInt32()));
        Read(from, tables.Parties, () =>
        {
            var actor = from.ReadString();
            var party = new Party(actor, (ActorRole)from.ReadInt32(), (Attribution)from.ReadInt32());
            return actor.Length == 0 ? default : party;
        });
        foreach (var party in tables.Parties.Values[1..])
        {
            tables.Actors.CodeOf(party.Actor);
        }
        tables.Words.Add(from.ReadBytes(from.ReadInt32()));
        return tables;
    }

    private static void Write<T>(BinaryWriter to, ValueTable<T> table, Action<T> write) where T : notnull
    {
        var values = table.Values;
        to.Write(values.Length);
        foreach (var value in values)
        {
            write(value);
        }
    }

    private static void Read<T>(BinaryReader from, ValueTable<T> table, Func<T> read) where T : notnull
    {
        for (var count = from.ReadInt32(); count > 0; count--)
        {
            table.CodeOf(read());
        }
    }

    private static void Write(BinaryWriter to, int? number)
    {
        to.Write(number is not null);
        to.Write(number ?? 0);
    }

    private static int? Number(BinaryReader from)
    {
        var isKnown = from.ReadBoolean();
        var number = from.ReadInt32();
        return isKnown ? number : null;
    }
}
