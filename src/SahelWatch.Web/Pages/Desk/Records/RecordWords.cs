using SahelWatch.Editing;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Desk.Records;

/// <summary>Texts of fields as people read them: codes named, lists and keys as they are.</summary>
public static class RecordWords
{
    public static string? Words(this Text text, RecordField? field, string? value, Reference reference) =>
        value is null || field is null ? value : field.Shape switch
        {
            FieldShape.Choice when field.ChoiceList is { } list && field.Choices.Contains(value) =>
                field.Name == "reliability" ? $"{value} · {text[$"Codes.{list}.{value}"]}" : text[$"Codes.{list}.{value}"],
            FieldShape.Country => CountryNames.Of(reference, value),
            _ when field.Name == "region" && reference.Region(value) is { } region =>
                $"{value} · {Geography.Named.NameIn(region, System.Globalization.CultureInfo.CurrentUICulture)}",
            _ => value,
        };
}
