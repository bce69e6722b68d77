using SahelWatch.Querying;

namespace SahelWatch.Pages.Shared;

/// <summary>The values of one facet with their counts, chosen ones first, then the most frequent.</summary>
public sealed record FacetList(Facet Facet, string Key, IReadOnlyList<FacetValue> Values)
{
    public const int ShownAtOnce = 8;

    public bool HasChosen => Values.Any(value => value.IsChosen);
}

/// <summary>One value of a facet: how many incidents the view would show with it.</summary>
public sealed record FacetValue(string Value, string Name, int Count, bool IsChosen);
