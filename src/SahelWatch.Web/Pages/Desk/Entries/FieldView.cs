using SahelWatch.Hosting;

namespace SahelWatch.Pages.Desk.Entries;

/// <summary>One field of the form as the page shows it.</summary>
/// <param name="Name">Name of the form's property, such as <c>Parties[0].Role</c>.</param>
/// <param name="Label">Key of its label.</param>
public sealed record FieldView(string Name, string? Value, string Label)
{
    /// <summary>What a key of the label and hint is filled with.</summary>
    public string? Hint { get; init; }

    /// <summary>Type of the input; <c>area</c> for several lines, <c>select</c> for a choice.</summary>
    public string Type { get; init; } = "text";

    /// <summary>Codes and words of a choice.</summary>
    public IReadOnlyList<(string Code, string Words)> Choices { get; init; } = [];

    /// <summary>Words for no choice.</summary>
    public string? Blank { get; init; }

    public string? List { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Language of the text, where the page's is another.</summary>
    public string? Language { get; init; }

    /// <summary>What scripts know the field by.</summary>
    public string? Role { get; init; }

    /// <summary>Name that is posted.</summary>
    public string Posted => PostedOf(Name);

    public string Id => IdOf(Name);

    public static string PostedOf(string name) => name == "Reason" ? name : $"Form.{name}";

    /// <summary>Id of a field's element, from the field's name.</summary>
    public static string IdOf(string name) =>
        $"f-{name.Replace("[", "-", StringComparison.Ordinal).Replace("].", "-", StringComparison.Ordinal)
            .Replace(".", "-", StringComparison.Ordinal)}";

    /// <summary>What is wrong with a field, in words.</summary>
    public static string Words(Problem problem, Text text) => problem switch
    {
        { Expected: "Required" } => text["Entry.Problem.Required"],
        { Expected: "Cited" } => text["Entry.Problem.Cited"],
        { Expected: "Changed" } => text["Entry.Problem.Changed"],
        { Expected: "TollOrder" } => text["Entry.Problem.TollOrder"],
        { Expected: "KnownRecord" } => text["Entry.Problem.KnownRecord", problem.Value],
        _ when problem.Value is null =>
            text["Entry.Problem.Missing", text[$"Problems.{problem.Expected}", [.. problem.Arguments]]],
        _ => text[
            "Entry.Problem.Received", problem.Value, text[$"Problems.{problem.Expected}", [.. problem.Arguments]]],
    };

    /// <summary>A field in words: <c>Citations[1].Url</c> is "Source 2: Web address".</summary>
    public static string LabelOf(string name, Text text)
    {
        var parts = name.Split('[', ']');
        if (parts.Length < 3)
        {
            return text[$"Entry.Field.{name}"];
        }
        var number = int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) + 1;
        return text[$"Entry.{parts[0]}.Numbered", number, text[$"Entry.{parts[0]}{parts[2].TrimStart('.')}"]];
    }
}
