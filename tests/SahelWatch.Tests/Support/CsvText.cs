using System.Text;

namespace SahelWatch.Tests.Support;

/// <summary>RFC 4180 read again, independently of the library that writes it.</summary>
public static class CsvText
{
    public static IEnumerable<IReadOnlyList<string>> Records(string text)
    {
        var record = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (quoted && letter == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && letter is ',' or '\n' && !quoted)
            {
                record.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                if (letter == '\n')
                {
                    yield return record;
                    record = [];
                }
            }
            else if (letter != '\uFEFF')
            {
                field.Append(letter);
            }
        }
    }
}
