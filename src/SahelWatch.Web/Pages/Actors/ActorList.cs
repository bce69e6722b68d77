using System.Globalization;
using SahelWatch.Actors;
using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Actors;

/// <summary>The actors that page and API list.</summary>
public static class ActorList
{
    /// <summary>By kind, then the most incidents first, then by name.</summary>
    public static IReadOnlyList<ActorCount> Of(ViewRequest view, string name)
    {
        var named = NearNames.Matching(view.Index.Reference.Actors, name).Select(actor => actor.Slug).ToHashSet();
        return
        [
            .. ActorCount.Of(view.Index, view.Filter, view.Today)
                .Where(count => named.Contains(count.Actor.Slug))
                .OrderBy(count => count.Actor.Kind)
                .ThenByDescending(count => count.Incidents.Count)
                .ThenBy(
                    count => count.Actor.NameIn(CultureInfo.CurrentUICulture),
                    StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true)),
        ];
    }
}
