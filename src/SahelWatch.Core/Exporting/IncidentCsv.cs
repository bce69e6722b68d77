using System.Globalization;
using CsvHelper;
using SahelWatch.Incidents;

namespace SahelWatch.Exporting;

/// <summary>
/// Incidents as CSV (RFC 4180, UTF-8 with byte order mark so that Excel reads the accents). The first
/// <see cref="HeadLines"/> lines are quoted single fields that begin with "# " and say what the file holds; the column
/// names follow. Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers.
/// Several values of one cell are parted by "; ".
/// </summary>
public static class IncidentCsv
{
    public const int HeadLines = 6;

    private static readonly Column[] Columns =
    [
        new("number", (csv, record) => csv.WriteField(record.Number)),
        new("url", (csv, record) => csv.WriteField(record.Url)),
        new("starts_on", (csv, record) => Day(csv, record.StartsOn)),
        new("ends_on", (csv, record) => Day(csv, record.EndsOn)),
        new("date_precision", (csv, record) => csv.WriteField(Code.Of(record.DatePrecision))),
        new("first_reported_on", (csv, record) => Day(csv, record.FirstReportedOn)),
        new("type", (csv, record) => csv.WriteField(Code.Of(record.Type))),
        new("sub_type", (csv, record) => csv.WriteField(Code.Of(record.SubType))),
        new("ucdp_violence", (csv, record) => csv.WriteField(record.Violence is { } kind ? Code.Of(kind) : null)),
        new("country", (csv, record) => csv.WriteField(record.Country)),
        new("country_name", (csv, record) => csv.WriteField(record.CountryName)),
        new("region", (csv, record) => csv.WriteField(record.Region)),
        new("region_name", (csv, record) => csv.WriteField(record.RegionName)),
        new("source_region_name", (csv, record) => csv.WriteField(record.SourceRegionName)),
        new("place", (csv, record) => csv.WriteField(record.Place)),
        new("latitude", (csv, record) => csv.WriteField(record.Latitude)),
        new("longitude", (csv, record) => csv.WriteField(record.Longitude)),
        new("geo_precision", (csv, record) => csv.WriteField(Code.Of(record.GeoPrecision))),
        new("coordinate_source", (csv, record) => csv.WriteField(Code.Of(record.CoordinateSource))),
        .. Enum.GetValues<ActorRole>().Select(role => new Column(
            $"actors_{Code.Of(role).Replace('-', '_')}",
            (csv, record) => csv.WriteField(Joined(record.Actors.Where(party => party.Role == role)
                .Select(party => $"{party.Name} ({Code.Of(party.Attribution)})"))))),
        new("deaths_low", (csv, record) => csv.WriteField(record.Deaths.Low)),
        new("deaths_best", (csv, record) => csv.WriteField(record.Deaths.Best)),
        new("deaths_high", (csv, record) => csv.WriteField(record.Deaths.High)),
        new("civilian_deaths", (csv, record) => csv.WriteField(record.CivilianDeaths)),
        new("assailant_deaths", (csv, record) => csv.WriteField(record.AssailantDeaths)),
        new("deaths_note", (csv, record) => csv.WriteField(record.DeathsNote)),
        new("injured_low", (csv, record) => csv.WriteField(record.Injured.Low)),
        new("injured_best", (csv, record) => csv.WriteField(record.Injured.Best)),
        new("injured_high", (csv, record) => csv.WriteField(record.Injured.High)),
        new("injured_note", (csv, record) => csv.WriteField(record.InjuredNote)),
        new("checked", (csv, record) => csv.WriteField(record.Checked ? "yes" : "no")),
        new("citations", (csv, record) => csv.WriteField(record.Citations)),
        new("independent_sources", (csv, record) => csv.WriteField(record.IndependentSources)),
        new("best_grade", (csv, record) => csv.WriteField(record.BestGrade)),
        new("tactics", (csv, record) => csv.WriteField(Joined(record.Tactics))),
        new("targets", (csv, record) => csv.WriteField(Joined(record.Targets))),
        new("source_urls", (csv, record) => csv.WriteField(Joined(record.SourceUrls))),
        new("title", (csv, record) => csv.WriteField(record.Title)),
        new("summary", (csv, record) => csv.WriteField(record.Summary)),
        new("place_withheld", (csv, record) => csv.WriteField(record.PlaceWithheld ? "yes" : "no")),
    ];

    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with
    {
        Injection = CsvInjection.Escape,
        WriteByteOrderMark = true,
        ValidateFieldCount = false,
    };

    public static IEnumerable<string> ColumnNames => Columns.Select(column => column.Name);

    /// <summary>Writes head, column names and rows as they come; leaves the stream open.</summary>
    public static async Task WriteAsync(
        Stream stream,
        ExportHead head,
        IAsyncEnumerable<IncidentRecord> records,
        CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        foreach (var line in Head(head))
        {
            csv.WriteField($"# {line}", CsvQuoting.Always);
            await csv.EndRecordAsync(cancellationToken);
        }
        foreach (var column in Columns)
        {
            csv.WriteField(column.Name);
        }
        await csv.EndRecordAsync(cancellationToken);
        await foreach (var record in records.WithCancellation(cancellationToken))
        {
            foreach (var column in Columns)
            {
                column.Write(csv, record);
            }
            await csv.EndRecordAsync(cancellationToken);
        }
        await csv.FlushAsync(cancellationToken);
    }

    internal static IEnumerable<string> Head(ExportHead head) =>
    [
        $"SahelWatch: {head.Sentence}",
        $"filter: {(head.Query.Length == 0 ? "none" : head.Query)} (view: {head.Url})",
        string.Create(CultureInfo.InvariantCulture, $"incidents: {head.Total}"),
        string.Create(CultureInfo.InvariantCulture, $"data as of: {head.AsOf:yyyy-MM-dd'T'HH:mm:ss'Z'}"),
        $"licence: {head.Licence}",
        $"columns and codes: {head.Codebook}; the column names stand on line {HeadLines + 1}",
    ];

    private static void Day(CsvWriter csv, DateOnly? day) =>
        csv.WriteField(day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static string Joined(IEnumerable<string> values) => string.Join("; ", values);

    private sealed record Column(string Name, Action<CsvWriter, IncidentRecord> Write);
}
