using SahelWatch.Incidents;

namespace SahelWatch.Data;

internal static class ColumnLengths
{
    public const int Code = Incident.CodeLength;
    public const int CountryCode = 3;
    public const int RegionCode = 12;
    public const int Slug = 120;
    public const int Name = Incident.NameLength;
    public const int Title = Incident.TitleLength;
    public const int Text = Incident.SummaryLength;
    public const int Note = Incident.NoteLength;
    public const int PartialDate = 10;
    public const int Url = 2000;
    public const int WorkTitle = 500;
    public const int Language = 8;
    public const int Email = 256;
    public const int Sha256 = 64;
}
