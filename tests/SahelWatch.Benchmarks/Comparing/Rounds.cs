using System.Diagnostics;

namespace SahelWatch.Benchmarks.Comparing;

/// <summary>
/// Asks all engines all questions in turn, round after round, so that a slow spell of the machine meets them all. The
/// first of several runs at a stretch finds the caches full of another engine's data and is not counted.
/// </summary>
internal sealed class Rounds(IReadOnlyList<Engine> engines, IReadOnlyList<Question> questions, int rounds)
{
    private const double WarmUpMilliseconds = 250;
    private const int WarmUpRuns = 60;
    private const double StretchMilliseconds = 25;
    private const int StretchRuns = 12;

    /// <summary>A slow engine is asked a question no longer than this, but three times at least.</summary>
    private const double Patience = 6_000;

    private readonly Dictionary<(string Engine, string Question), Samples> _samples = [];

    public Samples? Of(string engine, Question question) => _samples.GetValueOrDefault((engine, question.Name));

    public void Run(TextWriter progress)
    {
        foreach (var (engine, question) in Pairs(0))
        {
            _samples[(engine.Name, question.Name)] = new Samples();
            WarmUp(engine, question);
        }
        for (var round = 0; round < rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            foreach (var (engine, question) in Pairs(round))
            {
                var samples = _samples[(engine.Name, question.Name)];
                if (samples.Count < 3 || samples.Sum < Patience)
                {
                    Stretch(engine, question, samples);
                }
            }
            progress.WriteLine($"round {round + 1} of {rounds}: {watch.Elapsed.TotalSeconds:0.0} s");
        }
    }

    /// <summary>Every round begins with another engine.</summary>
    private IEnumerable<(Engine Engine, Question Question)> Pairs(int round) =>
        from question in questions
        from turn in Enumerable.Range(0, engines.Count)
        let engine = engines[(turn + round) % engines.Count]
        where engine.Answers(question)
        select (engine, question);

    private static void WarmUp(Engine engine, Question question)
    {
        var watch = Stopwatch.StartNew();
        for (var run = 0; run < WarmUpRuns && watch.Elapsed.TotalMilliseconds < WarmUpMilliseconds; run++)
        {
            Time(engine, question);
        }
    }

    private static void Stretch(Engine engine, Question question, Samples samples)
    {
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var first = Time(engine, question);
        var (runs, sum) = (1, first);
        for (; runs < StretchRuns && sum < StretchMilliseconds; runs++)
        {
            var time = Time(engine, question);
            samples.Add(time);
            sum += time;
        }
        samples.Allocated = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / runs;
        if (runs == 1)
        {
            samples.Add(first);
        }
    }

    private static double Time(Engine engine, Question question)
    {
        engine.Prepare(question);
        var start = Stopwatch.GetTimestamp();
        engine.Answer(question);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
