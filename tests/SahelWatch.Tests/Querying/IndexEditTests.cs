using System.Globalization;
using CsCheck;
using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Querying;

public sealed class IndexEditTests
{
    private static readonly Reference Reference = SyntheticIncidents.Reference;

    /// <summary>Batches of incidents with numbers that some of the incidents have and some do not.</summary>
    private static readonly Gen<Incident[][]> Batches =
        Gen.Select(Gen.Int[1, 80], SyntheticIncidents.Incident).Select(pair => pair.Item2(pair.Item1)).Array[0, 6]
            .Select(batch => batch.DistinctBy(incident => incident.Number).ToArray()).Array[1, 6];

    private static readonly Gen<(Incident[] Incidents, Incident[][] Batches, IncidentFilter Filter, int Rows)> Cases =
        Gen.Select(
            SyntheticIncidents.Sets,
            Batches,
            RandomFilters.Over(Reference, new(2017, 12, 1), new(2020, 6, 1)),
            Pick.From(1, 2, 7, 1000));

    [Fact]
    public void Index_after_edits_is_the_one_built_anew() => Cases.Sample(one =>
    {
        var index = IncidentIndex.Build(one.Incidents, Reference, "0", one.Rows);
        var incidents = one.Incidents.ToDictionary(incident => incident.Number);
        for (var step = 0; step < one.Batches.Length; step++)
        {
            foreach (var incident in one.Batches[step])
            {
                incident.ChangedAt = DateTime.UnixEpoch.AddDays(step + 1);
                incident.Status = StatusAfter(incidents.GetValueOrDefault(incident.Number), incident.Status);
                incidents[incident.Number] = incident;
            }

            index = index.With(one.Batches[step], Reference, $"{step + 1}");

            Assert.Equal($"{step + 1}", index.Version);
            SameIndex.Check(
                IncidentIndex.Build(incidents.Values, Reference, "fresh", one.Rows),
                index,
                [IncidentFilter.Everything, one.Filter, .. Sorted(one.Filter)],
                "gao", "marche", "a", "incident", $"{one.Batches[0].FirstOrDefault()?.Number}.");
            Assert.All(index.Rows, row => Assert.Equal(row, index.RowOf(index[row].Number)));
        }
    }, iter: 100);

    [Fact]
    public void Versions_before_an_edit_stay_as_they_were() => Cases.Sample(one =>
    {
        List<(IncidentIndex Index, Incident[] Incidents)> versions =
            [(IncidentIndex.Build(one.Incidents, Reference, "0", one.Rows), one.Incidents)];
        foreach (var batch in one.Batches)
        {
            var (last, incidents) = versions[^1];
            versions.Add((
                last.With(batch, Reference, "n"),
                [.. incidents.ExceptBy(batch.Select(NumberOf), NumberOf), .. batch]));
        }

        foreach (var (index, incidents) in versions)
        {
            Assert.Equal(
                Naive.Numbers(incidents, one.Filter),
                index.Select(one.Filter, Site.Today).Select(row => index[row].Number).Order());
        }
    }, iter: 100);

    [Fact]
    public void Full_block_is_split_and_an_emptied_one_is_dropped()
    {
        var incidents = Enumerable.Range(1, 16_384).Select(number => Simple(number, number / 40)).ToArray();
        var index = IncidentIndex.Build(incidents, Reference, "0", blockRows: 16_384);
        var added = Enumerable.Range(16_385, 300).Select(number => Simple(number, number % 409)).ToArray();

        var grown = index.With(added, Reference, "1");

        SameIndex.Check(
            IncidentIndex.Build([.. incidents, .. added], Reference, "1"), grown,
            [new IncidentFilter { From = Day(100), To = Day(120), Sort = IncidentSort.Deaths }],
            "common", "17.", "16500.");

        var shrunk = grown.With(
            [.. incidents[..9_000].Select(one => Simple(one.Number, 0, EditorialStatus.Withdrawn))], Reference, "2");

        SameIndex.Check(
            IncidentIndex.Build([.. incidents[9_000..], .. added], Reference, "2"), shrunk,
            [IncidentFilter.Everything], "common", "17.", "16500.");

        var emptied = shrunk.With(
            [.. incidents.Concat(added).Select(one => Simple(one.Number, 0, EditorialStatus.Withdrawn))], Reference, "3");

        Assert.Equal(0, emptied.Count);
        Assert.Equal(1, emptied.With([Simple(1, 1)], Reference, "4").CountOf(IncidentFilter.Everything, Site.Today));
    }

