using System.IO.Pipelines;
using System.Text.Json;

namespace SahelWatch.Exporting;

/// <summary>
/// Incidents as a GeoJSON FeatureCollection (RFC 7946) with members that say what it holds. An incident whose place is
/// known no better than a district has no geometry: its point would be read as a place.
/// </summary>
public static class IncidentGeoJson
{
    private const int FlushAt = 32 * 1024;

    /// <summary>Writes features as they come; leaves the stream open.</summary>
    /// <param name="options">How the properties are named and codes written.</param>
    public static async Task WriteAsync(
        Stream stream,
        ExportHead head,
        int withoutPlace,
        IAsyncEnumerable<IncidentRecord> records,
        JsonSerializerOptions options,
        CancellationToken cancellationToken)
    {
        var pipe = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
        await using var json = new Utf8JsonWriter(pipe);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("sentence", head.Sentence);
        json.WriteString("query", head.Query);
        json.WriteString("url", head.Url);
        json.WriteNumber("total", head.Total);
        json.WriteNumber("withoutGeometry", withoutPlace);
        json.WriteString("note", "Incidents placed no better than a district have no geometry: latitude and longitude "
            + "among their properties are a point that stands for an area.");
        if (head.AsOf is { } asOf)
        {
            json.WriteString("dataAsOf", asOf);
        }
        json.WriteString("licence", head.Licence);
        json.WriteString("codebook", head.Codebook);
        json.WriteStartArray("features");
        await foreach (var record in records.WithCancellation(cancellationToken))
        {
            WriteFeature(json, record, options);
            if (pipe.UnflushedBytes > FlushAt)
            {
                await json.FlushAsync(cancellationToken);
                await pipe.FlushAsync(cancellationToken);
            }
        }
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
        await pipe.CompleteAsync();
    }

    private static void WriteFeature(Utf8JsonWriter json, IncidentRecord record, JsonSerializerOptions options)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteNumber("id", record.Number);
        if (record.HasPlace)
        {
            json.WriteStartObject("geometry");
            json.WriteString("type", "Point");
            json.WriteStartArray("coordinates");
            json.WriteNumberValue(record.Longitude);
            json.WriteNumberValue(record.Latitude);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("geometry");
        }
        json.WritePropertyName("properties");
        JsonSerializer.Serialize(json, record, options);
        json.WriteEndObject();
    }
}
