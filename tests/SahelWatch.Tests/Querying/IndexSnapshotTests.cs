using CsCheck;
using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Querying;

public sealed class IndexSnapshotTests
{
    private const string Key = "state of the data";

    private static readonly Reference Reference = SyntheticIncidents.Reference;

    private static readonly Gen<(Incident[] Incidents, IncidentFilter Filter, int BlockRows)> Cases = Gen.Select(
        SyntheticIncidents.Sets,
        RandomFilters.Over(Reference, new(2017, 12, 1), new(2020, 6, 1)),
        Pick.From(1, 7, 1000));

    [Fact]
    public void Index_reads_back_as_it_was_written() => Cases.Sample(one =>
    {
        var index = IncidentIndex.Build(one.Incidents, Reference, "version é", one.BlockRows);

        var read = Read(Written(index));

        Assert.Equal("version é", read.Version);
        SameIndex.Check(index, read, [one.Filter, IncidentFilter.Everything], "gao", "marche", "incident 7.", "a");
    }, iter: 200);

    [Fact]
    public void Index_that_was_read_takes_edits() => Cases.Sample(one =>
    {
        var half = one.Incidents.Length / 2;
        var read = Read(Written(IncidentIndex.Build(one.Incidents[half..], Reference, "test", one.BlockRows)));

        var edited = read.With(one.Incidents[..half], Reference, "next");

        SameIndex.Check(
            IncidentIndex.Build(one.Incidents, Reference, "next"), edited, [one.Filter], "gao", "marche", "a");
    }, iter: 100);

    [Fact]
    public void File_with_any_byte_changed_is_refused()
    {
        var file = Written(Index(20));

        for (var place = 0; place < file.Length; place++)
        {
            var changed = file.ToArray();
            changed[place] ^= (byte)(1 << place % 8);

            Assert.Throws<InvalidDataException>(() => Read(changed));
        }
    }

    [Fact]
    public void File_cut_or_grown_is_refused()
    {
        var file = Written(Index(20));

        for (var length = 0; length < file.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => Read(file[..length]));
        }
        Assert.Throws<InvalidDataException>(() => Read([.. file, 0]));
        Assert.Throws<InvalidDataException>(() => Read([.. file, .. file]));
    }

    [Fact]
    public void File_of_another_state_is_refused()
    {
        var file = Written(Index(3));

        Assert.Equal(3, Read(file).Count);
        Assert.Throws<InvalidDataException>(() => Read(file, Key + "!"));
        Assert.Throws<InvalidDataException>(() => Read(file, Key[1..]));
        Assert.Throws<InvalidDataException>(() => Read(file, ""));
    }

    [Fact]
    public void File_of_something_else_is_refused() =>
        Gen.Byte.Array[0, 200].Sample(file => Assert.Throws<InvalidDataException>(() => Read(file)));

    private static IncidentIndex Index(int count)
    {
        var incidents = SyntheticIncidents.Sets.Where(set => set.Length > count).Single();
        return IncidentIndex.Build(incidents[..count].Select(Published), Reference, "test", blockRows: 7);
    }

    private static Incident Published(Incident incident)
    {
        incident.Status = EditorialStatus.Published;
        return incident;
    }

    private static byte[] Written(IncidentIndex index)
    {
        using var file = new MemoryStream();
        IndexSnapshot.Write(file, index, Key);
        return file.ToArray();
    }

    private static IncidentIndex Read(byte[] file, string key = Key) =>
        IndexSnapshot.Read(new MemoryStream(file), key, Reference);
}
