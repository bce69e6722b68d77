using System.Globalization;
using SahelWatch.Actors;
using SahelWatch.Hosting;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Actors;

/// <summary>All actors by kind, with what the filter's incidents say of each.</summary>
public sealed class IndexModel(Text text) : FilteredPage(text)
{
    public const string NameKey = "name";

    public override string Path => "/actors";

    public string Name => View.Values(NameKey).FirstOrDefault() ?? "";

    public IReadOnlyList<IGrouping<ActorKind, ActorCount>> Kinds { get; private set; } = [];

    public int Shown => Kinds.Sum(kind => kind.Count());

    protected override IReadOnlyCollection<string> ViewKeys => [NameKey];

    public void OnGet()
    {
        if (View.IsValid)
        {
            Kinds = [.. ActorList.Of(View, Name).GroupBy(count => count.Actor.Kind).OrderBy(group => group.Key)];
        }
    }

    /// <summary>The filter's pairs but those of the small form, which sends its own.</summary>
    public IEnumerable<KeyValuePair<string, string>> KeptPairs =>
        FilterGrammar.Pairs(View.Filter).Where(pair => pair.Key != "kind");

    protected override void ReadView() => View.One(NameKey);
}
