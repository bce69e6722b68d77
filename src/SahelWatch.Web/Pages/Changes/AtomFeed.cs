using System.Globalization;
using System.Text;
using System.Xml;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Changes;

/// <summary>Changes as an Atom feed (RFC 4287).</summary>
internal static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    public static byte[] Write(
        ChangePage page, IncidentIndex index, FieldWords words, Text text, string siteUrl)
    {
        using var stream = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true };
        using (var xml = XmlWriter.Create(stream, settings))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
            xml.WriteElementString("title", Namespace, $"SahelWatch: {text["Changes.Title"]}");
            xml.WriteElementString("id", Namespace, $"{siteUrl}/changes");
            Link(xml, "self", $"{siteUrl}/changes.atom", "application/atom+xml");
            Link(xml, "alternate", $"{siteUrl}/changes", "text/html");
            xml.WriteElementString("updated", Namespace,
                Moment(page.Items.Count > 0 ? page.Items[0].Revision.At : index.AsOf ?? DateTime.UnixEpoch));
            xml.WriteElementString("rights", Namespace, text["Incidents.Export.Licence"]);
            foreach (var change in page.Items)
            {
                Entry(xml, change, page, index, words, text, siteUrl);
            }
            xml.WriteEndElement();
        }
        return stream.ToArray();
    }

    private static void Entry(
        XmlWriter xml,
        Change change,
        ChangePage page,
        IncidentIndex index,
        FieldWords words,
        Text text,
        string siteUrl)
    {
        var told = change.Revision;
        xml.WriteStartElement("entry", Namespace);
        xml.WriteElementString("title", Namespace, ReadableText.Of(Title(change, page, index, text)));
        xml.WriteElementString("id", Namespace, $"{siteUrl}/changes#{ChangeQuery.Cursor(told.Id)}");
        xml.WriteElementString("updated", Namespace, Moment(told.At));
        Link(xml, "alternate", siteUrl + Page(change, index), "text/html");
        xml.WriteStartElement("author", Namespace);
        xml.WriteElementString("name", Namespace, told.AuthorIn(text));
        xml.WriteEndElement();
        xml.WriteStartElement("category", Namespace);
        xml.WriteAttributeString("term", Code.Of(told.Kind));
        xml.WriteAttributeString("label", text.Of(told.Kind));
        xml.WriteEndElement();
        var fields = told.Kind == RevisionKind.Corrected && told.Changes.Count > 0
            ? $" {text["Changes.Fields", string.Join(", ", told.FieldNames.Select(words.NameOf))]}."
            : "";
        xml.WriteElementString("summary", Namespace, ReadableText.Of(told.ReasonIn(text) + fields));
        xml.WriteEndElement();
    }

    private static string Title(Change change, ChangePage page, IncidentIndex index, Text text) => change switch
    {
        { Many: { } many } => text.Count(
            change.Revision.Kind == RevisionKind.Added ? "Changes.Loaded" : "Changes.Updated", many),
        { Incident: { } incident } => text["Changes.EntryTitle", text.Of(change.Revision.Kind),
            text["Changes.IncidentTitle", incident.Number, incident.Title]],
        { Record: { } record } => text["Changes.EntryTitle", text.Of(change.Revision.Kind),
            page.Names.Record(record, index.Reference)],
        _ => text.Of(change.Revision.Kind),
    };

    private static string Page(Change change, IncidentIndex index) => change switch
    {
        { Incident: { } incident } => string.Create(CultureInfo.InvariantCulture,
            $"/incidents/{incident.Number}/history#revision-{change.Revision.Number}"),
        { Record: { } record } => RecordNames.Link(record, index.Reference) ?? "/changes",
        _ => "/changes",
    };

    private static void Link(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Moment(DateTime at) =>
        at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
