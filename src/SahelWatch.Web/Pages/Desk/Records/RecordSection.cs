using System.Globalization;
using SahelWatch.Editing;
using SahelWatch.Pages.Shared;

namespace SahelWatch.Pages.Desk.Records;

/// <summary>Where each kind of record is kept: <c>/desk/actors</c> and its neighbours.</summary>
public static class RecordSection
{
    public const string Route = "/desk/{section:regex(^(actors|relations|places|events|sources)$)}";

    public static readonly IReadOnlyDictionary<RecordKind, string> Names = new Dictionary<RecordKind, string>
    {
        [RecordKind.Actor] = "actors",
        [RecordKind.Relation] = "relations",
        [RecordKind.Place] = "places",
        [RecordKind.PoliticalEvent] = "events",
        [RecordKind.Source] = "sources",
    };

    public static RecordKind KindOf(string section) => Names.Single(pair => pair.Value == section).Key;

    public static string ListOf(RecordKind kind) => $"/desk/{Names[kind]}";

    public static string PathOf(RecordKind kind, string slug) => $"/desk/{Names[kind]}/{Uri.EscapeDataString(slug)}";

    public static string HistoryOf(RecordKind kind, string slug) => $"{PathOf(kind, slug)}/history";

    /// <summary>Where the copies of a source's page are kept.</summary>
    public static string CopiesOf(string slug) => $"{PathOf(RecordKind.Source, slug)}/copies";

    /// <summary>Where readers see the record; null where they see it only with incidents.</summary>
    public static string? PublicOf(RecordKind kind, string slug, IReadOnlyDictionary<string, string?> texts) =>
        kind switch
        {
            RecordKind.Actor => $"/actors/{slug}",
            RecordKind.Relation => $"/actors/{texts["from"]}",
            RecordKind.PoliticalEvent => $"/calendar#{slug}",
            _ => null,
        };

    /// <summary>Language of a record's title, for <c>lang</c>; null where that is a name or the page has the same.</summary>
    public static string? LanguageOf(RecordKind kind, IReadOnlyDictionary<string, string?> texts) => kind switch
    {
        RecordKind.Actor or RecordKind.Place => null,
        RecordKind.Source => Words.LanguageOf(texts.GetValueOrDefault("language") ?? "en"),
        _ => Words.DataLanguage,
    };

    /// <summary>What a record is called, in the reader's language where it has a name in it.</summary>
    public static string TitleOf(RecordKind kind, string slug, IReadOnlyDictionary<string, string?> texts) =>
        kind switch
        {
            RecordKind.Actor when CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" =>
                texts["name-fr"] ?? texts["name"],
            RecordKind.Actor or RecordKind.Place => texts["name"],
            RecordKind.PoliticalEvent => texts["title"],
            RecordKind.Source => texts["title"] ?? texts["publisher"] ?? texts["url"],
            _ => texts["statement"],
        } ?? slug;
}
