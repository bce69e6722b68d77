using System.Diagnostics;
using SahelWatch.Benchmarks.Indexing;
using SahelWatch.Benchmarks.Peers;
using SahelWatch.Benchmarks.Synthetic;
using SahelWatch.Querying;

namespace SahelWatch.Benchmarks.Comparing;

/// <summary>The verb compare: one synthetic set, all engines, all questions.</summary>
internal sealed class Comparison(Options options, TextWriter output) : IDisposable
{
    /// <summary>A first build finds code that was not compiled yet, as a first answer does.</summary>
    private const int WarmUpRows = 100_000;

    private readonly Ratios _ratios = new();
    private readonly List<Engine> _engines = [];
    private readonly SyntheticSet _set = new(options.Rows);
    private readonly TemporaryFolder _folder = new();

    /// <summary>0, or 1 where two engines gave different numbers.</summary>
    public int Run()
    {
        output.WriteLine($"{_set.Count:N0} synthetic incidents, {Environment.ProcessorCount} cores");
        var questions = Questions.Of(_set);
        BuildEngines();
        if (!Agree(questions))
        {
            return 1;
        }
        var limit = new StreamingSum(((IndexEngine)_engines[0]).Index);
        IReadOnlyList<Engine> timed = [_engines[0], limit, .. _engines.Skip(1)];
        var rounds = new Rounds(timed, questions, options.Rounds);
        rounds.Run(output);
        new Table(timed, questions, rounds, output).Write(_ratios);
        Edit(questions[0].Filter);
        if (_set.Count >= Goals.Incidents)
        {
            Goals.Write(_ratios, output);
        }
        if (options.Json)
        {
            output.WriteLine(_ratios.ToJson());
        }
        return 0;
    }

    public void Dispose()
    {
        _engines.ForEach(engine => engine.Dispose());
        _folder.Dispose();
    }

    private void BuildEngines()
    {
        var codes = new SqlCodes(_set.World);
        IndexBuild.Of(new SyntheticSet(WarmUpRows), withText: true);
        Note("index without text", IndexBuild.Of(_set, withText: false));
        var build = IndexBuild.Of(_set, withText: true);
        Note("index with text", build);
        if (options.Peers.Contains(Options.Sqlite))
        {
            var sqlite = Measure("SQLite, rows", () => new SqliteEngine(_set, codes, _folder.File("peers.db")));
            _engines.AddRange([new IndexEngine(build.Index, sqlite.Titles), sqlite, new EfEngine(sqlite.Path, codes)]);
            Measure("SQLite, indexes", sqlite.BuildIndexes);
        }
        else
        {
            _engines.Add(new IndexEngine(build.Index, Titles));
        }
        if (options.Peers.Contains(Options.DuckDb))
        {
            _engines.Add(Measure("DuckDB, rows", () => new DuckDbEngine(_set, codes)));
        }
        if (options.Peers.Contains(Options.Node))
        {
            var node = new NodePeers(_folder.Path);
            _engines.AddRange(Measure("JavaScript peers", () => node.Start(_set, codes)));
            if (node.LeftOut is { } reason)
            {
                output.WriteLine($"left out: crossfilter2 and supercluster, because {reason}.");
            }
        }
    }

    /// <summary>Titles made anew, where no database has them.</summary>
    private List<string> Titles(IEnumerable<int> numbers)
    {
        var reader = _set.Reader();
        return [.. numbers.Select(number =>
        {
            reader.Read(number);
            return reader.Title();
        })];
    }

    /// <summary>Last, because it changes what the peers hold.</summary>
    private void Edit(IncidentFilter asked)
    {
        output.WriteLine();
        var trial = new EditTrial(_set, ((IndexEngine)_engines[0]).Index, asked);
        var edits = trial.Run(output, _ratios);
        foreach (var peer in _engines.OfType<SqlEngine>())
        {
            trial.RunPeer(peer.Name, peer.Edit, output, _ratios, edits);
        }
    }

    private void Note(string what, IndexBuild build)
    {
        var rowsPerSecond = _set.Count / build.Took.TotalSeconds;
        var bytes = (double)build.Bytes / _set.Count;
        output.WriteLine(
            $"W6 {what}: {build.Took.TotalMilliseconds:N0} ms, {rowsPerSecond:N0} rows/s, "
            + $"{bytes:0.0} bytes an incident");
        _ratios[$"w6-{Ratios.Slug(what)}/rows-per-second"] = rowsPerSecond;
        _ratios[$"w6-{Ratios.Slug(what)}/bytes-per-incident"] = bytes;
    }

    private T Measure<T>(string what, Func<T> make)
    {
        var watch = Stopwatch.StartNew();
        var made = make();
        output.WriteLine($"W6 {what}: {watch.ElapsedMilliseconds:N0} ms");
        return made;
    }

    private void Measure(string what, Action make) => Measure(what, () =>
    {
        make();
        return 0;
    });

    private bool Agree(IReadOnlyList<Question> questions)
    {
        var differences = (
            from question in questions
            let expected = _engines[0].Check(question)
            from engine in _engines.Skip(1)
            where engine.Answers(question)
            let difference = expected.DifferenceFrom(engine.Check(question), engine.GivesAll)
            where difference is not null
            select $"{question.Name}: {_engines[0].Name} and {engine.Name} disagree: {difference}").ToList();
        differences.ForEach(output.WriteLine);
        output.WriteLine(differences.Count == 0
            ? $"All engines give the same numbers to all {questions.Count} questions."
            : $"{differences.Count} answers differ.");
        return differences.Count == 0;
    }
}
