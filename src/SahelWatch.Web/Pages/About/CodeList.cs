using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Pages.About;

/// <summary>One list of codes as the codebook shows it.</summary>
/// <param name="Id">Start of the anchors: the filter key, where the filter asks for this list.</param>
/// <param name="Name">Name of the list in the string resources.</param>
public sealed record CodeList(string Id, string Name, IReadOnlyList<CodeEntry> Entries)
{
    public bool HasDefinitions => Entries.Any(entry => entry.Definition is not null);

    public bool HasCounts => Entries.Any(entry => entry.Incidents is not null);

    public bool HasForeign => Entries.Any(entry => entry.Ucdp is not null || entry.Acled is not null);

    /// <summary>The list of an enum, in its own order.</summary>
    public static CodeList Of<T>(
        string id, Text text, bool isDefined, Func<string, Counted>? count = null,
        Func<T, (string? Ucdp, string? Acled)>? foreign = null) where T : struct, Enum =>
        new(id, typeof(T).Name,
        [
            .. Enum.GetValues<T>().Select(value => new CodeEntry(
                Code.Of(value),
                text.Of(value),
                isDefined ? text[$"Codebook.{typeof(T).Name}.{Code.Of(value)}"] : null,
                count?.Invoke(Code.Of(value)),
                foreign?.Invoke(value).Ucdp,
                foreign?.Invoke(value).Acled)),
        ]);

    /// <summary>A list that is kept as strings.</summary>
    public static CodeList Of(
        string id, string name, IEnumerable<string> codes, Text text, bool isDefined,
        Func<string, Counted>? count = null) =>
        new(id, name,
        [
            .. codes.Select(code => new CodeEntry(
                code,
                text[$"Codes.{name}.{code}"],
                isDefined ? text[$"Codebook.{name}.{code}"] : null,
                count?.Invoke(code),
                null,
                null)),
        ]);
}

/// <summary>One code.</summary>
/// <param name="Incidents">Incidents that carry it; null where the filter cannot ask for it.</param>
/// <param name="Ucdp">Code in UCDP GED.</param>
/// <param name="Acled">Code in ACLED.</param>
public sealed record CodeEntry(
    string Code, string Name, string? Definition, Counted? Incidents, string? Ucdp, string? Acled);
