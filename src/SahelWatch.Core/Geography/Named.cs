using System.Globalization;
using SahelWatch.Actors;
using SahelWatch.Incidents;

namespace SahelWatch.Geography;

/// <summary>Names of places, actors and collections in the reader's language: French, or else English.</summary>
public static class Named
{
    public static string NameIn(this Country country, CultureInfo culture) =>
        IsFrench(culture) ? country.NameFr : country.NameEn;

    public static string NameIn(this Region region, CultureInfo culture) =>
        IsFrench(culture) ? region.NameFr : region.NameEn;

    public static string NameIn(this Actor actor, CultureInfo culture) =>
        IsFrench(culture) ? actor.NameFr ?? actor.Name : actor.Name;

    /// <summary>The acronym, or the name where there is none.</summary>
    public static string ShortNameIn(this Actor actor, CultureInfo culture) => actor.Acronym ?? actor.NameIn(culture);

    public static string TitleIn(this Collection collection, CultureInfo culture) =>
        IsFrench(culture) ? collection.TitleFr : collection.TitleEn;

    public static string NoteIn(this Collection collection, CultureInfo culture) =>
        IsFrench(culture) ? collection.NoteFr : collection.NoteEn;

    private static bool IsFrench(CultureInfo culture) => culture.TwoLetterISOLanguageName == "fr";
}
