using System.Diagnostics;
using System.Globalization;
using SahelWatch.Benchmarks;
using SahelWatch.Benchmarks.Browsing;
using SahelWatch.Benchmarks.Comparing;
using SahelWatch.Benchmarks.Editing;
using SahelWatch.Benchmarks.Making;
using SahelWatch.Benchmarks.Serving;
using SahelWatch.Benchmarks.Synthetic;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    var options = Options.Parse(args);
    switch (options.Words)
    {
        case ["compare"]:
            using (var comparison = new Comparison(options, Console.Out))
            {
                return comparison.Run();
            }
        case ["make", var path]:
            var watch = Stopwatch.StartNew();
            await AppDatabase.MakeAsync(path, new SyntheticSet(options.Rows));
            Console.WriteLine($"{options.Rows:N0} synthetic incidents in {path}: {watch.Elapsed.TotalSeconds:0.0} s");
            return 0;
        case ["load", var made]:
            await LoadTrial.RunAsync(made, options.Json, Console.Out);
            return 0;
        case ["records", var kept]:
            await RecordTrial.RunAsync(kept, options.Json, Console.Out);
            return 0;
        case ["desk", var file]:
            return await new DeskTrial(options, Console.Out).RunAsync(file, published: null);
        case ["desk", var file, var published]:
            return await new DeskTrial(options, Console.Out).RunAsync(file, published);
        case ["serve"]:
            return await new Serve(options, Console.Out).RunAsync(published: null);
        case ["serve", var folder]:
            return await new Serve(options, Console.Out).RunAsync(folder);
        case ["browse"]:
            await new Browse(options, Console.Out).RunAsync(published: null);
            return 0;
        case ["browse", var folder]:
            await new Browse(options, Console.Out).RunAsync(folder);
            return 0;
        default:
            Console.Error.WriteLine(Options.Usage);
            return 2;
    }
}
catch (Exception error) when (error is FormatException or IOException)
{
    Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine(Options.Usage);
    return 2;
}
