using System.Globalization;
using SahelWatch.Editing;
using SahelWatch.Geography;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Pages.People;

/// <summary>Roles and regions to choose from, by their codes; what is wrong are keys of texts.</summary>
public sealed record RightsView(
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Regions,
    Reference Reference,
    string? RolesProblem,
    string? RegionsProblem)
{
    /// <summary>Regions of each country, by name.</summary>
    public IEnumerable<(Country Country, IReadOnlyList<Region> Regions)> Countries => Reference.Countries
        .Select(country => (country, (IReadOnlyList<Region>)
        [
            .. Reference.Regions.Where(region => region.CountryCode == country.Code)
                .OrderBy(NameOf, StringComparer.CurrentCulture),
        ]))
        .Where(pair => pair.Item2.Count > 0)
        .OrderBy(pair => pair.country.NameIn(CultureInfo.CurrentUICulture), StringComparer.CurrentCulture);

    public static string NameOf(Region region) => region.NameIn(CultureInfo.CurrentUICulture);

    /// <summary>Regions in words; what has no name is given by its code.</summary>
    public static string Names(IEnumerable<string> regions, Reference reference) => string.Join(
        ", ", regions.Select(code => reference.Region(code) is { } region ? NameOf(region) : code));

    /// <summary>What was chosen.</summary>
    internal Rights Read()
    {
        var roles = new List<Role>();
        foreach (var code in Roles.Distinct())
        {
            if (!Code.TryParse<Role>(code, out var role))
            {
                return new Rights([], [], new Problem("roles", code, "Role"));
            }
            roles.Add(role);
        }
        var regions = Regions.Distinct().ToList();
        return regions.Find(code => Reference.Region(code) is null) is { } unknown
            ? new Rights(roles, regions, new Problem("regions", unknown, "Regions"))
            : new Rights(roles, regions, null);
    }
}

/// <summary>Roles and regions as chosen, read.</summary>
internal sealed record Rights(List<Role> Roles, List<string> Regions, Problem? Fault);
