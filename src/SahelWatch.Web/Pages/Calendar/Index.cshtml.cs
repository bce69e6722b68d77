using SahelWatch.Hosting;
using SahelWatch.Pages.Shared;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Calendar;

/// <summary>The political calendar, each date with the incidents around it.</summary>
public sealed class IndexModel(Text text) : FilteredPage(text)
{
    public override string Path => "/calendar";

    public IReadOnlyList<EventNeighbours> Events { get; private set; } = [];

    public void OnGet()
    {
        if (View.IsValid)
        {
            Events = EventNeighbours.Of(View.Index, View.Filter, View.Today);
        }
    }
}
