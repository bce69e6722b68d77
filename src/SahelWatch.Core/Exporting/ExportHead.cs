namespace SahelWatch.Exporting;

/// <summary>What a file of a filtered view says about itself.</summary>
/// <param name="Sentence">The filter in words.</param>
/// <param name="Query">The canonical query string, relative dates made absolute.</param>
/// <param name="Url">Address of the view that shows the same rows.</param>
/// <param name="Total">Rows in the file.</param>
/// <param name="AsOf">When an incident last changed, UTC.</param>
/// <param name="Licence">Terms and whom to cite.</param>
/// <param name="Codebook">Address of the description of columns and codes.</param>
public sealed record ExportHead(
    string Sentence, string Query, string Url, int Total, DateTime? AsOf, string Licence, string Codebook);
