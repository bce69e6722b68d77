using System.Globalization;
using SahelWatch.Geography;
using SahelWatch.Incidents;

namespace SahelWatch.Importing;

/// <summary>Places, and the rule for how well a place is known.</summary>
internal sealed class SeedGeography(SeedMapping mapping, RegionBoundaries boundaries, List<Problem> problems)
{
    private readonly Dictionary<string, Country> _countries =
        mapping.Countries.ToDictionary(country => country.Code, StringComparer.Ordinal);

    public Country? CountryOf(RecordCheck check, string? code) => check.Known("country", code, _countries);

    public Dictionary<string, Place> Read(string file, Dictionary<string, PlaceRow> rows)
    {
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var (id, row) in rows)
        {
            var check = new RecordCheck(problems, file, id);
            var place = new Place
            {
                Slug = id,
                Name = check.Text("name", row.Name, Incident.NameLength),
                CountryCode = row.Country,
                SourceRegionName = row.Admin1,
                Latitude = row.Lat,
                Longitude = row.Lon,
                Kind = check.Required("kind", row.Kind),
                Note = check.OptionalText("note", row.Note, Incident.NoteLength),
            };
            places[id] = place;
            if (row.Lat is null && row.Lon is null)
            {
                continue;
            }
            place.CoordinateSource = check.Mapped("coord_source", row.CoordSource, mapping.CoordinateSources);
            place.GeoPrecision = PrecisionOf(check, row.GeoPrecision, place, row.Admin1, place.CoordinateSource);
            CheckPoint(check, row.Lat, row.Lon, row.Country, id);
            place.Region = Derivation.RegionOf(
                boundaries, row.Lat ?? 0, row.Lon ?? 0, place.GeoPrecision.Value, row.Country, row.Admin1);
        }
        return places;
    }

    /// <summary>
    /// The file's 1 to 3 as our scale, after the table: an estimate is never exact; 3 is the country where no region is
    /// named, the region where the place is one, the district otherwise.
    /// </summary>
    public GeoPrecision PrecisionOf(
        RecordCheck check, int? code, Place? place, string? regionName, CoordinateSource? source)
    {
        var word = code?.ToString(CultureInfo.InvariantCulture);
        if (check.Mapped("geo_precision", word, mapping.GeoPrecisions) is not { } entry)
        {
            return default;
        }
        return entry.Code switch
        {
            GeoPrecision.Exact when source == CoordinateSource.Estimate => GeoPrecision.Near,
            GeoPrecision.District when regionName is null => GeoPrecision.Country,
            GeoPrecision.District when place is null => GeoPrecision.District,
            GeoPrecision.District when mapping.PlacePrecisions.TryGetValue(place.Slug, out var own) => own.Code,
            GeoPrecision.District when place.Kind == PlaceKind.Region => GeoPrecision.Region,
            var precision => precision,
        };
    }

    public void CheckPoint(RecordCheck check, double? latitude, double? longitude, string? countryCode, string? place)
    {
        InRange(check, "lat", latitude, 90);
        InRange(check, "lon", longitude, 180);
        if (latitude is { } north && longitude is { } east
            && countryCode is not null && _countries.ContainsKey(countryCode)
            && !(place is not null && mapping.OutsideCountry.ContainsKey(place))
            && boundaries.Find(north, east, countryCode) is null)
        {
            var point = string.Create(CultureInfo.InvariantCulture, $"{north}, {east}");
            check.Add("lat", point, "InsideCountry", countryCode);
        }
    }

    private static void InRange(RecordCheck check, string field, double? degrees, int most)
    {
        if (degrees is null)
        {
            check.Add(field, null, "Required");
        }
        else if (!(Math.Abs(degrees.Value) <= most))
        {
            var end = most.ToString(CultureInfo.InvariantCulture);
            check.Add(field, degrees.Value.ToString(CultureInfo.InvariantCulture), "Range", "-" + end, end);
        }
    }
}
