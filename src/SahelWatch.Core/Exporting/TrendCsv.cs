using System.Globalization;
using CsvHelper;
using SahelWatch.Incidents;
using SahelWatch.Trends;

namespace SahelWatch.Exporting;

/// <summary>
/// A trend as CSV, one line for each bucket and series, with the same head as <see cref="IncidentCsv"/>. Lines whose
/// <c>split</c> is <c>none</c> count every incident once; the lines of a split follow, zeros included.
/// </summary>
public static class TrendCsv
{
    public static readonly IReadOnlyList<string> ColumnNames =
    [
        "split", "series", "series_name", "bucket", "first_day", "last_day", "partial", "incidents", "deaths_low",
        "deaths_best", "deaths_high", "incidents_without_toll",
    ];

    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with
    {
        Injection = CsvInjection.Escape,
        WriteByteOrderMark = true,
        ValidateFieldCount = false,
    };

    /// <summary>Writes the whole file; leaves the stream open.</summary>
    /// <param name="name">A series' name in the reader's language.</param>
    public static async Task WriteAsync(
        Stream stream,
        ExportHead head,
        Trend trend,
        Func<TrendSeries, string> name,
        CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        foreach (var line in IncidentCsv.Head(head))
        {
            csv.WriteField($"# {line}", CsvQuoting.Always);
            await csv.EndRecordAsync(cancellationToken);
        }
        foreach (var column in ColumnNames)
        {
            csv.WriteField(column);
        }
        await csv.EndRecordAsync(cancellationToken);
        var all = new TrendSeries([], trend.Filter, trend.Totals, trend.Total);
        await WriteAsync(csv, trend, TrendSplit.None, all, name(all), cancellationToken);
        foreach (var series in trend.Split == TrendSplit.None ? [] : trend.Series)
        {
            await WriteAsync(csv, trend, trend.Split, series, name(series), cancellationToken);
        }
        await csv.FlushAsync(cancellationToken);
    }

    private static async Task WriteAsync(
        CsvWriter csv,
        Trend trend,
        TrendSplit split,
        TrendSeries series,
        string name,
        CancellationToken cancellationToken)
    {
        for (var i = 0; i < trend.Buckets.Count; i++)
        {
            var (bucket, figure) = (trend.Buckets[i], series.Figures[i]);
            csv.WriteField(Code.Of(split));
            csv.WriteField(string.Join(' ', series.Values));
            csv.WriteField(name);
            csv.WriteField(bucket.Code);
            csv.WriteField(Day(bucket.First));
            csv.WriteField(Day(bucket.Last));
            csv.WriteField(trend.IsPartial(bucket) ? "yes" : "no");
            csv.WriteField(figure.Incidents);
            csv.WriteField(figure.Low);
            csv.WriteField(figure.Best);
            csv.WriteField(figure.High);
            csv.WriteField(figure.WithoutToll);
            await csv.EndRecordAsync(cancellationToken);
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
