using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SahelWatch.Importing;

/// <summary>
/// Turns a seed file's bytes into rows; what does not parse is a problem with file, record and field.
/// </summary>
internal sealed class SeedParser(SeedFiles files, List<Problem> problems)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public SeedMapping? Mapping(string file)
    {
        using var document = Open(file, JsonValueKind.Object);
        return document is null ? null : Row<SeedMapping>(file, "mapping", document.RootElement);
    }

    /// <summary>The rows of a file by their unique id, which the field <paramref name="key"/> holds.</summary>
    public Dictionary<string, T> Rows<T>(string file, string key = "id") where T : class
    {
        var rows = new Dictionary<string, T>(StringComparer.Ordinal);
        using var document = Open(file, JsonValueKind.Array);
        if (document is null)
        {
            return rows;
        }
        foreach (var (index, element) in document.RootElement.EnumerateArray().Index())
        {
            var position = FormattableString.Invariant($"#{index + 1}");
            if (element.ValueKind != JsonValueKind.Object
                || !element.TryGetProperty(key, out var id)
                || id.ValueKind != JsonValueKind.String
                || string.IsNullOrWhiteSpace(id.GetString()))
            {
                problems.Add(new Problem($"{file}: {position}: {key}", null, "Required"));
                continue;
            }
            var name = id.GetString()!;
            if (Row<T>(file, name, element) is { } row && !rows.TryAdd(name, row))
            {
                problems.Add(new Problem($"{file}: {name}: {key}", name, "Unique"));
            }
        }
        return rows;
    }

    private JsonDocument? Open(string file, JsonValueKind kind)
    {
        if (!files.Files.TryGetValue(file, out var content))
        {
            problems.Add(new Problem(file, null, "FileExists"));
            return null;
        }
        try
        {
            var document = JsonDocument.Parse(content);
            if (document.RootElement.ValueKind == kind)
            {
                return document;
            }
            problems.Add(new Problem($"{file}: line 1", document.RootElement.ValueKind.ToString(), "Json", "1"));
            document.Dispose();
        }
        catch (JsonException error)
        {
            var line = ((error.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
            problems.Add(new Problem($"{file}: line {line}", null, "Json", line));
        }
        return null;
    }

    private T? Row<T>(string file, string record, JsonElement element) where T : class
    {
        try
        {
            return element.Deserialize<T>(Json);
        }
        catch (JsonException error)
        {
            var field = error.Path is { Length: > 2 } path ? path[2..] : "record";
            var top = field.Split('.', '[')[0];
            var value = element.TryGetProperty(top, out var received) ? Short(received.GetRawText()) : null;
            problems.Add(new Problem($"{file}: {record}: {field}", value, "FieldForm"));
            return null;
        }
    }

    private static string Short(string text) => text.Length <= 80 ? text : text[..80];
}
