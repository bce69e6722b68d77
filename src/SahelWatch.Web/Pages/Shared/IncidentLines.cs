using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Geography;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Shared;

/// <summary>Turns rows of the index into lines of a list: their text in one query, all else from the index.</summary>
public sealed class IncidentLines(SahelWatchDbContext db)
{
    /// <summary>Lines in the order of <paramref name="rows"/>, which should be one page of them.</summary>
    public async Task<IReadOnlyList<IncidentLine>> LoadAsync(
        IncidentIndex index, IReadOnlyCollection<int> rows, CancellationToken cancellationToken)
    {
        var numbers = rows.Select(row => index[row].Number).ToList();
        var texts = await db.Incidents.AsNoTracking()
            .Where(incident => EF.Parameter(numbers).Contains(incident.Number))
            .Select(incident => new Texts(
                incident.Number, incident.Title, incident.PlaceName, incident.AssailantDeaths,
                incident.IsPlaceWithheld))
            .ToDictionaryAsync(incident => incident.Number, cancellationToken);
        return
        [
            .. rows.Where(row => texts.ContainsKey(index[row].Number))
                .Select(row => Line(index, row, texts[index[row].Number])),
        ];
    }

    private static IncidentLine Line(IncidentIndex index, int row, Texts texts)
    {
        var facts = index[row];
        var culture = CultureInfo.CurrentUICulture;
        var region = facts.RegionCode is { } code ? index.Reference.Region(code) : null;
        return new IncidentLine(
            facts,
            texts.Title,
            texts.PlaceName,
            region?.NameIn(culture),
            index.Reference.Country(facts.CountryCode)?.NameIn(culture) ?? facts.CountryCode,
            [
                .. index.Parties(row).Select(party => Line(index.Reference, party))
                    .OrderBy(party => party.Role),
            ],
            texts.AssailantDeaths,
            Grade.Best(index.Grades(row)),
            index.Sources(row).Length,
            index.IndependentSources(row),
            texts.IsPlaceWithheld);
    }

    private static PartyLine Line(Reference reference, Party party)
    {
        var actor = reference.Actor(party.Actor);
        return new PartyLine(
            party.Actor,
            actor?.NameIn(CultureInfo.CurrentUICulture) ?? party.Actor,
            actor?.ShortNameIn(CultureInfo.CurrentUICulture) ?? party.Actor,
            party.Role,
            party.Attribution);
    }

    private sealed record Texts(
        int Number, string Title, string PlaceName, int? AssailantDeaths, bool IsPlaceWithheld);
}
