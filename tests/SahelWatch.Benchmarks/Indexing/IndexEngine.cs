using SahelWatch.Benchmarks.Comparing;
using SahelWatch.Benchmarks.Peers;
using SahelWatch.Benchmarks.Synthetic;
using SahelWatch.Querying;
using SahelWatch.Trends;

namespace SahelWatch.Benchmarks.Indexing;

/// <summary>
/// The index as the site asks it. The titles of a page are read from the database, as the site does; the peers only
/// find the numbers.
/// </summary>
internal sealed class IndexEngine(
    IncidentIndex index, Func<IEnumerable<int>, IReadOnlyList<string>> titles) : Engine
{
    public override string Name => "index";

    public IncidentIndex Index => index;

    public override Func<Figures> Answer(Question question) => question.Work switch
    {
        Work.MonthsByRegion => MonthsByRegion(question.Filter),
        Work.Panels => AllPanels(question.Filter),
        Work.Cells => Cells(question),
        Work.Page => Page(question.Filter),
        _ => Search(question.Filter),
    };

    public override void Dispose()
    {
    }

    private Func<Figures> MonthsByRegion(IncidentFilter filter)
    {
        var trend = Trend.Build(index, filter, SyntheticSet.Today, BucketSize.Month, TrendSplit.Region);
        return () => MonthsByRegion(trend);
    }

    private static Figures MonthsByRegion(Trend trend)
    {
        var figures = new Figures();
        foreach (var series in trend.Series)
        {
            foreach (var (bucket, figure) in trend.Buckets.Zip(series.Figures))
            {
                var name = $"{bucket.Code} {series.Values.Single()} ";
                figures.Add($"{name}incidents", figure.Incidents);
                figures.Add($"{name}low", figure.Low);
                figures.Add($"{name}best", figure.Best);
                figures.Add($"{name}high", figure.High);
                figures.Add($"{name}unknown", figure.WithoutToll);
            }
        }
        return figures;
    }

    private Func<Figures> AllPanels(IncidentFilter filter)
    {
        var counts = index.CountFacets(filter, SyntheticSet.Today);
        return () => AllPanels(counts);
    }

    private static Figures AllPanels(FacetCounts counts)
    {
        var figures = new Figures { ["total"] = counts.Total };
        foreach (var facet in Enum.GetValues<Facet>())
        {
            foreach (var (value, count) in counts[facet])
            {
                figures.Add($"{facet} {value}", count);
            }
        }
        foreach (var month in counts.Months)
        {
            figures.Add($"{Panel.Month} {SqlCodes.MonthName(month.Month)}", month.AnyDate);
        }
        return figures;
    }

    private Func<Figures> Cells(Question question)
    {
        var colours = new ActorColours(index, question.Filter);
        var view = MapCells.Gather(
            index, question.Filter, SyntheticSet.Today, colours, question.View, question.Map!.Value.Zoom);
        return () => MarkFigures.Of(view, question);
    }

    private Func<Figures> Page(IncidentFilter filter)
    {
        var rows = index.SelectPage(filter, SyntheticSet.Today);
        var numbers = Array.ConvertAll(rows, row => index[row].Number);
        var text = titles(numbers);
        return () => text.Count == numbers.Length
            ? SqlFigures.Page(Array.ConvertAll(numbers, number => (long)number), null)
            : throw new InvalidOperationException($"{numbers.Length} rows have {text.Count} titles.");
    }

    private Func<Figures> Search(IncidentFilter filter)
    {
        var total = index.CountOf(filter, SyntheticSet.Today);
        var rows = index.SelectPage(filter, SyntheticSet.Today);
        return () => SqlFigures.Page(Array.ConvertAll(rows, row => (long)index[row].Number), total);
    }
}
