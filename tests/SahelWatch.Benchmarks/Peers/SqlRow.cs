using SahelWatch.Benchmarks.Synthetic;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Benchmarks.Peers;

/// <summary>
/// One incident as the SQL peers keep it, tuned for their sake: every value an integer, lists as bit masks, month, type
/// and Mercator position worked out beforehand, deaths as the sums use them.
/// </summary>
internal sealed record SqlRow(
    int Number, int Day, int Month, int Country, int Region, int Type, int SubType, int Violence, int Geo, int Time,
    int Checked, int Low, int Best, int High, int Unknown, long Tactics, long Targets, long Actors, long Kinds,
    long Roles, long Attributions, double Lat, double Lon, double X, double Y)
{
    /// <summary>
    /// Columns in the order of the record; the last four are of floating point, the six before are masks.
    /// </summary>
    public static readonly string[] Columns =
    [
        "number", "day", "month", "country", "region", "type", "subtype", "violence", "geo", "time",
        "checked", "low", "best", "high", "unknown", "tactics", "targets", "actors", "kinds",
        "roles", "attributions", "lat", "lon", "x", "y",
    ];

    public const int FirstReal = 21;

    public static SqlRow Of(SyntheticReader reader, SqlCodes codes)
    {
        var incident = reader.Incident;
        var place = codes.World.Places[incident.Place];
        var (low, best, high) = incident.Deaths;
        var (x, y) = WebMercator.Pixel(place.Latitude!.Value, place.Longitude!.Value, 0);
        var (actors, kinds, roles, attributions) = (0L, 0L, 0L, 0L);
        foreach (var party in reader.Parties)
        {
            actors |= 1L << party.Actor;
            kinds |= 1L << (int)codes.World.Actors[party.Actor].Kind;
            roles |= 1L << (int)party.Role;
            attributions |= 1L << (int)party.Attribution;
        }
        return new SqlRow(
            incident.Number, incident.StartsOn.DayNumber, incident.StartsOn.Year * 12 + incident.StartsOn.Month - 1,
            codes.Country(place.CountryCode!),
            incident.HasRegion ? codes.Region(place.Region!.Code) : SqlCodes.NoRegion,
            (int)EventTypes.TypeOf(incident.SubType), (int)incident.SubType, (int)(incident.Violence ?? 0),
            (int)incident.GeoPrecision, (int)incident.DatePrecision, incident.IsChecked ? 1 : 0,
            low ?? best ?? 0, best ?? low ?? 0, high ?? best ?? low ?? 0, incident.Deaths.IsKnown ? 0 : 1,
            (long)incident.Tactics, (long)incident.Targets, actors, kinds, roles, attributions,
            place.Latitude.Value, place.Longitude.Value, x, y);
    }

    public long Whole(int column) => column switch
    {
        0 => Number, 1 => Day, 2 => Month, 3 => Country, 4 => Region, 5 => Type, 6 => SubType, 7 => Violence, 8 => Geo,
        9 => Time, 10 => Checked, 11 => Low, 12 => Best, 13 => High, 14 => Unknown, 15 => Tactics, 16 => Targets,
        17 => Actors, 18 => Kinds, 19 => Roles, _ => Attributions,
    };

    public double Real(int column) => column switch
    {
        FirstReal => Lat, FirstReal + 1 => Lon, FirstReal + 2 => X, _ => Y,
    };
}
