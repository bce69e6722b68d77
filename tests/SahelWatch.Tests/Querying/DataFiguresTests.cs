using CsCheck;
using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Querying;

public sealed class DataFiguresTests
{
    [Fact]
    public void Figures_are_those_of_the_rows() => SyntheticIncidents.Sets.Sample(incidents =>
    {
        var index = IncidentIndex.Build(incidents, SyntheticIncidents.Reference, "test", blockRows: 7);
        var rows = index.Rows.Select(row => index[row]).ToList();

        Assert.Equal(
            new DataFigures(
                rows.Count(row => row.IsChecked),
                index.Rows.Count(row => index.IndependentSources(row) < 2),
                rows.Count(row => row.Deaths is { Low: null, Best: null, High: not null }),
                rows.Count(row => !row.Deaths.IsKnown)),
            DataFigures.Of(index));
    });

    [Fact]
    public void Nearest_numbers_are_the_nearest() => Gen.Select(SyntheticIncidents.Sets, Gen.Int[0, 80])
        .Sample((incidents, number) =>
        {
            var index = IncidentIndex.Build(incidents, SyntheticIncidents.Reference, "test", blockRows: 7);

            var near = Neighbours.ByNumber(index, number, 3).Select(row => index[row].Number).ToList();

            var distances = index.Rows.Select(row => Math.Abs(index[row].Number - number)).Order().Take(3);
            Assert.Equal(distances, near.Select(one => Math.Abs(one - number)).Order());
            Assert.Equal(near.Order(), near);
        });
}
