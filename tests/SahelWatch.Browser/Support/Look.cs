namespace SahelWatch.Browser.Support;

/// <summary>How a visitor sees the site; <paramref name="Width"/> in CSS pixels.</summary>
public sealed record Look(string Language = "en", bool Dark = false, int Width = 1366, bool JavaScript = true)
{
    public override string ToString() => $"{Language}, {(Dark ? "dark" : "light")}, {Width} px{(JavaScript ? "" : ", no script")}";
}
