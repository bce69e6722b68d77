using System.Globalization;

namespace SahelWatch.Incidents;

/// <summary>
/// The Admiralty grade of one citation: source reliability A (completely reliable) to E (unreliable), F cannot be
/// judged; information credibility 1 (confirmed by other independent sources) to 5 (improbable), 6 cannot be judged.
/// F and 6 mean unknown, not worst: they satisfy no "at least".
/// </summary>
public readonly record struct Grade(char Reliability, int Credibility)
{
    public static readonly Grade Unknown = new('F', 6);

    public bool IsKnown => Reliability != 'F' || Credibility != 6;

    /// <summary>
    /// The best of some grades: by reliability, then credibility, a judged one before one that is not; null of none.
    /// </summary>
    public static Grade? Best(ReadOnlySpan<Grade> grades)
    {
        Grade? best = null;
        foreach (var grade in grades)
        {
            if (best is not { } known
                || (grade.Reliability, grade.Credibility).CompareTo((known.Reliability, known.Credibility)) < 0)
            {
                best = grade;
            }
        }
        return best;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Reliability}{Credibility}");

    /// <summary>Reads <c>B2</c>, or <c>B</c> alone, which asks for no credibility (6).</summary>
    public static bool TryParse(string text, out Grade grade)
    {
        grade = Unknown;
        if (text.Length is 0 or > 2 || text[0] is < 'A' or > 'F' || (text.Length == 2 && text[1] is < '1' or > '6'))
        {
            return false;
        }
        grade = new Grade(text[0], text.Length == 2 ? text[1] - '0' : 6);
        return true;
    }

    /// <summary>
    /// Whether this grade is at least as good as <paramref name="least"/>; a 6 or F there asks nothing.
    /// </summary>
    public bool IsAtLeast(Grade least) =>
        (least.Reliability == 'F' || Reliability <= least.Reliability)
        && (least.Credibility == 6 || Credibility <= least.Credibility);
}
