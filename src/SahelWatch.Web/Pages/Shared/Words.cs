using System.Globalization;
using SahelWatch.Hosting;
using SahelWatch.Incidents;

namespace SahelWatch.Pages.Shared;

/// <summary>Dates, tolls, grades and facts in the words of the request's language.</summary>
public static class Words
{
    public static DateWords Dates(this Text text, bool isShort = false) =>
        new(key => text[key], CultureInfo.CurrentUICulture, isShort);

    public static TollWords Tolls(this Text text) => new(key => text[key], CultureInfo.CurrentUICulture);

    /// <summary>What a grade's letter and figure stand for.</summary>
    public static string Of(this Text text, Grade grade) => text["Incidents.Grade.Words",
        text[$"Codes.Reliability.{grade.Reliability}"], text[$"Codes.Credibility.{grade.Credibility}"]];

    /// <summary>Language of texts that are data, for <c>lang</c>: null where the page has the same.</summary>
    public static string? DataLanguage => LanguageOf("en");

    /// <summary>A text's language, for <c>lang</c>: null where the page has the same.</summary>
    public static string? LanguageOf(string language) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == language ? null : language;
}
