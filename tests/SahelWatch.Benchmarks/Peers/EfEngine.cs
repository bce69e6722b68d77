using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Benchmarks.Comparing;
using SahelWatch.Querying;

namespace SahelWatch.Benchmarks.Peers;

/// <summary>EF Core over the SQLite peer's tuned tables and indexes: the same questions in LINQ.</summary>
internal sealed class EfEngine(string path, SqlCodes codes) : Engine
{
    public override string Name => "EF Core";

    public override bool Answers(Question question) => question.Work != Work.Text;

    public override Func<Figures> Answer(Question question)
    {
        using var db = new EfContext(path);
        return question.Work switch
        {
            Work.MonthsByRegion => MonthsByRegion(db, question.Filter),
            Work.Panels => AllPanels(db, question.Filter),
            Work.Cells => Cells(db, question, everywhere: false),
            _ => Page(db, question.Filter),
        };
    }

    public override Figures Check(Question question)
    {
        using var db = new EfContext(path);
        return question.Work == Work.Cells ? Cells(db, question, everywhere: true)() : base.Check(question);
    }

    public override void Dispose()
    {
    }

    private Func<Figures> MonthsByRegion(EfContext db, IncidentFilter filter)
    {
        var rows = Matching(db, filter)
            .GroupBy(one => new { one.Month, one.Region })
            .Select(group => new
            {
                group.Key.Month,
                group.Key.Region,
                Count = group.Count(),
                Low = group.Sum(one => one.Low),
                Best = group.Sum(one => one.Best),
                High = group.Sum(one => one.High),
                Unknown = group.Sum(one => one.Unknown),
            })
            .ToList();
        return () => SqlFigures.MonthsByRegion(
            [.. rows.SelectMany(row => new[]
            {
                row.Month, row.Region, row.Count, row.Low, row.Best, row.High, row.Unknown,
            })],
            codes);
    }

    private Func<Figures> AllPanels(EfContext db, IncidentFilter filter)
    {
        var counts = new long[Panels.All.Count][];
        foreach (var panel in Panels.All)
        {
            var ofEntries = panel.IsOfEntries() && filter.Actors.Length > 0;
            var rows = ofEntries
                ? Entries(db, filter, Column<EfParty>(panel.EntryColumn()))
                : Matching(db, filter, panel).GroupBy(Column<EfIncident>(panel.Column()))
                    .Select(group => new PanelCount(group.Key, group.Count())).ToList();
            var pairs = rows.SelectMany(row => new[] { row.Value, row.Count });
            counts[(int)panel] = panel.IsMask() && !ofEntries ? SqlEngine.Bits([.. pairs]) : [.. pairs];
        }
        var total = Matching(db, filter).Count();
        return () => SqlFigures.Panels(total, counts, codes);
    }

    private List<PanelCount> Entries(EfContext db, IncidentFilter filter, Expression<Func<EfParty, long>> column)
    {
        var actors = filter.Actors.Select(slug => (long)codes.Actor(slug)).ToArray();
        var entries = from party in db.Parties
                      join incident in Matching(db, filter) on party.Number equals incident.Number
                      where actors.Contains(party.Actor)
                      select party;
        return [.. entries.GroupBy(column)
            .Select(group => new PanelCount(group.Key, group.Select(party => party.Number).Distinct().Count()))];
    }

    private Func<Figures> Cells(EfContext db, Question question, bool everywhere)
    {
        var scale = (double)(1 << question.Map!.Value.Zoom);
        const double size = MapCells.CellPixels;
        var matching = Matching(db, question.Filter).Where(one => one.Geo <= 1);
        if (!everywhere)
        {
            var (left, top, right, bottom) = question.Grid;
            var (west, east) = (left * size / scale, (right + 1) * size / scale);
            var (north, south) = (top * size / scale, (bottom + 1) * size / scale);
            matching = matching.Where(one => one.X >= west && one.X < east && one.Y >= north && one.Y < south);
        }
        var cells = matching
            .GroupBy(one => new { X = (long)(one.X * scale / size), Y = (long)(one.Y * scale / size) })
            .Select(group => new
            {
                Whole = new[]
                {
                    group.Key.X, group.Key.Y, group.Count(), group.Sum(one => one.Best),
                    group.Count(one => one.Type == 0), group.Count(one => one.Type == 1),
                    group.Count(one => one.Type == 2), group.Count(one => one.Type == 3),
                    group.Count(one => one.Type == 4), group.Count(one => one.Type == 5),
                },
                Real = new[]
                {
                    group.Average(one => one.Lat), group.Average(one => one.Lon), group.Min(one => one.Lat),
                    group.Min(one => one.Lon), group.Max(one => one.Lat), group.Max(one => one.Lon),
                },
            })
            .ToList();
        return () => MarkSettling.Figures(
            [.. cells.SelectMany(cell => cell.Whole)], [.. cells.SelectMany(cell => cell.Real)], question);
    }

    private Func<Figures> Page(EfContext db, IncidentFilter filter)
    {
        var numbers = Matching(db, filter)
            .OrderByDescending(one => one.Day).ThenByDescending(one => one.Number)
            .Skip((filter.Page - 1) * filter.PageSize).Take(filter.PageSize)
            .Select(one => one.Number).ToList();
        return () => SqlFigures.Page(numbers.ConvertAll(number => (long)number), null);
    }

    private IQueryable<EfIncident> Matching(EfContext db, IncidentFilter filter, Panel? leftOut = null)
    {
        IQueryable<EfIncident> rows = db.Incidents;
        var (first, last) = filter.Days(Synthetic.SyntheticSet.Today);
        if (leftOut != Panel.Month)
        {
            var (from, to) = (first.DayNumber, last.DayNumber);
            rows = rows.Where(one => one.Day >= from && one.Day <= to);
        }
        if (leftOut != Panel.Country && filter.Countries.Length > 0)
        {
            var countries = filter.Countries.Select(code => (long)codes.Country(code)).ToArray();
            rows = rows.Where(one => countries.Contains(one.Country));
        }
        if (leftOut != Panel.Type && filter.Types.Length > 0)
        {
            var types = filter.Types.Select(type => (long)type).ToArray();
            rows = rows.Where(one => types.Contains(one.Type));
        }
        if (leftOut != Panel.Subtype && filter.SubTypes.Length > 0)
        {
            var types = filter.SubTypes.Select(type => (long)type).ToArray();
            rows = rows.Where(one => types.Contains(one.Subtype));
        }
        if (leftOut != Panel.Actor && filter.Actors.Length > 0)
        {
            var mask = filter.Actors.Aggregate(0L, (bits, slug) => bits | 1L << codes.Actor(slug));
            rows = rows.Where(one => (one.Actors & mask) != 0);
        }
        if (filter.Box is { } box)
        {
            var (west, south, east, north) = (box.West, box.South, box.East, box.North);
            rows = rows.Where(one => one.Geo <= 1
                && one.Lat >= south && one.Lat <= north && one.Lon >= west && one.Lon <= east);
        }
        return rows;
    }

    /// <summary>Reads one column of a row, by name.</summary>
    private static Expression<Func<T, long>> Column<T>(string name)
    {
        var row = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, long>>(Expression.Property(row, name), row);
    }

    private sealed record PanelCount(long Value, long Count);
}
