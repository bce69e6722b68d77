using SahelWatch.Geography;
using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>
/// Reads a form as an incident. A form without problems has a title, a summary, days, a sub-type, a place with its
/// precision, and at least one citation; all that follows from these is derived (<see cref="Derivation"/>), but for the
/// credibility of citations, which is the editor's judgement.
/// </summary>
public sealed class EntryReader
{
    public const int MostParties = 30;

    private readonly EntryForm _form;
    private readonly EntryRecords _records;
    private readonly FormCheck _check = new();

    private EntryReader(EntryForm form, EntryRecords records) => (_form, _records) = (form, records);

    /// <param name="number">Public number of the incident that the form describes.</param>
    /// <param name="now">UTC.</param>
    public static EntryReading Read(EntryForm form, EntryRecords records, int number, DateTime now) =>
        new EntryReader(form, records).Read(number, now);

    private EntryReading Read(int number, DateTime now)
    {
        var startsOn = _check.Day("StartsOn", _form.StartsOn);
        var endsOn = _check.Day("EndsOn", _form.EndsOn) ?? startsOn;
        CheckDays(startsOn, endsOn, DateOnly.FromDateTime(now));
        var deaths = _check.Toll("Deaths", _form.DeathsLow, _form.DeathsBest, _form.DeathsHigh);
        var injured = _check.Toll("Injured", _form.InjuredLow, _form.InjuredBest, _form.InjuredHigh);
        var country = _check.Known("Country", _form.Country, _records.Countries);
        var precision = _check.Choice<GeoPrecision>("GeoPrecision", _form.GeoPrecision);
        var (latitude, longitude) = Point();
        var placeName = _check.Text("PlaceName", _form.PlaceName, Incident.NameLength);
        var coordinates = _form.CoordinateSource is null
            ? _form.Place is null ? CoordinateSource.Source : CoordinateSource.Gazetteer
            : _check.Choice<CoordinateSource>("CoordinateSource", _form.CoordinateSource);
        var incident = new Incident
        {
            Number = number,
            Title = _check.Text("Title", _form.Title, Incident.TitleLength),
            Summary = _check.Text("Summary", _form.Summary, Incident.SummaryLength),
            StartsOn = startsOn ?? default,
            EndsOn = endsOn ?? default,
            DatePrecision = _check.Choice<DatePrecision>("DatePrecision", _form.DatePrecision),
            SubType = _check.Choice<EventSubType>("SubType", _form.SubType),
            Tactics = _check.Choices("Tactics", _form.Tactics, Tactics.All),
            Targets = _check.Choices("Targets", _form.Targets, Targets.All),
            CountryCode = country?.Code ?? "",
            Country = country!,
            PlaceName = placeName,
            SourceRegionName = _check.OptionalText("SourceRegion", _form.SourceRegion, Incident.NameLength),
            Latitude = latitude ?? 0,
            Longitude = longitude ?? 0,
            GeoPrecision = precision,
            CoordinateSource = coordinates,
            Status = EditorialStatus.Published,
            CreatedAt = now,
            ChangedAt = now,
            CivilianDeaths = _check.People("CivilianDeaths", _form.CivilianDeaths),
            AssailantDeaths = _check.People("AssailantDeaths", _form.AssailantDeaths),
            DeathsNote = _check.OptionalText("DeathsNote", _form.DeathsNote, Incident.NoteLength),
            InjuredLow = injured.Low,
            InjuredBest = injured.Best,
            InjuredHigh = injured.High,
            InjuredNote = _check.OptionalText("InjuredNote", _form.InjuredNote, Incident.NoteLength),
        };
        AddParties(incident);
        new CitationReader(_form, _records, _check).AddTo(incident);
        SetDeaths(incident, deaths);
        _check.Day("PublishOn", _form.PublishOn);
        if (country is not null && latitude is { } north && longitude is { } east)
        {
            incident.Region = RegionOf(country, north, east, precision);
            incident.Place = PlaceOf(incident);
        }
        Derivation.ApplySourcesAndSides(incident);
        var exact = _form.PublicPrecision is null ? null : Withhold(incident);
        return new EntryReading(_check.Problems.Count == 0 ? incident : null, exact, FieldOrder.Sort(_check.Problems));
    }

    private void CheckDays(DateOnly? startsOn, DateOnly? endsOn, DateOnly today)
    {
        if (_form.StartsOn is null)
        {
            _check.Add("StartsOn", null, "Required");
        }
        if (startsOn > today)
        {
            _check.Add("StartsOn", _form.StartsOn, "NotAfter", $"{today:yyyy-MM-dd}");
        }
        if (endsOn < startsOn)
        {
            _check.Add("EndsOn", _form.EndsOn, "NotBefore", _form.StartsOn!);
        }
    }

