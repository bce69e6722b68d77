using System.Globalization;
using SahelWatch.Actors;
using SahelWatch.Geography;
using SahelWatch.Incidents;

namespace SahelWatch.Importing;

/// <summary>Incidents with their actors, citations and derived fields.</summary>
internal sealed class SeedIncidents(
    SeedMapping mapping,
    SeedGeography geography,
    RegionBoundaries boundaries,
    IReadOnlyDictionary<string, Place> places,
    IReadOnlyDictionary<string, Actor> actors,
    IReadOnlyDictionary<string, Source> sources,
    List<Problem> problems)
{
    private const string UnknownActor = "unknown";

    public List<Incident> Read(string file, Dictionary<string, IncidentRow> rows, DateTime readAt)
    {
        var incidents = new List<Incident>();
        var numbers = new HashSet<int>();
        foreach (var (id, row) in rows)
        {
            var check = new RecordCheck(problems, file, id);
            if (check.Required("number", row.Number) < 1 || !numbers.Add(row.Number!.Value))
            {
                check.Add("number", row.Number?.ToString(CultureInfo.InvariantCulture), "Unique");
            }
            var incident = Read(check, id, row, readAt);
            AddActors(check, incident, row);
            AddCitations(check, incident, row);
            Derivation.Apply(incident, boundaries);
            incidents.Add(incident);
        }
        return [.. incidents.OrderBy(incident => incident.Number)];
    }

    private Incident Read(RecordCheck check, string id, IncidentRow row, DateTime readAt)
    {
        var place = check.Known("place_id", row.PlaceId, places);
        var coordinates = check.Mapped("coord_source", row.CoordSource, mapping.CoordinateSources);
        var country = geography.CountryOf(check, row.Country);
        geography.CheckPoint(check, row.Lat, row.Lon, row.Country, row.PlaceId);
        var incident = new Incident
        {
            Number = row.Number ?? 0,
            SeedKey = id,
            Title = check.Text("title", row.Title, Incident.TitleLength),
            Summary = check.Text("summary", row.Summary, Incident.SummaryLength),
            StartsOn = check.Required("date_start", row.DateStart),
            EndsOn = check.Required("date_end", row.DateEnd),
            DatePrecision = check.Required("date_precision", row.DatePrecision),
            SubType = SubTypeOf(check, row),
            Tactics = check.Codes("tactics", row.Tactics, Incidents.Tactics.All),
            Targets = check.Codes("targets", TargetsOf(check, row), Incidents.Targets.All),
            CountryCode = row.Country ?? "",
            Country = country!,
            PlaceName = check.Text("place", row.Place, Incident.NameLength),
            Place = place!,
            Latitude = row.Lat ?? 0,
            Longitude = row.Lon ?? 0,
            GeoPrecision = geography.PrecisionOf(check, row.GeoPrecision, place, row.Admin1, coordinates),
            CoordinateSource = coordinates,
            SourceRegionName = row.Admin1,
            IsChecked = row.Checked,
            Status = EditorialStatus.Published,
            CreatedAt = readAt,
            ChangedAt = readAt,
        };
        check.DaysInOrder("date_end", incident.StartsOn, incident.EndsOn);
        SetTolls(check, incident, row);
        return incident;
    }

    private EventSubType SubTypeOf(RecordCheck check, IncidentRow row)
    {
        var type = check.Mapped("event_type", row.EventType, mapping.EventTypes);
        var subType = check.Mapped("sub_type", row.SubType, mapping.EventSubTypes);
        if (subType is not null && EventTypes.TypeOf(subType.Code) != type)
        {
            check.Add("sub_type", row.SubType, "SubTypeOf", Code.Of(type));
        }
        return subType?.Code ?? default;
    }

    private IEnumerable<string?> TargetsOf(RecordCheck check, IncidentRow row) =>
        (row.Targets ?? []).Select(target => check.Mapped("targets", target, mapping.Targets)).OfType<string>();

    private static void SetTolls(RecordCheck check, Incident incident, IncidentRow row)
    {
        (incident.DeathsLow, incident.DeathsBest, incident.DeathsHigh) =
            (row.Fatalities?.Low, row.Fatalities?.Best, row.Fatalities?.High);
        (incident.CivilianDeaths, incident.AssailantDeaths) = (row.Fatalities?.Civilians, row.Fatalities?.Assailants);
        if (incident is { CivilianDeaths: 0, DeathsBest: null })
        {
            // A zero beside an unknown toll says only that no civilian is mentioned.
            incident.CivilianDeaths = null;
        }
        incident.DeathsNote = check.OptionalText("fatalities.note", row.Fatalities?.Note, Incident.NoteLength);
        (incident.InjuredLow, incident.InjuredBest, incident.InjuredHigh) =
            (row.Injured?.Low, row.Injured?.Best, row.Injured?.High);
        incident.InjuredNote = check.OptionalText("injured.note", row.Injured?.Note, Incident.NoteLength);
        foreach (var (field, toll) in new[] { ("fatalities", incident.Deaths), ("injured", incident.Injured) })
        {
            if (!toll.IsOrdered)
            {
                check.Add(field, FormattableString.Invariant($"{toll.Low}, {toll.Best}, {toll.High}"), "TollOrder");
            }
        }
        if (incident.CivilianDeaths < 0 || incident.AssailantDeaths < 0)
        {
            check.Add("fatalities", null, "TollOrder");
        }
    }

    private void AddActors(RecordCheck check, Incident incident, IncidentRow row)
    {
        var entry = row.SubType is null ? null : mapping.EventSubTypes.GetValueOrDefault(row.SubType);
        var own = mapping.PartyRoles.GetValueOrDefault(row.Id ?? "") ?? [];
        var named = check.AllKnown("perpetrators", row.Perpetrators?.Select(one => one.Actor), actors);
        foreach (var perpetrator in (row.Perpetrators ?? []).Where(one => one.Actor is not null))
        {
            if (named.Find(actor => actor.Slug == perpetrator.Actor) is { } actor)
            {
                incident.Actors.Add(new IncidentActor
                {
                    Actor = actor,
                    Role = own.GetValueOrDefault(actor.Slug, entry?.Perpetrators ?? ActorRole.Perpetrator),
                    Attribution = check.Required("perpetrators.confidence", perpetrator.Confidence),
                });
            }
        }
        foreach (var actor in check.AllKnown("other_parties", row.OtherParties, actors))
        {
            incident.Actors.Add(new IncidentActor
            {
                Actor = actor,
                Role = own.GetValueOrDefault(actor.Slug, entry?.OtherParties ?? ActorRole.Associated),
                Attribution = actor.Slug == UnknownActor ? Attribution.Unknown : Attribution.Attributed,
            });
        }
    }

    private void AddCitations(RecordCheck check, Incident incident, IncidentRow row)
    {
        if (row.Sources is null or [])
        {
            check.Add("sources", null, "Cited");
        }
        var supports = (row.Sources ?? []).ToLookup(source => source.Id, source => source.Supports);
        foreach (var source in check.AllKnown("sources", row.Sources?.Select(one => one.Id), sources))
        {
            incident.Citations.Add(new Citation
            {
                Source = source,
                Credibility = Grade.Unknown.Credibility,
                Supports = supports[source.Slug].First() ?? [],
            });
        }
    }
}
