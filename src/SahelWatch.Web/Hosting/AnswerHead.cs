using System.Text.Json.Serialization;

namespace SahelWatch.Hosting;

/// <summary>
/// What every answer of the API that is about a filter begins with, under the same names. The answers derive from it;
/// only the entries that a list is asked for are called <c>items</c>, other lists are named for what they hold.
/// </summary>
/// <param name="Total">Incidents that the answer is about: those which <paramref name="Query"/> selects.</param>
/// <param name="Sentence">The filter in words.</param>
/// <param name="Query">The canonical query string, relative dates made absolute.</param>
/// <param name="DataAsOf">When an incident last changed, UTC.</param>
public record AnswerHead(
    [property: JsonPropertyOrder(-1)] int Total,
    [property: JsonPropertyOrder(-1)] string Sentence,
    [property: JsonPropertyOrder(-1)] string Query,
    [property: JsonPropertyOrder(-1)] DateTime? DataAsOf);
