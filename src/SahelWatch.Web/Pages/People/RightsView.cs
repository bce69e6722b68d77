using System.Globalization;
using System.Text.RegularExpressions;
using SahelWatch.Accounts;
using SahelWatch.Editing;
using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Pages.People;

/// <summary>Roles and regions to choose from, by their codes; what is wrong are keys of texts.</summary>
public sealed partial record RightsView(
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

    /// <summary>Roles in words, or that there are none.</summary>
    public static string Names(IReadOnlyCollection<Role> roles, Text text) =>
        roles.Count == 0 ? text["People.NoRoles"] : string.Join(", ", roles.Select(role => text.Of(role)));

    /// <summary>The detail of a line of the log, with rights in words; a change of name is left as it is.</summary>
    public static string? Told(AccountEvent line, Text text, Reference reference)
    {
        if (line.Kind == AccountEventKind.Created)
        {
            return RolesTold(line.Detail!, text);
        }
        return ChangeOfRights().Match(line.Detail ?? "") is { Success: true, Groups: var parts }
            ? $"{Side(parts[1].Value, parts[2].Value)} → {Side(parts[3].Value, parts[4].Value)}"
            : line.Detail;

        string Side(string roles, string regions) => regions.Length == 0
            ? RolesTold(roles, text)
            : $"{RolesTold(roles, text)} ({Names(regions.Split(", "), reference)})";
    }

    /// <summary>Roles and regions of a person as the log keeps them, before and after.</summary>
    public static string Change(SahelWatch.Accounts.Account before, IEnumerable<Role> roles, IEnumerable<string> regions) =>
        $"{string.Join(", ", before.Roles)} [{string.Join(", ", before.Regions)}] > "
        + $"{string.Join(", ", roles)} [{string.Join(", ", regions)}]";

    [GeneratedRegex(@"^(.*) \[(.*)\] > (.*) \[(.*)\]$", RegexOptions.CultureInvariant)]
    private static partial Regex ChangeOfRights();

    /// <summary>Roles of a line of the log; what is none, as a role of an older version, is left as it is.</summary>
    private static string RolesTold(string roles, Text text) => roles.Length == 0
        ? text["People.NoRoles"]
        : string.Join(", ", roles.Split(", ").Select(name =>
            Enum.TryParse<Role>(name, out var role) ? text.Of(role) : name));

    /// <summary>What was chosen; a field that is sent empty chooses nothing.</summary>
    internal Rights Read()
    {
        var roles = new List<Role>();
        foreach (var code in Roles.OfType<string>().Distinct())
        {
            if (!Code.TryParse<Role>(code, out var role))
            {
                return new Rights([], [], new Problem("roles", code, "Role"));
            }
            roles.Add(role);
        }
        var regions = Regions.OfType<string>().Distinct().ToList();
        return regions.Find(code => Reference.Region(code) is null) is { } unknown
            ? new Rights(roles, regions, new Problem("regions", unknown, "Regions"))
            : new Rights(roles, regions, null);
    }
}

/// <summary>Roles and regions as chosen, read.</summary>
internal sealed record Rights(List<Role> Roles, List<string> Regions, Problem? Fault);
