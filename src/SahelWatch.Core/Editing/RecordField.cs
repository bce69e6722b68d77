namespace SahelWatch.Editing;

/// <summary>One field of a record's form: what may be typed in it.</summary>
/// <param name="Most">Letters at most; of lists, of one entry.</param>
public sealed record RecordField(string Name, FieldShape Shape, int Most)
{
    public bool IsRequired { get; init; }

    /// <summary>The codes that a choice is made from.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>
    /// The code list's name, for the words of the choices; null where the codes speak for themselves.
    /// </summary>
    public string? ChoiceList { get; init; }

    /// <summary>The kind of record that the keys name.</summary>
    public RecordKind? Refers { get; init; }

    /// <summary>Who writes it.</summary>
    public FieldWriter Writer { get; init; }

    public bool IsList => Shape is FieldShape.Lines or FieldShape.Aliases or FieldShape.Keys;
}

/// <summary>What kind of text a field holds.</summary>
public enum FieldShape
{
    /// <summary>One line.</summary>
    Line,

    /// <summary>Text of several lines.</summary>
    Text,

    /// <summary>One entry a line.</summary>
    Lines,

    /// <summary>One name a line, each with the dataset that uses it where one does.</summary>
    Aliases,

    /// <summary>A code of a list.</summary>
    Choice,

    /// <summary>ISO 3166-1 alpha-3.</summary>
    Country,

    /// <summary>A date known to the year, month or day.</summary>
    PartialDate,

    Day,

    /// <summary>Degrees north.</summary>
    Latitude,

    /// <summary>Degrees east.</summary>
    Longitude,

    /// <summary>An http or https address.</summary>
    Url,

    /// <summary>Key of another record.</summary>
    Key,

    /// <summary>Keys of other records, one a line.</summary>
    Keys,
}

/// <summary>Who writes a field.</summary>
public enum FieldWriter
{
    Editor,

    /// <summary>The editor, when the record is made; it stays afterwards.</summary>
    EditorOnce,

    /// <summary>The program: it follows from others, comes with the embedded set, or from a merge.</summary>
    Program,
}
