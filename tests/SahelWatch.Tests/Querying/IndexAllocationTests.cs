using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Querying;

/// <summary>A question costs memory for its answer, not for the rows it passes.</summary>
public sealed class IndexAllocationTests
{
    private const int MostBytes = 400_000;

    private static readonly IncidentIndex Small = Repeated(2_000);
    private static readonly IncidentIndex Large = Repeated(150_000);

    private static readonly IncidentFilter Broad = new()
    {
        From = new DateOnly(2018, 1, 1),
        Types = [EventType.Battles, EventType.Explosions, EventType.ViolenceAgainstCivilians],
        Roles = [ActorRole.Perpetrator, ActorRole.SideA, ActorRole.Target],
        Text = "gao",
    };

    public static TheoryData<string, Func<IncidentIndex, object>> Questions => new()
    {
        { "facets", index => index.CountFacets(Broad, Site.Today) },
        { "facets with components", index => index.CountFacets(Broad with { Components = true }, Site.Today) },
        { "count", index => index.CountOf(Broad, Site.Today) },
        { "page", index => index.SelectPage(Broad, Site.Today) },
        { "late page", index => index.SelectPage(Broad with { Page = 20 }, Site.Today) },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public void Question_over_many_rows_takes_no_more_memory_than_over_few(
        string question, Func<IncidentIndex, object> ask)
    {
        var few = Allocated(Small, ask);
        var many = Allocated(Large, ask);

        Assert.True(many <= few + MostBytes / 10, $"{question}: {few} bytes over few rows, {many} over many.");
        Assert.InRange(many, 1, MostBytes);
    }

    private static long Allocated(IncidentIndex index, Func<IncidentIndex, object> ask)
    {
        ask(index);
        return Enumerable.Range(0, 5).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            ask(index);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }

    private static IncidentIndex Repeated(int rows)
    {
        var incidents = Repository.Set.Incidents;
        var builder = new IndexBuilder(SyntheticIncidents.Reference);
        for (var number = 1; number <= rows; number++)
        {
            var incident = incidents[number % incidents.Count];
            builder.Add(
                IncidentFacts.Of(incident, []) with { Number = number },
                [.. incident.Actors.Select(entry => Party.Of(entry, SyntheticIncidents.Reference))],
                [number % 100],
                incident.Title);
        }
        return builder.Freeze("test");
    }
}
