using System.Diagnostics;
using SahelWatch.Benchmarks.Synthetic;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Benchmarks.Comparing;

/// <summary>
/// W7: edits while a reader keeps asking. An edit counts from the changed incident to the moment at which a reader of
/// the new version finds it; the reader's slowest answers are held against those of a time without edits.
/// </summary>
internal sealed class EditTrial(SyntheticSet set, IncidentIndex index, IncidentFilter asked)
{
    private const int Batch = 1_000;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly Toll Changed = new(401, 402, 403);

    private IncidentIndex _current = index;

    /// <summary>Gives the times of single edits.</summary>
    public Samples Run(TextWriter output, Ratios ratios)
    {
        var (quiet, _) = ReadWhile(edits: false);
        var (busy, edits) = ReadWhile(edits: true);
        var (batch, count) = EditMany();
        output.WriteLine($"W7 one edit visible: {Told(edits)}; {edits.Count} edits, 20 a second");
        output.WriteLine($"W7 a reader meanwhile: p99 {busy.At(0.99):0.00} ms, without edits {quiet.At(0.99):0.00} ms");
        output.WriteLine($"W7 {count:N0} edits at once visible: {batch:0.0} ms");
        ratios["w7-one-edit/ms"] = edits.Median;
        ratios["w7-one-edit/p90-ms"] = edits.P90;
        ratios["w7-reader/p99-ms"] = busy.At(0.99);
        ratios["w7-reader/p99-of-without-edits"] = busy.At(0.99) / quiet.At(0.99);
        ratios["w7-batch-of-1000/ms"] = batch;
        return edits;
    }

    /// <summary>The same edit by a peer, until its next answer has it.</summary>
    public void RunPeer(string name, Action<int> edit, TextWriter output, Ratios ratios, Samples index)
    {
        var samples = new Samples();
        for (var number = 1; number <= 20; number++)
        {
            var watch = Stopwatch.StartNew();
            edit(NumberOf(number));
            samples.Add(watch.Elapsed.TotalMilliseconds);
        }
        output.WriteLine($"W7 one edit visible, {name}: {Told(samples)}");
        ratios[$"w7-one-edit/{Ratios.Slug(name)}"] = samples.Median / index.Median;
    }

    private (Samples Reads, Samples Edits) ReadWhile(bool edits)
    {
        var reads = new Samples();
        var made = new Samples();
        using var stop = new CancellationTokenSource(Duration);
        var reader = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                var start = Stopwatch.GetTimestamp();
                Volatile.Read(ref _current).CountFacets(asked, SyntheticSet.Today);
                reads.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        });
        for (var edit = 0; !stop.IsCancellationRequested; edit++)
        {
            if (edits)
            {
                made.Add(Edit([ChangedIncident(NumberOf(edit))]));
            }
            Thread.Sleep(Pause);
        }
        reader.Wait();
        return (reads, made);
    }

    private (double Milliseconds, int Count) EditMany()
    {
        var numbers = Enumerable.Range(0, Math.Min(Batch, set.Count)).Select(NumberOf).Distinct().ToList();
        return (Edit(numbers.ConvertAll(ChangedIncident)), numbers.Count);
    }

    private double Edit(IReadOnlyCollection<Incident> incidents)
    {
        var start = Stopwatch.GetTimestamp();
        Volatile.Write(ref _current, _current.With(incidents, set.World.Reference, "edited"));
        var last = incidents.Last();
        var seen = _current[_current.RowOf(last.Number)!.Value].Deaths;
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return seen == last.Deaths && _current.Count == set.Count
            ? took
            : throw new InvalidOperationException($"The edit of incident {last.Number} is not seen.");
    }

    private Incident ChangedIncident(int number)
    {
        var reader = set.Reader();
        reader.Read(number);
        return reader.ToIncident(set.World, Changed);
    }

    /// <summary>Numbers all over the set, in no order.</summary>
    private int NumberOf(int edit) => (int)(((long)edit + 1) * 2_654_435_761 % set.Count) + 1;

    private static string Told(Samples samples) =>
        $"{samples.Median:0.00} ms ({samples.P10:0.00} to {samples.P90:0.00})";
}
