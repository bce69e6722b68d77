using SahelWatch.Actors;
using SahelWatch.Geography;
using SahelWatch.Incidents;

namespace SahelWatch.Importing;

/// <summary>Political events, the calendar that attacks are held against.</summary>
internal sealed class SeedCalendar(
    SeedMapping mapping,
    SeedGeography geography,
    IReadOnlyDictionary<string, Place> places,
    IReadOnlyDictionary<string, Actor> actors,
    IReadOnlyDictionary<string, Source> sources,
    List<Problem> problems)
{
    public List<PoliticalEvent> Read(string file, Dictionary<string, PoliticalEventRow> rows)
    {
        var events = new List<PoliticalEvent>();
        foreach (var (id, row) in rows)
        {
            var check = new RecordCheck(problems, file, id);
            var one = new PoliticalEvent
            {
                Slug = id,
                StartsOn = check.Required("date_start", row.DateStart),
                EndsOn = check.Required("date_end", row.DateEnd),
                DatePrecision = check.Required("date_precision", row.DatePrecision),
                CountryCode = row.Country ?? "",
                Country = geography.CountryOf(check, row.Country)!,
                Kind = check.Mapped("kind", row.Kind, mapping.PoliticalEventKinds)?.Kind ?? default,
                OriginalKind = row.Kind,
                Title = check.Text("title", row.Title, Incident.TitleLength),
                Summary = check.Text("summary", row.Summary, Incident.SummaryLength),
                Place = row.PlaceId is null ? null : check.Known("place_id", row.PlaceId, places),
            };
            check.DaysInOrder("date_end", one.StartsOn, one.EndsOn);
            one.Actors.AddRange(check.AllKnown("actors", row.Actors, actors));
            one.Sources.AddRange(check.AllKnown("sources", row.Sources?.Select(source => source.Id), sources));
            if (row.Sources is null or [])
            {
                check.Add("sources", null, "Cited");
            }
            events.Add(one);
        }
        return events;
    }
}
