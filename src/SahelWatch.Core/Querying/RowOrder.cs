namespace SahelWatch.Querying;

/// <summary>
/// Puts rows in the order a filter asks for, one page of them at a time. Ties fall back to the newest first: the latest
/// day, then the highest number.
/// </summary>
internal static class RowOrder
{
    /// <summary>Numbers are counted in runs of this many, and put in order within the runs of a page.</summary>
    private const int NumberRun = 256;

    /// <summary>The rows of a filter from <paramref name="skip"/> on, at most <paramref name="take"/>.</summary>
    public static int[] Page(IncidentIndex index, CompiledFilter filter, IncidentFilter order, int skip, int take)
    {
        if (order.Sort == IncidentSort.Date)
        {
            return ByDate(index, filter, order.Descending, skip, take);
        }
        var ranks = new RowRanks(index, order.Sort);
        using var scan = new BlockScan(filter);
        var ends = new int[ranks.Count];
        ranks.Each(scan, (rank, _) => ends[rank]++);
        var (start, end, total) = (skip, skip, 0);
        for (var i = 0; i < ends.Length; i++)
        {
            var rank = order.Descending ? ends.Length - 1 - i : i;
            var before = total;
            total += ends[rank];
            ends[rank] = total;
            if (total > skip && before - skip < take)
            {
                (start, end) = (Math.Min(start, before), total);
            }
        }
        if (order.Sort != IncidentSort.Number)
        {
            (start, end) = (skip, skip + Math.Min(take, end - skip));
        }
        var rows = new int[end - start];
        ranks.Each(scan, (rank, row) =>
        {
            var place = --ends[rank] - start;
            if (place >= 0 && place < rows.Length)
            {
                rows[place] = row;
            }
        });
        return order.Sort == IncidentSort.Number
            ? [.. ByNumber(index, rows, order.Descending).Skip(skip - start).Take(take)]
            : rows;
    }

    private static int[] ByNumber(IncidentIndex index, int[] rows, bool descending)
    {
        var numbers = Array.ConvertAll(rows, row => index.BlockOf(row).Numbers[IncidentIndex.PlaceOf(row)]);
        Array.Sort(numbers, rows);
        if (descending)
        {
            Array.Reverse(rows);
        }
        return rows;
    }

    /// <summary>Reads no further than the page goes.</summary>
    private static int[] ByDate(IncidentIndex index, CompiledFilter filter, bool descending, int skip, int take)
    {
        using var scan = new BlockScan(filter);
        var page = new List<int>();
        var (first, end) = index.BlocksOf(filter);
        for (var i = first; i < end && page.Count < take; i++)
        {
            var number = descending ? end - 1 - (i - first) : i;
            var rows = scan.Rows(index.Blocks[number]);
            if (rows.Length <= skip)
            {
                skip -= rows.Length;
                continue;
            }
            var some = Math.Min(rows.Length - skip, take - page.Count);
            for (var place = skip; place < skip + some; place++)
            {
                page.Add((number << IndexBlock.Shift) + rows[descending ? rows.Length - 1 - place : place]);
            }
            skip = 0;
        }
        return [.. page];
    }

    /// <summary>The place of every row among all by one sort, ties together.</summary>
    private sealed class RowRanks
    {
        private readonly IncidentIndex _index;
        private readonly IncidentSort _sort;
        private readonly int[] _ranks;

        public RowRanks(IncidentIndex index, IncidentSort sort)
        {
            (_index, _sort) = (index, sort);
            var tables = index.Tables;
            _ranks = sort switch
            {
                IncidentSort.Deaths => Ranks(tables.Tolls.Values, Known),
                IncidentSort.Type => Ranks(tables.Kinds.Values, kind => kind.SubType),
                IncidentSort.Region => Ranks(tables.Areas.Values, area => NameOf(index.Reference, area)),
                _ => [],
            };
            Count = sort == IncidentSort.Number
                ? index.Blocks.Select(block => block.MostNumber / NumberRun + 1).DefaultIfEmpty().Max()
                : _ranks.DefaultIfEmpty(-1).Max() + 1;
        }

        public int Count { get; }

        /// <summary>Tells rank and row of all rows of a filter, in date order.</summary>
        public void Each(BlockScan scan, Action<int, int> see)
        {
            var (first, end) = _index.BlocksOf(scan.Filter);
            for (var number = first; number < end; number++)
            {
                var block = _index.Blocks[number];
                foreach (var place in scan.Rows(block))
                {
                    see(Rank(block, place), (number << IndexBlock.Shift) + place);
                }
            }
        }

        private int Rank(IndexBlock block, int place) => _sort switch
        {
            IncidentSort.Deaths => _ranks[block.Tolls[place]],
            IncidentSort.Type => _ranks[block.Kinds[place]],
            IncidentSort.Region => _ranks[block.Areas[place]],
            _ => block.Numbers[place] / NumberRun,
        };

        private static int[] Ranks<T, TKey>(ReadOnlySpan<T> values, Func<T, TKey> key) where TKey : notnull
        {
            var keys = values.ToArray().Select(key).ToArray();
            var comparer = typeof(TKey) == typeof(string)
                ? (IComparer<TKey>)StringComparer.Ordinal
                : Comparer<TKey>.Default;
            var ranks = keys.Distinct().Order(comparer).Select((value, rank) => (value, rank))
                .ToDictionary(pair => pair.value, pair => pair.rank);
            return Array.ConvertAll(keys, value => ranks[value]);
        }

        /// <summary>A toll with neither a best nor a low figure is not "none": it goes below the known ones.</summary>
        private static int Known(Incidents.Toll toll) => toll.Best ?? toll.Low ?? -1;

        /// <summary>
        /// Country and region, to be compared letter by letter: accents aside, or é would come after z.
        /// </summary>
        private static string NameOf(Reference reference, Area area)
        {
            var country = reference.Country(area.Country)?.NameEn ?? area.Country;
            var region = area.Region is { } code ? reference.Region(code)?.NameEn ?? code : "";
            return TextFold.Fold($"{country}\n{region}");
        }
    }
}
