using CsCheck;
using SahelWatch.Editing;

namespace SahelWatch.Tests.Editing;

public sealed class EntryMergeTests
{
    private static readonly Gen<string?> Word = Gen.Int[0, 3].Select(one => one == 0 ? null : "abc"[(one - 1)..one]);

    private static readonly Gen<IReadOnlyList<string>> Words =
        Gen.Int[0, 2].Select(count => (IReadOnlyList<string>)[.. new[] { "a", "b" }.Take(count)]);

    private static readonly Gen<EntryForm> Forms =
        from title in Word
        from low in Word
        from tactics in Words
        from actor in Word
        from fact in Words
        select new EntryForm
        {
            Title = title,
            DeathsLow = low,
            Tactics = tactics,
            Parties = actor is null ? [] : [new EntryParty { Actor = actor }],
            Citations = fact.Count == 0 ? [] : [new EntryCitation { Url = "u", Supports = fact }],
        };

    [Fact]
    public void Every_field_of_a_form_can_be_told_and_taken_over()
    {
        var names = typeof(EntryForm).GetProperties().Select(property => property.Name);

        Assert.Equal(names.Order(), EntryFields.All.Select(field => field.Name).Order());
        foreach (var property in typeof(EntryForm).GetProperties())
        {
            var form = new EntryForm();
            property.SetValue(form, property.PropertyType switch
            {
                var type when type == typeof(string) => "x",
                var type when type == typeof(IReadOnlyList<string>) => (string[])["x"],
                var type when type == typeof(IReadOnlyList<EntryParty>) => (EntryParty[])[new() { Actor = "x" }],
                _ => (EntryCitation[])[new() { Url = "x" }],
            });

            var change = Assert.Single(EntryFields.Differences(null, form));
            Assert.Equal(property.Name, change.Field);
            Assert.NotNull(change.After);
            var field = EntryFields.All.Single(one => one.Name == property.Name);
            Assert.Equal(property.GetValue(form), property.GetValue(field.Take(form, new EntryForm())));
        }
    }

    [Fact]
    public void Every_part_of_a_row_is_told()
    {
        foreach (var property in typeof(EntryParty).GetProperties())
        {
            var party = new EntryParty();
            property.SetValue(party, "x");
            Assert.NotEmpty(EntryFields.Differences(
                new EntryForm { Parties = [new EntryParty()] }, new EntryForm { Parties = [party] }));
        }
        foreach (var property in typeof(EntryCitation).GetProperties())
        {
            var citation = new EntryCitation();
            property.SetValue(citation, property.PropertyType == typeof(string) ? "x" : (string[])["x"]);
            Assert.NotEmpty(EntryFields.Differences(
                new EntryForm { Citations = [new EntryCitation()] }, new EntryForm { Citations = [citation] }));
        }
    }

    [Fact]
    public void Merge_keeps_what_either_changed_and_asks_where_both_did() =>
        Gen.Select(Forms, Forms, Forms).Sample((before, mine, theirs) =>
        {
            var merged = EntryMerge.TakeUntouched(before, mine, theirs);

            foreach (var field in EntryFields.All)
            {
                var (old, my, their) = (field.Text(before), field.Text(mine), field.Text(theirs));
                Assert.Equal(my == old ? their : my, field.Text(merged));
            }
            Assert.Equal(
                EntryFields.All
                    .Where(field => field.Text(mine) != field.Text(theirs)
                        && field.Text(mine) != field.Text(before) && field.Text(theirs) != field.Text(before))
                    .Select(field => field.Name),
                EntryMerge.Compare(before, mine, theirs).Where(one => one.IsConflict).Select(one => one.Field.Name));
        });

    [Fact]
    public void Merge_of_one_side_alone_is_that_side() => Gen.Select(Forms, Forms).Sample((before, changed) =>
    {
        Assert.Empty(EntryFields.Differences(changed, EntryMerge.TakeUntouched(before, changed, before)));
        Assert.Empty(EntryFields.Differences(changed, EntryMerge.TakeUntouched(before, before, changed)));
    });
}
