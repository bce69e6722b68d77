using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Benchmarks.Comparing;
using SahelWatch.Editing;
using SahelWatch.Hosting;
using SahelWatch.Pages.Desk.Entries;

namespace SahelWatch.Benchmarks.Editing;

/// <summary>
/// The verb desk: how long people of the desk wait for the published application, with all incidents in the index and
/// 50,000 places and sources. It works on a copy, which goes again.
/// </summary>
internal sealed partial class DeskTrial(Options options, TextWriter output)
{
    private const int Writers = 50;
    private const int SavesEach = 40;
    private const int Entries = 100;
    private const int Pages = 30;
    private const int Waiting = 30;
    private const double Publishing = 100;
    private const double LookingUp = 20;
    private const double Showing = 200;
    private const double Starving = 5000;

    private readonly DeskFigures _figures = new(output);
    private readonly Random _random = new(1);
    private PublishedSite _site = null!;
    private DeskStage _stage = null!;
    private DeskClient _editor = null!;
    private DeskClient _reviewer = null!;
    private int _made;

    /// <summary>0, or 1 where a goal was missed.</summary>
    /// <exception cref="IOException">The file is not there.</exception>
    public async Task<int> RunAsync(string path, string? published)
    {
        if (!File.Exists(path))
        {
            throw new IOException($"{path} is not there; the verb make makes it.");
        }
        using var folder = new TemporaryFolder();
        var copy = folder.File("desk.db");
        File.Copy(path, copy);
        if (published is null)
        {
            published = folder.File("published");
            PublishedSite.Publish(AppFolders.Resolve("src/SahelWatch.Web"), published);
        }
        await using var stage = _stage = await DeskStage.SetAsync(copy);
        var (editor, reviewer) = (
            await stage.SignInAsync("Editor", Role.Editor),
            await stage.SignInAsync("Reviewer", Role.Editor, Role.Reviewer, Role.Manager));
        await using var site = _site = await PublishedSite.StartAsync(published, copy);
        output.WriteLine($"{path}: ready in {site.Start.TotalSeconds:0.0} s, {site.ResidentBytes / 1e6:N0} MB resident, "
            + $"{Environment.ProcessorCount} cores shared with who asks");
        using (_editor = await DeskClient.OpenAsync(site.Address, editor, "/desk/entries/new"))
        using (_reviewer = await DeskClient.OpenAsync(site.Address, reviewer, "/desk/entries/new"))
        {
            await RunAsync();
        }
        output.WriteLine($"{site.ResidentBytes / 1e6:N0} MB resident at the end");
        if (options.Json)
        {
            output.WriteLine(_figures.Ratios.ToJson());
        }
        return _figures.AreMet ? 0 : 1;
    }

    private async Task RunAsync()
    {
        await PublishAsync(5, new Samples(), new Samples(), new Samples());
        _figures.Begin();
        var (entry, correction, map, withdrawal) = (new Samples(), new Samples(), new Samples(), new Samples());
        var numbers = await PublishAsync(Entries, entry, correction, map);
        foreach (var number in numbers)
        {
            await WithdrawAsync(number, withdrawal);
        }
        _figures.Tell("publish a new entry", entry, Publishing);
        _figures.Tell("publish a correction", correction, Publishing);
        _figures.Tell("the map that shows it, next request", map, Publishing);
        _figures.Tell("withdraw an incident", withdrawal, Publishing);
        await AutosaveAsync();
        await LookUpAsync();
        var waiting = await SubmitAsync();
        await ShowAsync("the desk, 25 in its queue", "/desk");
        await ShowAsync("a page of an entry in review", $"{waiting}/review");
        await ShowAsync("the page of an incident at the desk", $"/desk/incidents/{numbers[0]}");
        await ShowAsync("changes, as a page", "/changes");
        await ShowAsync("changes, by the API", "/api/v1/changes");
        await CrowdAsync();
    }

    /// <summary>Publishes new entries and corrects each; gives their numbers.</summary>
    private async Task<List<int>> PublishAsync(int count, Samples entry, Samples correction, Samples map)
    {
        var numbers = new List<int>();
        for (var made = 0; made < count; made++)
        {
            var form = NewForm();
            var before = await OnMapAsync(form);
            var id = await HandOnAsync("/desk/entries/new", form, 0);
            await ReviewAsync(id, entry);
            if (await OnMapAsync(form) != before + 1)
            {
                throw new InvalidDataException($"Entry {id} is published and the map does not show it.");
            }
            map.Add(_editor.Took);
            var number = await _stage.AskAsync(db => db.Entries.Where(one => one.Id == id)
                .Select(one => one.Incident!.Number).SingleAsync());
            numbers.Add(number);
            var begun = await _editor.SendAsync($"/desk/incidents/{number}?handler=correct");
            id = await HandOnAsync(begun, form with { Title = $"{form.Title}, corrected" }, 1);
            await ReviewAsync(id, correction);
        }
        return numbers;
    }

    private async Task<int> HandOnAsync(string address, EntryForm form, int version)
    {
        var review = await _editor.SendAsync(address, form, version, ("do", "submit-anyway"), ("Reason", "Benchmark"));
        return review.EndsWith("/review", StringComparison.Ordinal)
            ? int.Parse(review.Split('/')[3], CultureInfo.InvariantCulture)
            : throw new InvalidDataException($"An entry was not taken: {Words(await _editor.GetAsync(review))}");
    }

    private async Task ReviewAsync(int id, Samples samples)
    {
        var page = $"/desk/entries/{id}/review";
        var version = Version().Match(await _reviewer.GetAsync(page)).Groups[1].Value;
        await _reviewer.SendAsync(page, ("step", "publish"), ("version", version));
        samples.Add(_reviewer.Took);
    }

