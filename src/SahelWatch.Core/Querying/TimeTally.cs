using System.Buffers;
using SahelWatch.Trends;

namespace SahelWatch.Querying;

/// <summary>
/// Counts incidents by colour, and those in view, by time bucket and group of slots. The rows of a block stand in date
/// order, so those of one bucket are a run, and one bucket is added up at a time.
/// </summary>
internal sealed class TimeTally : ICollector<TimeTally>
{
    private readonly MapSlots _slots;
    private readonly ActorColours _colours;
    private readonly TimeGroups _groups;
    private readonly BucketSize _size;
    private readonly int _firstBucket;
    private readonly int[] _totals;
    private readonly int[] _inView;

    /// <summary>Incidents of one bucket by group, and in that by colour.</summary>
    private readonly int[] _sums;
    private readonly List<MapTimeCount>[] _counts;
    private readonly byte[] _colour = ArrayPool<byte>.Shared.Rent(IndexBlock.Most);

    /// <param name="buckets">At least one; they hold every row of the filter.</param>
    public TimeTally(MapSlots slots, ActorColours colours, TimeGroups groups, IReadOnlyList<TimeBucket> buckets)
    {
        (_slots, _colours, _groups) = (slots, colours, groups);
        _size = buckets[0].Size;
        _firstBucket = TimeBucket.Number(buckets[0].First, _size);
        (_totals, _inView) = (new int[buckets.Count], new int[buckets.Count]);
        _sums = new int[groups.Count * ActorColours.Count];
        _counts = [.. Enumerable.Range(0, groups.Count).Select(_ => new List<MapTimeCount>())];
    }

    /// <summary>Incidents by bucket.</summary>
    public IReadOnlyList<int> Totals => _totals;

    /// <summary>Incidents in view by bucket.</summary>
    public IReadOnlyList<int> InView => _inView;

    /// <summary>The buckets in which a group has incidents.</summary>
    public IReadOnlyList<MapTimeCount> Of(int group) => _counts[group];

    public void Add(IndexBlock block, int first, BlockScan scan)
    {
        var rows = scan.Rows(block);
        _colours.Write(block, rows, _colour);
        ReadOnlySpan<byte> colours = _colour;
        while (rows.Length > 0)
        {
            var bucket = TimeBucket.Of(DateOnly.FromDayNumber(block.Days[rows[0]]), _size);
            var until = rows.Before(block.Before(bucket.Last.DayNumber + 1));
            Add(block, rows[..until], colours, TimeBucket.Number(bucket.First, _size) - _firstBucket);
            rows = rows[until..];
            colours = colours[until..];
        }
    }

    public void Merge(TimeTally later)
    {
        for (var group = 0; group < _counts.Length; group++)
        {
            foreach (var count in later._counts[group])
            {
                var colours = count.Colours;
                Give(group, count.Bucket, colours);
            }
        }
        for (var bucket = 0; bucket < _totals.Length; bucket++)
        {
            _totals[bucket] += later._totals[bucket];
            _inView[bucket] += later._inView[bucket];
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_colour);

    private void Add(IndexBlock block, ReadOnlySpan<ushort> rows, ReadOnlySpan<byte> colours, int bucket)
    {
        var (sums, inView) = (_sums, 0);
        for (var i = 0; i < rows.Length; i++)
        {
            var spot = _slots.SpotOf(block, rows[i]);
            sums[_groups.OfSlot[_slots.OfSpot[spot]] * ActorColours.Count + colours[i]]++;
            inView += _groups.InView[spot];
        }
        for (var group = 0; group < _counts.Length; group++)
        {
            var own = sums.AsSpan(group * ActorColours.Count, ActorColours.Count);
            if (own.ContainsAnyExcept(0))
            {
                Give(group, bucket, own);
            }
        }
        sums.AsSpan().Clear();
        _totals[bucket] += rows.Length;
        _inView[bucket] += inView;
    }

    /// <summary>Adds to a group; its buckets come in order, but blocks and threads may part one.</summary>
    private void Give(int group, int bucket, ReadOnlySpan<int> colours)
    {
        var counts = _counts[group];
        var (sum, count) = (default(ColourCounts), 0);
        if (counts is [.., var last] && last.Bucket == bucket)
        {
            (sum, count) = (last.Colours, last.Count);
            counts.RemoveAt(counts.Count - 1);
        }
        for (var colour = 0; colour < colours.Length; colour++)
        {
            sum[colour] += colours[colour];
            count += colours[colour];
        }
        counts.Add(new MapTimeCount(bucket, count, sum));
    }
}
