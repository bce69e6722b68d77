using System.Buffers;
using System.Runtime.Intrinsics;
using SahelWatch.Trends;

namespace SahelWatch.Querying;

/// <summary>Counts incidents by colour, their deaths, and those in view, by time bucket and group of slots.</summary>
internal sealed class TimeTally : ICollector<TimeTally>
{
    /// <summary>Of each bucket and group: incidents by colour, then deaths.</summary>
    private const int Stride = ActorColours.Count + 1;

    private readonly MapSlots _slots;
    private readonly ActorColours _colours;
    private readonly TimeGroups _groups;
    private readonly BucketSize _size;
    private readonly int _firstBucket;
    private readonly int _buckets;
    private readonly int[] _sums;
    private readonly int[] _inView;
    private readonly byte[] _colour = ArrayPool<byte>.Shared.Rent(IndexBlock.Most);

    /// <param name="buckets">At least one; they hold every row of the filter.</param>
    public TimeTally(MapSlots slots, ActorColours colours, TimeGroups groups, IReadOnlyList<TimeBucket> buckets)
    {
        (_slots, _colours, _groups, _buckets) = (slots, colours, groups, buckets.Count);
        _size = buckets[0].Size;
        _firstBucket = TimeBucket.Number(buckets[0].First, _size);
        _sums = ArrayPool<int>.Shared.Rent(_buckets * groups.Count * Stride);
        _sums.AsSpan(0, _buckets * groups.Count * Stride).Clear();
        _inView = new int[_buckets];
    }

    /// <summary>Incidents in view by bucket.</summary>
    public IReadOnlyList<int> InView => _inView;

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
        for (var i = 0; i < _buckets * _groups.Count * Stride; i++)
        {
            _sums[i] += later._sums[i];
        }
        for (var bucket = 0; bucket < _buckets; bucket++)
        {
            _inView[bucket] += later._inView[bucket];
        }
    }

    /// <summary>The buckets in which a group has incidents.</summary>
    public List<MapTimeCount> Of(int group)
    {
        var counts = new List<MapTimeCount>();
        for (var bucket = 0; bucket < _buckets; bucket++)
        {
            var sums = Sums(bucket, group);
            var count = Sum(sums[..ActorColours.Count]);
            if (count > 0)
            {
                counts.Add(new MapTimeCount(
                    bucket, count, sums[ActorColours.Count], sums[..ActorColours.Count].ToArray()));
            }
        }
        return counts;
    }

    /// <summary>Incidents of all groups by bucket.</summary>
    public int[] Totals()
    {
        var totals = new int[_buckets];
        for (var bucket = 0; bucket < _buckets; bucket++)
        {
            for (var group = 0; group < _groups.Count; group++)
            {
                totals[bucket] += Sum(Sums(bucket, group)[..ActorColours.Count]);
            }
        }
        return totals;
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_sums);
        ArrayPool<byte>.Shared.Return(_colour);
    }

    private void Add(IndexBlock block, ReadOnlySpan<ushort> rows, ReadOnlySpan<byte> colours, int bucket)
    {
        var sums = _sums.AsSpan(bucket * _groups.Count * Stride, _groups.Count * Stride);
        var inView = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            var spot = _slots.SpotOf(block, rows[i]);
            var start = _groups.OfSlot[_slots.OfSpot[spot]] * Stride;
            sums[start + colours[i]]++;
            sums[start + ActorColours.Count] += _slots.Tolls[block.Tolls[rows[i]]].GetElement(1);
            inView += _groups.InView[spot];
        }
        _inView[bucket] += inView;
    }

    private ReadOnlySpan<int> Sums(int bucket, int group) =>
        _sums.AsSpan((bucket * _groups.Count + group) * Stride, Stride);

    private static int Sum(ReadOnlySpan<int> counts)
    {
        var sum = 0;
        foreach (var count in counts)
        {
            sum += count;
        }
        return sum;
    }
}
