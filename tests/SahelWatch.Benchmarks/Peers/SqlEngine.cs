using System.Data.Common;
using System.Numerics;
using SahelWatch.Benchmarks.Comparing;
using SahelWatch.Querying;

namespace SahelWatch.Benchmarks.Peers;

/// <summary>Answers with SQL; statements are prepared once and kept.</summary>
internal abstract class SqlEngine(SqlCodes codes) : Engine
{
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

    protected SqlText Text { get; } = new(codes);

    protected abstract DbConnection Connection { get; }

    public override Func<Figures> Answer(Question question) => question.Work switch
    {
        Work.MonthsByRegion => MonthsByRegion(question.Filter),
        Work.Panels => AllPanels(question.Filter),
        Work.Cells => Cells(question),
        Work.Page => Page(question.Filter),
        _ => Search(question.Filter),
    };

    public override Figures Check(Question question)
    {
        if (question.Work != Work.Cells)
        {
            return base.Check(question);
        }
        var (whole, real) = Read(Text.Cells(question, everywhere: true), 10, 6);
        return MarkSettling.Figures(whole, real, question);
    }

    /// <summary>Changes an incident's deaths and reads them again.</summary>
    public void Edit(int number)
    {
        Execute($"UPDATE incident SET low = 401, best = 402, high = 403 WHERE number = {number}");
        if (Read($"SELECT best FROM incident WHERE number = {number}", 1).Whole[0] != 402)
        {
            throw new InvalidOperationException($"The edit of incident {number} is not seen.");
        }
    }

    protected void Execute(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The tables to search in place of incident, for a filter with a text.</summary>
    protected abstract string Found(string text);

    /// <summary>Rows of whole numbers and then of floating point, one after the other.</summary>
    protected (List<long> Whole, List<double> Real) Read(string sql, int whole, int real = 0)
    {
        var (wholes, reals) = (new List<long>(), new List<double>());
        using var reader = Command(sql).ExecuteReader();
        while (reader.Read())
        {
            for (var i = 0; i < whole; i++)
            {
                wholes.Add(reader.GetInt64(i));
            }
            for (var i = whole; i < whole + real; i++)
            {
                reals.Add(reader.GetDouble(i));
            }
        }
        return (wholes, reals);
    }

    private DbCommand Command(string sql)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = sql;
            command.Prepare();
            _commands[sql] = command;
        }
        return command;
    }

    private Func<Figures> MonthsByRegion(IncidentFilter filter)
    {
        var rows = Read(Text.MonthsByRegion(filter), 7).Whole;
        return () => SqlFigures.MonthsByRegion(rows, codes);
    }

    private Func<Figures> AllPanels(IncidentFilter filter)
    {
        var counts = new long[Panels.All.Count][];
        foreach (var panel in Panels.All)
        {
            var rows = Read(Text.Panel(filter, panel), 2).Whole;
            counts[(int)panel] = panel.IsMask() && !(panel.IsOfEntries() && filter.Actors.Length > 0)
                ? Bits(rows)
                : [.. rows];
        }
        var total = Read(Text.Count(filter), 1).Whole[0];
        return () => SqlFigures.Panels(total, counts, codes);
    }

    private Func<Figures> Cells(Question question)
    {
        var (whole, real) = Read(Text.Cells(question), 10, 6);
        return () => new Figures { ["cells"] = whole.Count / 10 };
    }

    private Func<Figures> Page(IncidentFilter filter)
    {
        var numbers = Read(Text.Page(filter), 1).Whole;
        return () => SqlFigures.Page(numbers, null);
    }

    private Func<Figures> Search(IncidentFilter filter)
    {
        var found = Found(filter.Text!);
        var total = Read(Text.Count(filter, found), 1).Whole[0];
        var numbers = Read(Text.Page(filter, found), 1).Whole;
        return () => SqlFigures.Page(numbers, total);
    }

    /// <summary>Counts of masks as pairs of a bit's place and its count.</summary>
    internal static long[] Bits(List<long> masks)
    {
        var counts = new long[64];
        for (var i = 0; i < masks.Count; i += 2)
        {
            for (var bits = masks[i]; bits != 0; bits &= bits - 1)
            {
                counts[BitOperations.TrailingZeroCount(bits)] += masks[i + 1];
            }
        }
        return [.. counts.SelectMany((count, place) => new[] { place, count })];
    }
}
