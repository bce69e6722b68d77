using System.Globalization;

namespace SahelWatch.Benchmarks.Comparing;

/// <summary>What a run at a million incidents is to show, each goal with what was measured.</summary>
internal static class Goals
{
    /// <summary>With fewer, all that is streamed fits into the caches, and the ratios say little.</summary>
    public const int Incidents = 1_000_000;

    private static readonly (string Told, string[] Names, double Least, double Most)[] All =
    [
        ("W1 within 2 x streaming", ["w1-narrow/of-streaming", "w1-broad/of-streaming", "w1-open/of-streaming"], 0, 2),
        ("W1 broad, DuckDB needs 12 x", ["w1-broad/duckdb"], 12, double.MaxValue),
        ("W1 broad, SQLite needs 150 x", ["w1-broad/sqlite"], 150, double.MaxValue),
        ("W2 within 3 x streaming", ["w2-narrow/of-streaming", "w2-broad/of-streaming", "w2-open/of-streaming"], 0, 3),
        ("W2 broad, DuckDB needs 10 x", ["w2-broad/duckdb"], 10, double.MaxValue),
        ("W2 broad, SQLite needs 100 x", ["w2-broad/sqlite"], 100, double.MaxValue),
        ("W3 broad zoom 6, DuckDB needs 5 x", ["w3-broad-zoom-6/duckdb"], 5, double.MaxValue),
        ("W3 broad zoom 6, SQLite needs 100 x", ["w3-broad-zoom-6/sqlite"], 100, double.MaxValue),
        ("W3 broad zoom 6, supercluster needs 80 x", ["w3-broad-zoom-6/supercluster"], 80, double.MaxValue),
        ("W4 under 1 ms", ["w4-*/ms"], 0, 1),
        ("W5 under 5 ms", ["w5-*/ms"], 0, 5),
        ("W6 a million rows/s", ["w6-index-with-text/rows-per-second"], 1_000_000, double.MaxValue),
        ("W7 an edit visible within 20 ms", ["w7-one-edit/ms"], 0, 20),
        ("Memory with text, 150 bytes", ["w6-index-with-text/bytes-per-incident"], 0, 150),
        ("Memory without text, 60 bytes", ["w6-index-without-text/bytes-per-incident"], 0, 60),
    ];

    public static void Write(Ratios ratios, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("Goals, set for 1,000,000 incidents on a quiet machine of two cores:");
        foreach (var (told, names, least, most) in All)
        {
            var values = names.SelectMany(ratios.Matching).Where(double.IsFinite).ToList();
            var isMet = values.TrueForAll(value => value >= least && value <= most);
            var measured = string.Join(", ", values.Select(Short));
            output.WriteLine(values.Count == 0
                ? $"  -      {told}: not measured"
                : $"  {(isMet ? "met" : "MISSED"),-6} {told}: {measured}");
        }
    }

    private static string Short(double value) =>
        value.ToString(value < 10 ? "0.00" : value < 1000 ? "0" : "N0", CultureInfo.InvariantCulture);
}
