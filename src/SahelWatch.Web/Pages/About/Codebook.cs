using SahelWatch.Actors;
using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Pages.About;

/// <summary>Every code list of the data, made from the lists themselves.</summary>
public static class Codebook
{
    public static IReadOnlyList<CodeList> Lists(Text text, IncidentIndex index, DateOnly today)
    {
        var counts = index.CountFacets(IncidentFilter.Everything, today);
        Func<string, Counted> Count(Facet facet) => code => new Counted(
            counts.Of(facet, code), FilterGrammar.With(IncidentFilter.Everything, Code.Of(facet), code));
        return
        [
            CodeList.Of<EventType>("type", text, true, Count(Facet.Type)),
            CodeList.Of<EventSubType>("subtype", text, true, Count(Facet.Subtype)),
            CodeList.Of<UcdpViolence>("ucdp", text, true, Count(Facet.Ucdp), kind => ($"{(int)kind}", null)),
            CodeList.Of("tactic", "Tactic", Tactics.All, text, true, Count(Facet.Tactic)),
            CodeList.Of("target", "Target", Targets.All, text, true, Count(Facet.Target)),
            CodeList.Of<ActorRole>("role", text, true, Count(Facet.Role)),
            CodeList.Of<Attribution>("attribution", text, true, Count(Facet.Attribution)),
            CodeList.Of<GeoPrecision>("geo", text, true, Count(Facet.Geo), Foreign),
            CodeList.Of<DatePrecision>("time", text, true, Count(Facet.Time), Foreign),
            CodeList.Of<CoordinateSource>("coordinates", text, true),
            CodeList.Of("reliability", "Reliability", ["A", "B", "C", "D", "E", "F"], text, true),
            CodeList.Of("credibility", "Credibility", ["1", "2", "3", "4", "5", "6"], text, true),
            CodeList.Of<SourceKind>("source-kind", text, true),
            CodeList.Of<SourceReading>("reading", text, true),
            CodeList.Of<ActorKind>("kind", text, true, Count(Facet.Kind)),
            CodeList.Of<ActorSubKind>("sub-kind", text, false),
            CodeList.Of<RelationKind>("relation", text, true),
            CodeList.Of<RelationConfidence>("confidence", text, true),
            CodeList.Of<PoliticalEventKind>("event-kind", text, false),
            CodeList.Of<EditorialStatus>("status", text, true),
            CodeList.Of<RevisionKind>("change", text, true),
            CodeList.Of<PlaceKind>("place-kind", text, false),
            CodeList.Of<CollectionItemKind>("item-kind", text, false),
        ];
    }

    private static (string? Ucdp, string? Acled) Foreign(GeoPrecision precision) => precision switch
    {
        GeoPrecision.Exact => ("1", "1"),
        GeoPrecision.Near => ("2", "2"),
        GeoPrecision.District => ("3", "3"),
        GeoPrecision.Region => ("4", "3"),
        GeoPrecision.Area => ("5", null),
        GeoPrecision.Country => ("6", null),
        _ => ("7", null),
    };

    private static (string? Ucdp, string? Acled) Foreign(DatePrecision precision) => precision switch
    {
        DatePrecision.Day => ("1", "1"),
        DatePrecision.Days => ("2", "2"),
        DatePrecision.Week => ("3", "2"),
        DatePrecision.Month => ("4", "3"),
        _ => ("5", null),
    };
}
