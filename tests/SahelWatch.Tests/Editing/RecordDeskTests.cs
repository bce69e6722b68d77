using Microsoft.EntityFrameworkCore;
using SahelWatch.Editing;
using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Editing;

public sealed class RecordDeskTests : IAsyncLifetime
{
    private RecordDesks desks = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => desks = await RecordDesks.OpenAsync();

    public ValueTask DisposeAsync()
    {
        desks.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Rename_is_in_the_next_view_and_in_the_history()
    {
        var before = desks.Store.Current;

        var answer = await desks.EditAsync(
            RecordKind.Actor, "jnim", ("name", "Group for Support"), ("aliases", "GSIM | UCDP\r\n GSIM2 \r\n\r\nGSIM2"));

        Assert.Equal((RecordOutcome.Saved, "jnim"), (answer.Outcome, answer.Slug));
        Assert.Equal("Group for Support", desks.Store.Current.Reference.Actor("jnim")!.Name);
        Assert.NotEqual(before.Version, desks.Store.Current.Version);
        await desks.CompareAsync("gsim2", "support");
        var state = await desks.StateAsync(RecordKind.Actor, "jnim");
        Assert.Equal("GSIM | UCDP\nGSIM2", state.Texts["aliases"]);
        Assert.Equal(2, state.Version);
        var revision = Assert.Single(state.Revisions);
        Assert.Equal(
            (1, RevisionKind.Corrected, "Awa", 1, "Because"),
            (revision.Number, revision.Kind, revision.Author, revision.AuthorId, revision.Reason));
        Assert.Equal(["aliases", "name"], revision.Changes.Select(change => change.Field).Order());
    }

    [Fact]
    public async Task Save_is_in_the_views_though_who_asked_has_left_meanwhile()
    {
        using var leaving = new CancellationTokenSource();
        var version = (await desks.StateAsync(RecordKind.Actor, "jnim")).Version;

        var answer = await desks.SaveAsync(
            new(RecordKind.Actor, "jnim", version, Texts(("name", "Group for Support")), "Because"),
            RecordDesks.Editor, leaving.Token, new AfterCommit(leaving.Cancel));

        Assert.Equal(RecordOutcome.Saved, answer.Outcome);
        Assert.True(leaving.IsCancellationRequested);
        await desks.CompareAsync();
    }

    [Fact]
    public async Task Second_save_of_one_version_gets_both_texts_and_loses_nothing()
    {
        var version = (await desks.StateAsync(RecordKind.Actor, "jnim")).Version;
        await desks.SaveAsync(new(RecordKind.Actor, "jnim", version, Texts(
            ("name", "Theirs"), ("description", "Their text")), "First"));

        var answer = await desks.SaveAsync(new(RecordKind.Actor, "jnim", version, Texts(
            ("name", "Mine"), ("acronym", "MINE")), "Second"), RecordDesks.Reviewer);

        Assert.Equal(RecordOutcome.Conflict, answer.Outcome);
        var fields = answer.Conflict!.Fields.ToDictionary(field => field.Field);
        Assert.Equal(("Mine", "Theirs", null), (fields["name"].Mine, fields["name"].Theirs, fields["name"].Taken));
        Assert.Equal(Side.Mine, fields["acronym"].Taken);
        Assert.Equal(2, answer.State!.Version);
        Assert.Equal("Theirs", (await desks.StateAsync(RecordKind.Actor, "jnim")).Texts["name"]);

        var merged = await desks.SaveAsync(new(RecordKind.Actor, "jnim", 2, Texts(
            ("name", "Mine"), ("acronym", "MINE")), "Second"), RecordDesks.Reviewer);

        var state = await desks.StateAsync(RecordKind.Actor, "jnim");
        Assert.Equal(RecordOutcome.Saved, merged.Outcome);
        Assert.Equal(["Issa", "Awa"], state.Revisions.Select(revision => revision.Author));
        Assert.Equal(("Mine", "Their text"), (state.Texts["name"], state.Texts["description"]));
    }

    [Fact]
    public async Task Saves_at_the_same_time_are_one_saved_and_the_others_in_conflict()
    {
        var version = (await desks.StateAsync(RecordKind.Source, "fn05c-ap-burkina60")).Version;

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(() => desks.SaveAsync(new(
            RecordKind.Source, "fn05c-ap-burkina60", version, Texts(("note", $"By {writer}")), "At once")))));

