namespace SahelWatch.Editing;

/// <summary>One field of a form, as text and as something that can be taken over from another form.</summary>
/// <param name="Name">Name of the property of <see cref="EntryForm"/>.</param>
/// <param name="Text">The field as text, parts of a list a line each; null where it is empty.</param>
/// <param name="Take">Gives the second form with this field of the first.</param>
public sealed record EntryField(
    string Name, Func<EntryForm, string?> Text, Func<EntryForm, EntryForm, EntryForm> Take);
