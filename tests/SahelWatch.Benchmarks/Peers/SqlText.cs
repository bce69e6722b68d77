using System.Globalization;
using SahelWatch.Benchmarks.Comparing;
using SahelWatch.Querying;

namespace SahelWatch.Benchmarks.Peers;

/// <summary>
/// The questions in SQL, over the tables incident (<see cref="SqlRow"/>), party and wording and a text search.
/// </summary>
internal sealed class SqlText(SqlCodes codes)
{
    private const string Sums =
        "COUNT(*), CAST(SUM(low) AS BIGINT), CAST(SUM(best) AS BIGINT), CAST(SUM(high) AS BIGINT), "
        + "CAST(SUM(unknown) AS BIGINT)";

    public string MonthsByRegion(IncidentFilter filter) =>
        $"SELECT month, region, {Sums} FROM incident WHERE {Where(filter)} GROUP BY month, region";

    public string Panel(IncidentFilter filter, Panel panel)
    {
        if (panel.IsOfEntries() && filter.Actors.Length > 0)
        {
            var column = panel.EntryColumn();
            return $"SELECT {column}, COUNT(DISTINCT number) FROM party JOIN incident USING (number) "
                + $"WHERE {Where(filter)} AND actor IN ({List(filter.Actors.Select(codes.Actor))}) GROUP BY {column}";
        }
        return $"SELECT {panel.Column()}, COUNT(*) FROM incident WHERE {Where(filter, panel)} "
            + $"GROUP BY {panel.Column()}";
    }

    /// <summary>
    /// Grid cells of a viewport: key, count, deaths, incidents of each type, mean place and bounding box.
    /// </summary>
    public string Cells(Question question, bool everywhere = false)
    {
        var scale = string.Create(CultureInfo.InvariantCulture, $"{1 << question.Map!.Value.Zoom}");
        var cell = $"* {scale} / {MapCells.CellPixels}.0";
        var (left, top, right, bottom) = question.Grid;
        string Edge(int cells) => Number((double)cells * MapCells.CellPixels / (1 << question.Map.Value.Zoom));
        var within = everywhere
            ? ""
            : $"AND x >= {Edge(left)} AND x < {Edge(right + 1)} AND y >= {Edge(top)} AND y < {Edge(bottom + 1)} ";
        var types = string.Join(", ", Enumerable.Range(0, 6).Select(type => $"COUNT(*) FILTER (WHERE type = {type})"));
        return $"SELECT CAST(FLOOR(x {cell}) AS INTEGER), CAST(FLOOR(y {cell}) AS INTEGER), COUNT(*), "
            + $"CAST(SUM(best) AS BIGINT), {types}, AVG(lat), AVG(lon), MIN(lat), MIN(lon), MAX(lat), MAX(lon) "
            + $"FROM incident WHERE geo <= 1 {within}AND {Where(question.Filter)} "
            + "GROUP BY 1, 2";
    }

    public string Page(IncidentFilter filter, string source = "incident") =>
        $"SELECT number FROM {source} WHERE {Where(filter)} ORDER BY day DESC, number DESC LIMIT {filter.PageSize} "
        + $"OFFSET {(filter.Page - 1) * filter.PageSize}";

    public string Count(IncidentFilter filter, string source = "incident") =>
        $"SELECT COUNT(*) FROM {source} WHERE {Where(filter)}";

    /// <summary>The filter as a condition, but for what a panel shows; words of the text are the caller's.</summary>
    private string Where(IncidentFilter filter, Panel? leftOut = null)
    {
        var (first, last) = filter.Days(Synthetic.SyntheticSet.Today);
        List<string> parts = ["1 = 1"];
        if (leftOut != Peers.Panel.Month)
        {
            parts.Add($"day BETWEEN {first.DayNumber} AND {last.DayNumber}");
        }
        if (leftOut != Peers.Panel.Country && filter.Countries.Length > 0)
        {
            parts.Add($"country IN ({List(filter.Countries.Select(codes.Country))})");
        }
        if (leftOut != Peers.Panel.Type && filter.Types.Length > 0)
        {
            parts.Add($"type IN ({List(filter.Types.Select(type => (int)type))})");
        }
        if (leftOut != Peers.Panel.Subtype && filter.SubTypes.Length > 0)
        {
            parts.Add($"subtype IN ({List(filter.SubTypes.Select(type => (int)type))})");
        }
        if (leftOut != Peers.Panel.Actor && filter.Actors.Length > 0)
        {
            var mask = filter.Actors.Aggregate(0L, (bits, slug) => bits | 1L << codes.Actor(slug));
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"(actors & {mask}) <> 0"));
        }
        if (filter.Box is { } box)
        {
            parts.Add($"geo <= 1 AND lat BETWEEN {Number(box.South)} AND {Number(box.North)} "
                + $"AND lon BETWEEN {Number(box.West)} AND {Number(box.East)}");
        }
        return string.Join(" AND ", parts);
    }

    private static string List(IEnumerable<int> values) => string.Join(", ", values);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