    [Fact]
    public async Task Readers_see_one_version_while_a_writer_swaps_many()
    {
        const int versions = 200;
        var current = IncidentIndex.Build(
            Enumerable.Range(1, 3_000).Select(number => Simple(number, number % 900)), Reference, "0", 700);
        using var end = new CancellationTokenSource();
        using var begun = new CountdownEvent(3);
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var checks = 0;
            while (!end.IsCancellationRequested)
            {
                var index = Volatile.Read(ref current);
                for (var time = 0; time < 3; time++)
                {
                    CheckVersion(index);
                    if (++checks == 1)
                    {
                        begun.Signal();
                    }
                }
            }
            return checks;
        })).ToList();
        Assert.True(begun.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));

        for (var version = 1; version <= versions; version++)
        {
            Volatile.Write(ref current, current.With(
                [Simple(version, version, text: $"edited word{version}"), Simple(3_000 + version, 5, text: "added")],
                Reference,
                $"{version}"));
            await Task.Yield();
        }
        await end.CancelAsync();

        Assert.All(await Task.WhenAll(readers), checks => Assert.True(checks > 0));
        CheckVersion(current);
    }

    /// <summary>Version n has n incidents edited and n added.</summary>
    private static void CheckVersion(IncidentIndex index)
    {
        var version = int.Parse(index.Version, CultureInfo.InvariantCulture);
        var counts = index.CountFacets(IncidentFilter.Everything, Site.Today);

        Assert.Equal(3_000 + version, counts.Total);
        Assert.Equal(3_000 + version, counts.Of(Facet.Country, "MLI"));
        Assert.Equal(3_000 + version, counts.Months.Sum(month => month.Selected));
        Assert.Equal(3_000 + version, counts.Of(Facet.Actor, "rival"));
        Assert.Equal(version, index.CountOf(new IncidentFilter { Text = "edited" }, Site.Today));
        Assert.Equal(version, index.CountOf(new IncidentFilter { Text = "added" }, Site.Today));
        Assert.Equal(3_000 - version, index.CountOf(new IncidentFilter { Text = "common" }, Site.Today));
        Assert.Equal(
            version == 0 ? 0 : 1, index.CountOf(new IncidentFilter { Text = $"edited word{version}" }, Site.Today));
    }

    private static IEnumerable<IncidentFilter> Sorted(IncidentFilter filter) => Enum.GetValues<IncidentSort>()
        .Select(sort => filter.Selection with { Sort = sort, Countries = [], Text = null });

    /// <summary>What was published once is no draft again: "data as of" tells of it when it is withdrawn too.</summary>
    private static EditorialStatus StatusAfter(Incident? before, EditorialStatus status) =>
        before?.Status is EditorialStatus.Published or EditorialStatus.Withdrawn && status == EditorialStatus.Draft
            ? EditorialStatus.Withdrawn
            : status;

    private static int NumberOf(Incident incident) => incident.Number;

    private static DateOnly Day(int day) => new DateOnly(2018, 1, 1).AddDays(day);

    private static Incident Simple(
        int number, int day, EditorialStatus status = EditorialStatus.Published, string text = "common")
    {
        var incident = new Incident
        {
            Number = number,
            Title = text,
            Summary = $"Synthetic incident {number}.",
            StartsOn = Day(day),
            EndsOn = Day(day + number % 3),
            DatePrecision = DatePrecision.Day,
            SubType = EventSubType.Attack,
            CountryCode = "MLI",
            PlaceName = "Gao",
            Latitude = number % 100 / 10.0,
            Longitude = 1,
            GeoPrecision = GeoPrecision.Near,
            CoordinateSource = CoordinateSource.Gazetteer,
            DeathsBest = number % 7,
            Status = status,
            CreatedAt = DateTime.UnixEpoch,
            ChangedAt = DateTime.UnixEpoch,
        };
        incident.Actors.Add(new IncidentActor
        {
            Actor = Reference.Actors[3],
            Role = ActorRole.Perpetrator,
            Attribution = Attribution.Claimed,
        });
        return incident;
    }
}