        Assert.Single(answers, answer => answer.Outcome == RecordOutcome.Saved);
        Assert.Equal(5, answers.Count(answer => answer.Outcome == RecordOutcome.Conflict));
        Assert.Single((await desks.StateAsync(RecordKind.Source, "fn05c-ap-burkina60")).Revisions);
    }

    [Fact]
    public async Task New_record_gets_a_key_of_its_name_that_stays()
    {
        var texts = Texts(
            ("name", "Tin-Zawatène"), ("kind", "settlement"), ("country", "MLI"), ("latitude", "19,95"),
            ("longitude", "2.97"), ("geo-precision", "exact"), ("coordinate-source", "gazetteer"));

        var first = await desks.SaveAsync(new(RecordKind.Place, null, 0, texts, "New place"));
        var second = await desks.SaveAsync(new(RecordKind.Place, null, 0, texts, "Another of that name"));
        await desks.EditAsync(RecordKind.Place, first.Slug!, ("name", "Tinzaouaten"));

        var state = await desks.StateAsync(RecordKind.Place, "tin-zawatene");
        Assert.Equal(("tin-zawatene", "tin-zawatene-2"), (first.Slug, second.Slug));
        Assert.Equal(("19.95", "ML-8"), (state.Texts["latitude"], state.Texts["region"]));
        Assert.Equal([RevisionKind.Corrected, RevisionKind.Added], state.Revisions.Select(revision => revision.Kind));
    }

    [Fact]
    public async Task Earlier_state_can_be_told_and_saved_again()
    {
        var first = await desks.StateAsync(RecordKind.PoliticalEvent, await AnEvent());
        await desks.EditAsync(RecordKind.PoliticalEvent, first.Slug, ("title", "Changed"), ("summary", "Once"));
        await desks.EditAsync(RecordKind.PoliticalEvent, first.Slug, ("title", "Changed again"), ("actors", "jnim"));
        var state = await desks.StateAsync(RecordKind.PoliticalEvent, first.Slug);

        var before = RecordHistory.Before(state.Texts, state.Revisions);
        var answer = await desks.SaveAsync(new(
            RecordKind.PoliticalEvent, first.Slug, state.Version, before, "As it was"));

        Assert.Equal(first.Texts, before);
        Assert.Equal(RecordOutcome.Saved, answer.Outcome);
        Assert.Equal(first.Texts, (await desks.StateAsync(RecordKind.PoliticalEvent, first.Slug)).Texts);
        Assert.Equal(desks.Store.Current.Reference.PoliticalEvents.Single(one => one.Slug == first.Slug).Title,
            first.Texts["title"]);
    }

    [Fact]
    public async Task Names_and_addresses_stand_for_keys_and_what_names_nothing_is_refused()
    {
        var slug = await AnEvent();
        await using var db = desks.Database.Open();
        var url = (await db.Sources.FirstAsync(source => source.Slug == "fn05c-ap-burkina60", Stop)).Url!;

        var refused = await desks.EditAsync(RecordKind.PoliticalEvent, slug, ("actors", "MINUSMA\nNobody"));
        var saved = await desks.EditAsync(RecordKind.PoliticalEvent, slug,
            ("actors", "MINUSMA\njnim"), ("sources", $"{url}?utm_source=x#top"));

        var problem = Assert.Single(refused.Problems);
        Assert.Equal(("actors", "Nobody", "KnownActor"), (problem.Field, problem.Value, problem.Expected));
        Assert.Equal(RecordOutcome.Saved, saved.Outcome);
        var state = await desks.StateAsync(RecordKind.PoliticalEvent, slug);
        Assert.Equal(("jnim\nminusma", "fn05c-ap-burkina60"), (state.Texts["actors"], state.Texts["sources"]));
    }

    [Fact]
    public async Task Bad_values_are_named_with_what_was_typed()
    {
        var answer = await desks.EditAsync(RecordKind.Actor, "jnim",
            ("name", " "), ("kind", "army"), ("active-from", "2018-13"), ("description", "x\u0000"));

        Assert.Equal(RecordOutcome.Refused, answer.Outcome);
        Assert.Equal(
            ["active-from:Date", "description:Characters", "kind:OneOf", "name:Required"],
            answer.Problems.Select(problem => $"{problem.Field}:{problem.Expected}").Order());
    }

    [Fact]
    public async Task Save_without_a_reason_or_without_a_change_saves_nothing()
    {
        var reasonless = await desks.SaveAsync(new(RecordKind.Actor, "jnim", 1, Texts(("name", "X")), "  "));
        var unchanged = await desks.EditAsync(RecordKind.Actor, "jnim");

        Assert.Equal("reason", Assert.Single(reasonless.Problems).Field);
        Assert.Equal(RecordOutcome.Unchanged, unchanged.Outcome);
        Assert.Empty((await desks.StateAsync(RecordKind.Actor, "jnim")).Revisions);
    }

    [Fact]
    public async Task Fields_that_are_the_programs_cannot_be_typed()
    {
        await desks.EditAsync(RecordKind.Actor, "jnim", ("name", "X"), ("merged-into", "aqim"), ("Version", "9"));
        await desks.EditAsync(RecordKind.Relation, await ARelation(), ("from", "minusma"), ("note", "New"));

        Assert.Null((await desks.StateAsync(RecordKind.Actor, "jnim")).Texts["merged-into"]);
        Assert.NotEqual("minusma", (await desks.StateAsync(RecordKind.Relation, await ARelation())).Texts["from"]);
    }

    [Fact]
    public async Task Editor_of_a_region_changes_no_place_outside_it()
    {
        var person = RecordDesks.Editor with { Regions = ["ML-7"] };
        await using var db = desks.Database.Open();
        var inside = await db.Places.FirstAsync(place => place.Region!.Code == "ML-7", Stop);
        var outside = await db.Places.FirstAsync(place => place.Region!.Code == "ML-5", Stop);

        var allowed = await desks.SaveAsync(
            new(RecordKind.Place, inside.Slug, 1, Texts(("note", "Seen")), "Because"), person);
        var refused = await desks.SaveAsync(
            new(RecordKind.Place, outside.Slug, 1, Texts(("note", "Seen")), "Because"), person);
        var moved = await desks.SaveAsync(
            new(RecordKind.Place, inside.Slug, 2, Texts(("latitude", "14.49"), ("longitude", "-4.2")), "Away"), person);
        var actor = await desks.SaveAsync(
            new(RecordKind.Actor, "jnim", 1, Texts(("name", "Any")), "Because"), person);

        Assert.Equal(
            [RecordOutcome.Saved, RecordOutcome.Forbidden, RecordOutcome.Forbidden, RecordOutcome.Saved],
            [allowed.Outcome, refused.Outcome, moved.Outcome, actor.Outcome]);
        Assert.Empty((await desks.StateAsync(RecordKind.Place, outside.Slug)).Revisions);
    }

    [Fact]
    public async Task Spelling_of_a_place_finds_its_incidents()
    {
        await using var db = desks.Database.Open();
        var place = (await db.Incidents.Include(incident => incident.Place).FirstAsync(Stop)).Place;

        await desks.EditAsync(RecordKind.Place, place.Slug, ("spellings", "Zzyzx-ville"));

        var found = desks.Store.Current.CountOf(new IncidentFilter { Text = "zzyzx" }, Site.Today);
        Assert.Equal(await db.Incidents.CountAsync(incident => incident.PlaceId == place.Id, Stop), found);
        await desks.CompareAsync("zzyzx");
    }

    [Fact]
    public async Task Grade_and_root_of_a_source_count_in_its_incidents()
    {
        await using var db = desks.Database.Open();
        var incident = await db.Incidents.Include(one => one.Citations).ThenInclude(one => one.Source)
            .FirstAsync(one => one.IndependentSources >= 2, Stop);
        var sources = incident.Citations.Where(one => one.Source.Reading != SourceReading.CitedOnly)
            .Select(one => one.Source).DistinctBy(Derivation.RootOf).Take(2).ToList();

        await desks.EditAsync(RecordKind.Source, sources[0].Slug, ("reliability", "E"));
        await desks.CompareAsync();
        await desks.EditAsync(RecordKind.Source, sources[0].Slug, ("derived-from", sources[1].Slug));

        await desks.CompareAsync();
        await using var after = desks.Database.Open();
        var now = await after.Incidents.Include(one => one.Revisions).SingleAsync(one => one.Id == incident.Id, Stop);
        Assert.Equal(incident.IndependentSources - 1, now.IndependentSources);
        Assert.Contains(
            now.Revisions.MaxBy(revision => revision.Number)!.Changes, change => change.Field == "independent-sources");
        var loop = await desks.EditAsync(RecordKind.Source, sources[1].Slug, ("derived-from", sources[0].Slug));
        Assert.Equal("NotItself", Assert.Single(loop.Problems).Expected);
    }

    [Fact]
    public async Task Kind_of_an_actor_decides_on_the_violence_of_its_incidents()
    {
        await using var db = desks.Database.Open();
        var stateBased = await db.Incidents.CountAsync(one => one.Violence == UcdpViolence.StateBased
            && one.Actors.Any(party => party.Actor.Slug == "jnim"), Stop);

        await desks.EditAsync(RecordKind.Actor, "jnim", ("kind", "state-forces"));

        Assert.True(await db.Incidents.CountAsync(one => one.Violence == UcdpViolence.StateBased
            && one.Actors.Any(party => party.Actor.Slug == "jnim"), Stop) < stateBased);
        await desks.CompareAsync();
    }

    private async Task<string> AnEvent()
    {
        await using var db = desks.Database.Open();
        return await db.PoliticalEvents.OrderBy(one => one.Slug).Select(one => one.Slug).FirstAsync(Stop);
    }

    private async Task<string> ARelation()
    {
        await using var db = desks.Database.Open();
        return await db.ActorRelations.OrderBy(one => one.Slug).Select(one => one.Slug).FirstAsync(Stop);
    }

    private static Dictionary<string, string?> Texts(params (string Field, string? Text)[] fields) =>
        fields.ToDictionary(field => field.Field, field => field.Text);
}