    private async Task WithdrawAsync(int number, Samples samples)
    {
        var page = $"/desk/incidents/{number}";
        var version = Version().Match(await _reviewer.GetAsync(page)).Groups[1].Value;
        await _reviewer.SendAsync($"{page}?handler=withdraw", ("version", version), ("reason", "Benchmark"));
        samples.Add(_reviewer.Took);
    }

    /// <summary>How many incidents of a form's day the map tells of.</summary>
    private async Task<int> OnMapAsync(EntryForm form) => JsonDocument
        .Parse(await _editor.GetAsync($"/api/v1/map?box=-18,4,25,28&zoom=5&from={form.StartsOn}&to={form.StartsOn}"))
        .RootElement.GetProperty("total").GetInt32();

    private async Task AutosaveAsync()
    {
        var samples = new Samples();
        var (id, version, form) = ("", 0, NewForm());
        for (var save = 0; save < 2 * Entries; save++)
        {
            form = form with { Title = $"Synthetic attack, typed for the {save}th time" };
            var saved = JsonDocument.Parse(await _editor.SendAsync(
                "/desk/entries/autosave", form, version, id.Length == 0 ? [] : [("id", id)])).RootElement;
            (id, version) = (saved.GetProperty("id").GetRawText(), saved.GetProperty("version").GetInt32());
            samples.Add(_editor.Took);
        }
        _figures.Tell("autosave", samples, Publishing);
    }

    private async Task LookUpAsync()
    {
        var (places, duplicates) = (new Samples(), new Samples());
        string[] searches = ["gao", "synthetic ff", "e", "nowhere at all", "remplissage 4"];
        for (var look = 0; look < 2 * Entries; look++)
        {
            await _editor.GetAsync($"/desk/lookup/places?q={Uri.EscapeDataString(searches[look % searches.Length])}");
            places.Add(_editor.Took);
            var query = string.Join('&', FormPairs.Of(NewForm()).Select(pair =>
                $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
            await _editor.GetAsync($"/desk/entries/duplicates?{query}");
            duplicates.Add(_editor.Took);
        }
        _figures.Tell("look a place up", places, LookingUp);
        _figures.Tell("look duplicates up", duplicates, LookingUp);
    }

    /// <summary>Fills the queue; gives the address of one entry in it.</summary>
    private async Task<string> SubmitAsync()
    {
        var id = 0;
        for (var entry = 0; entry < Waiting; entry++)
        {
            id = await HandOnAsync("/desk/entries/new", NewForm(), 0);
        }
        return $"/desk/entries/{id}";
    }

    private async Task ShowAsync(string name, string address)
    {
        await _reviewer.GetAsync(address);
        var samples = new Samples();
        for (var page = 0; page < Pages; page++)
        {
            await _reviewer.GetAsync(address);
            samples.Add(_reviewer.Took);
        }
        _figures.Tell(name, samples, Showing);
    }

    /// <summary>Many people who save at once, each an entry of their own.</summary>
    private async Task CrowdAsync()
    {
        var people = new List<DeskClient>();
        for (var writer = 0; writer < Writers; writer++)
        {
            people.Add(await DeskClient.OpenAsync(
                _site.Address, await _stage.SignInAsync($"Writer {writer}", Role.Editor), "/desk/entries/new"));
        }
        var forms = people.ConvertAll(_ => NewForm());
        var waits = new ConcurrentBag<double>();
        await Task.WhenAll(people.Select((person, writer) => Task.Run(async () =>
        {
            for (var save = 0; save < SavesEach; save++)
            {
                await person.SendAsync("/desk/entries/new", forms[writer], 0, ("do", "save"));
                waits.Add(person.Took);
            }
        })));
        people.ForEach(person => person.Dispose());
        var samples = new Samples();
        foreach (var wait in waits)
        {
            samples.Add(wait);
        }
        _figures.TellLongest($"save, {Writers} people at once", samples, Starving);
    }

    /// <summary>
    /// An attack that nobody entered before, somewhere in the Sahel within the days of the synthetic set.
    /// </summary>
    private EntryForm NewForm()
    {
        var number = _made++;
        return new EntryForm
        {
            Title = $"Synthetic attack for the benchmark, number {number}",
            Summary = "Synthetic: gunmen on motorcycles attacked a village.",
            StartsOn = new DateOnly(2013, 1, 1).AddDays(_random.Next(4000))
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DatePrecision = "day",
            SubType = "attack",
            Tactics = ["village-raid"],
            Targets = ["civilians"],
            PlaceName = $"Synthetic village {number}",
            Country = "BFA",
            Latitude = (13 + _random.NextDouble()).ToString("0.0000", CultureInfo.InvariantCulture),
            Longitude = (-2 + _random.NextDouble()).ToString("0.0000", CultureInfo.InvariantCulture),
            GeoPrecision = "near",
            Parties = [new EntryParty { Actor = "jnim", Role = "perpetrator", Attribution = "suspected" }],
            DeathsLow = "3",
            DeathsBest = "4",
            DeathsHigh = "6",
            Citations =
            [
                new EntryCitation
                {
                    Url = $"https://news.example.org/benchmark/{number}",
                    Publisher = "Synthetic News",
                    Title = $"Attack on village {number}",
                    Language = "fr",
                    Kind = "traditional-media",
                    Reading = "full-text",
                    Reliability = "C",
                    Credibility = "3",
                    Supports = ["event", "place"],
                },
            ],
        };
    }

    private static string Words(string html) => Problems().Match(html).Value;

    [GeneratedRegex("name=\"version\" value=\"(\\d+)\"")]
    private static partial Regex Version();

    [GeneratedRegex("id=\"found\".{0,2000}", RegexOptions.Singleline)]
    private static partial Regex Problems();
}
