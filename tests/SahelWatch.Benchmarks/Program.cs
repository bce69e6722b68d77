using System.Diagnostics;
using System.Globalization;
using SahelWatch.Benchmarks.Comparing;
using SahelWatch.Benchmarks.Making;
using SahelWatch.Benchmarks.Peers;
using SahelWatch.Benchmarks.Synthetic;

var watch = Stopwatch.StartNew();
if (args[0] == "make")
{
    await AppDatabase.MakeAsync(args[1], new SyntheticSet(int.Parse(args[3], CultureInfo.InvariantCulture)));
    Console.WriteLine($"made {watch.ElapsedMilliseconds} ms");
    return;
}
var set = new SyntheticSet(int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture));
var codes = new SqlCodes(set.World);
Console.WriteLine($"world {watch.ElapsedMilliseconds} ms");
watch.Restart();
using var sqlite = new SqliteEngine(set, codes, Path.GetTempFileName());
Console.WriteLine($"sqlite insert {watch.ElapsedMilliseconds} ms");
watch.Restart();
sqlite.BuildIndexes();
Console.WriteLine($"sqlite indexes {watch.ElapsedMilliseconds} ms {new FileInfo(sqlite.Path).Length >> 20} MB");
watch.Restart();
using var duck = new DuckDbEngine(set, codes);
Console.WriteLine($"duckdb load {watch.ElapsedMilliseconds} ms");
foreach (var q in Questions.Of(set))
{
    var line = q.Name.PadRight(25);
    Figures? first = null;
    foreach (var e in new Engine[] { sqlite, duck })
    {
        e.Answer(q)();
        watch.Restart();
        var a = e.Answer(q);
        line += $" {e.Name} {watch.Elapsed.TotalMilliseconds:0.00}";
        var f = a();
        if (first is null) { first = f; line += $" ({f.Count} figs {f["total"]})"; }
        else if (first.DifferenceFrom(f) is { } d) line += " DIFF " + d;
    }
    Console.WriteLine(line);
}
