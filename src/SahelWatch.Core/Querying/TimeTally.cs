using System.Buffers;
using System.Runtime.Intrinsics;
using SahelWatch.Trends;

namespace SahelWatch.Querying;

/// <summary>Counts incidents and deaths by time bucket and group of cells.</summary>
internal sealed class TimeTally : ICollector<TimeTally>
{
    private readonly MapSlots _slots;
    private readonly int[] _groupOfSlot;
    private readonly int _groups;
    private readonly BucketSize _size;
    private readonly int _firstBucket;
    private readonly int _buckets;
    private readonly (int Count, int Deaths)[] _sums;

    /// <param name="groupOfSlot">Groups from 0 to one less than <paramref name="groups"/>.</param>
    /// <param name="buckets">At least one; they hold every row of the filter.</param>
    public TimeTally(MapSlots slots, int[] groupOfSlot, int groups, IReadOnlyList<TimeBucket> buckets)
    {
        (_slots, _groupOfSlot, _groups, _buckets) = (slots, groupOfSlot, groups, buckets.Count);
        _size = buckets[0].Size;
        _firstBucket = TimeBucket.Number(buckets[0].First, _size);
        _sums = ArrayPool<(int, int)>.Shared.Rent(_buckets * groups);
        _sums.AsSpan(0, _buckets * groups).Clear();
    }

    public void Add(IndexBlock block, int first, BlockScan scan)
    {
        var rows = scan.Rows(block);
        while (rows.Length > 0)
        {
            var bucket = TimeBucket.Of(DateOnly.FromDayNumber(block.Days[rows[0]]), _size);
            var until = rows.Before(block.Before(bucket.Last.DayNumber + 1));
            var start = (TimeBucket.Number(bucket.First, _size) - _firstBucket) * _groups;
            Add(block, rows[..until], _sums.AsSpan(start, _groups));
            rows = rows[until..];
        }
    }

    public void Merge(TimeTally later)
    {
        for (var i = 0; i < _buckets * _groups; i++)
        {
            _sums[i].Count += later._sums[i].Count;
            _sums[i].Deaths += later._sums[i].Deaths;
        }
    }

    /// <summary>The buckets in which a group has incidents.</summary>
    public List<(int Bucket, int Count, int Deaths)> Of(int group)
    {
        var counts = new List<(int, int, int)>();
        for (var bucket = 0; bucket < _buckets; bucket++)
        {
            if (_sums[bucket * _groups + group] is { Count: > 0 } sum)
            {
                counts.Add((bucket, sum.Count, sum.Deaths));
            }
        }
        return counts;
    }

    public void Dispose() => ArrayPool<(int, int)>.Shared.Return(_sums);

    private void Add(IndexBlock block, ReadOnlySpan<ushort> rows, Span<(int Count, int Deaths)> sums)
    {
        foreach (var row in rows)
        {
            ref var sum = ref sums[_groupOfSlot[_slots.OfSpot[_slots.SpotOf(block, row)]]];
            sum.Count++;
            sum.Deaths += _slots.Tolls[block.Tolls[row]].GetElement(1);
        }
    }
}