    private (double? Latitude, double? Longitude) Point()
    {
        var latitude = _check.Degrees("Latitude", _form.Latitude, 90);
        var longitude = _check.Degrees("Longitude", _form.Longitude, 180);
        if (_form.Latitude is null)
        {
            _check.Add("Latitude", null, "Required");
        }
        if (_form.Longitude is null)
        {
            _check.Add("Longitude", null, "Required");
        }
        return (latitude, longitude);
    }

    private Region? RegionOf(Country country, double latitude, double longitude, GeoPrecision precision)
    {
        if (precision != GeoPrecision.Waters
            && !IsWherePlaceIs(latitude, longitude)
            && _records.Boundaries.Find(latitude, longitude, country.Code) is null)
        {
            _check.Add("Latitude", $"{_form.Latitude}, {_form.Longitude}", "InsideCountry", country.Code);
            return null;
        }
        return Derivation.RegionOf(
            _records.Boundaries, latitude, longitude, precision, country.Code, _form.SourceRegion);
    }

    /// <summary>Whether the point is the gazetteer's, which may lie just across a simplified border.</summary>
    private bool IsWherePlaceIs(double latitude, double longitude) =>
        _form.Place is { } key
        && _records.Places.TryGetValue(key, out var place)
        && place.Latitude == latitude
        && place.Longitude == longitude;

    /// <summary>The gazetteer entry named, or a new one of the form's own place.</summary>
    private Place PlaceOf(Incident incident) => _form.Place is not null
        ? _check.Known("Place", _form.Place, _records.Places)!
        : new Place
        {
            Slug = _records.NewPlaceKey(incident.PlaceName),
            Name = incident.PlaceName,
            CountryCode = incident.CountryCode,
            Region = incident.Region,
            Latitude = incident.Latitude,
            Longitude = incident.Longitude,
            GeoPrecision = incident.GeoPrecision,
            CoordinateSource = incident.CoordinateSource,
            Kind = incident.GeoPrecision switch
            {
                GeoPrecision.Exact or GeoPrecision.Near => PlaceKind.Settlement,
                GeoPrecision.Region => PlaceKind.Region,
                GeoPrecision.Country => PlaceKind.Country,
                _ => PlaceKind.Area,
            },
        };

    private void AddParties(Incident incident)
    {
        if (_form.Parties.Count > MostParties)
        {
            _check.Add("Parties", $"{_form.Parties.Count}", "AtMost", $"{MostParties}");
        }
        foreach (var (index, party) in _form.Parties.Take(MostParties).Index())
        {
            var actor = _check.Known($"Parties[{index}].Actor", party.Actor, _records.Actors);
            var role = _check.Choice<ActorRole>($"Parties[{index}].Role", party.Role);
            var attribution = _check.Choice<Attribution>($"Parties[{index}].Attribution", party.Attribution);
            if (actor is null)
            {
                continue;
            }
            if (incident.Actors.Exists(one => one.Actor == actor && one.Role == role))
            {
                _check.Add($"Parties[{index}].Actor", party.Actor, "Unique");
                continue;
            }
            incident.Actors.Add(new IncidentActor { Actor = actor, Role = role, Attribution = attribution });
        }
    }

    /// <summary>The lowest low and the highest high of all sources that give one, around the editor's best.</summary>
    private void SetDeaths(Incident incident, Toll own)
    {
        var span = Toll.Span(own, incident.Citations.Select(citation => citation.Deaths));
        if (own.IsOrdered && !span.IsOrdered)
        {
            _check.Add("DeathsBest", _form.DeathsBest, "Range", $"{span.Low}", $"{span.High}");
        }
        (incident.DeathsLow, incident.DeathsBest, incident.DeathsHigh) = (span.Low, span.Best, span.High);
    }

    private ExactPlace? Withhold(Incident incident)
    {
        var wanted = _check.Choice<GeoPrecision>("PublicPrecision", _form.PublicPrecision);
        if (wanted is not (GeoPrecision.Region or GeoPrecision.Country) || wanted <= incident.GeoPrecision)
        {
            _check.Add("PublicPrecision", _form.PublicPrecision, "CoarserPrecision");
            return null;
        }
        if (_check.Problems.Count > 0)
        {
            return null;
        }
        foreach (var (field, text) in WithheldWords.Own(incident, wanted))
        {
            _check.Add(field, Short(text), "WithoutPlace", incident.PlaceName);
        }
        foreach (var (citation, text) in _form.CitesPlace is null ? WithheldWords.Cited(incident, wanted) : [])
        {
            var field = _form.Citations[citation].Source is null ? "Title" : "Source";
            _check.Add($"Citations[{citation}].{field}", Short(text), "CitedWithoutPlace", incident.PlaceName);
        }
        return WithheldPlace.Take(incident, wanted, _records);
    }

    private static string Short(string text) => text.Length > 60 ? $"{text[..60]}…" : text;
}
