using System.Globalization;
using System.Reflection;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.Changes;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Pages.Changes;

public sealed class FieldWordsTests
{
    [Fact]
    public void Every_field_of_incidents_is_known()
    {
        var fields = IncidentFields.Of(Repository.Set.Incidents[0]).Select(field => field.Field).ToList();

        Assert.NotEmpty(fields);
        Assert.Empty(fields.Except(FieldWords.Fields));
    }

    [Fact]
    public void Every_field_of_other_records_is_known()
    {
        var of = typeof(Incident).Assembly.GetType("SahelWatch.Editing.RecordFields")?
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method is { Name: "Of" }
                && method.GetParameters()[0].ParameterType is { IsClass: true }).ToList();
        Assert.SkipWhen(of is null, "Other records have no fields yet.");
        object[] records =
        [
            Repository.Set.Actors[0], Repository.Set.Relations[0], Repository.Set.Places[0],
            Repository.Set.PoliticalEvents[0], Repository.Set.Sources[0],
        ];
        foreach (var record in records)
        {
            var method = of!.Single(one => one.GetParameters()[0].ParameterType == record.GetType());
            var fields = (IReadOnlyList<(string Field, string? Text)>)method.Invoke(null, [record])!;
            Assert.NotEmpty(fields);
            Assert.Empty(fields.Select(field => field.Field).Except(FieldWords.Fields));
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void Every_field_has_a_name(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        var text = new Text();

        Assert.All(FieldWords.Fields, field => Assert.NotEmpty(text[$"Changes.Field.{field}"]));
    }
}
