using System.Collections.Frozen;
using System.Globalization;
using SahelWatch.Actors;
using SahelWatch.Geography;
using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// The names that incidents refer to, as one unchanging set: what a filter value may be, what it is called, and which
/// actor is part of which and when.
/// </summary>
public sealed class Reference
{
    private readonly FrozenDictionary<string, Country> _countries;
    private readonly FrozenDictionary<string, Region> _regions;
    private readonly FrozenDictionary<string, Actor> _actors;
    private readonly FrozenDictionary<string, Collection> _collections;
    private readonly FrozenDictionary<string, string> _foldedNames;
    private readonly ILookup<string, Actor> _called;
    private readonly FrozenDictionary<string, string> _merged;
    private readonly ILookup<string, ActorRelation> _components;
    private readonly ILookup<string, Membership> _wholes;

    /// <param name="actors">Those that were merged into another too; they only lead there.</param>
    public Reference(
        IReadOnlyList<Country> countries,
        IReadOnlyList<Region> regions,
        IReadOnlyList<Actor> actors,
        IReadOnlyList<ActorRelation> relations,
        IReadOnlyList<Collection> collections,
        IReadOnlyList<PoliticalEvent> politicalEvents)
    {
        var all = actors;
        _merged = Merged(all);
        actors = [.. all.Where(actor => !_merged.ContainsKey(actor.Slug))];
        relations = [.. relations.Where(relation =>
            !_merged.ContainsKey(relation.From.Slug) && !_merged.ContainsKey(relation.To.Slug))];
        ActorKeys = all.Select(actor => KeyValuePair.Create(actor.Id, Canonical(actor.Slug)));
        Countries = countries;
        Regions = regions;
        Actors = actors;
        Relations = relations;
        Collections = collections;
        PoliticalEvents = politicalEvents;
        _countries = countries.ToFrozenDictionary(country => country.Code);
        _regions = regions.ToFrozenDictionary(region => region.Code);
        _actors = actors.ToFrozenDictionary(actor => actor.Slug);
        _collections = collections.ToFrozenDictionary(collection => collection.Slug);
        _components = relations.Where(relation => relation.Kind == RelationKind.ComponentOf)
            .ToLookup(relation => relation.To.Slug);
        _wholes = actors
            .SelectMany(whole => WithComponents(whole.Slug)
                .Select(member => (Part: member.Slug, Whole: member with { Slug = whole.Slug })))
            .ToLookup(pair => pair.Part, pair => pair.Whole);
        CollectionsByNumber = collections
            .SelectMany(collection => collection.Items
                .Where(item => item.Kind == CollectionItemKind.Incident)
                .Select(item => (Number: int.Parse(item.Key, CultureInfo.InvariantCulture), collection.Slug)))
            .ToLookup(pair => pair.Number, pair => pair.Slug);
        var names = actors.Select(actor => (Actor: actor, Names: FoldedNames(actor))).ToList();
        _foldedNames = names.ToFrozenDictionary(one => one.Actor.Slug, one => string.Join('\n', one.Names));
        _called = names.SelectMany(one => one.Names.Distinct().Select(name => (name, one.Actor)))
            .ToLookup(pair => pair.name, pair => pair.Actor);
        MembershipChanges =
        [
            .. _wholes.SelectMany(wholes => wholes)
                .SelectMany(whole => new[]
                {
                    whole.From == DateOnly.MinValue ? 0 : whole.From.DayNumber,
                    whole.To == DateOnly.MaxValue ? 0 : whole.To.DayNumber + 1,
                })
                .Where(day => day > 0).Distinct().Order(),
        ];
    }

    public static Reference Empty { get; } = new([], [], [], [], [], []);

    public IReadOnlyList<Country> Countries { get; }

    public IReadOnlyList<Region> Regions { get; }

    /// <summary>Without those that were merged into another.</summary>
    public IReadOnlyList<Actor> Actors { get; }

    /// <summary>Without those of merged actors.</summary>
    public IReadOnlyList<ActorRelation> Relations { get; }

    /// <summary>The slugs that entries count for by the keys of their actors, merged ones included.</summary>
    public IEnumerable<KeyValuePair<int, string>> ActorKeys { get; }

    public IReadOnlyList<Collection> Collections { get; }

    /// <summary>In date order.</summary>
    public IReadOnlyList<PoliticalEvent> PoliticalEvents { get; }

    /// <summary>Slugs of collections by the numbers of the incidents in them.</summary>
    internal ILookup<int, string> CollectionsByNumber { get; }

    /// <summary>Numbers of the days on which an actor begins or has ceased to be part of another, ascending.</summary>
    internal int[] MembershipChanges { get; }

    public Country? Country(string code) => _countries.GetValueOrDefault(code);

    public Region? Region(string code) => _regions.GetValueOrDefault(code);

    /// <summary>The slug of the actor that this one was merged into at last; its own where it was not.</summary>
    public string Canonical(string slug) => _merged.GetValueOrDefault(slug, slug);

    public Actor? Actor(string slug) => _actors.GetValueOrDefault(slug);

    /// <summary>
    /// The actor that people mean by a slug, that of an actor merged into it included, or by a name or acronym that only
    /// one has; null where none or several may be meant.
    /// </summary>
    public Actor? ActorCalled(string text) =>
        Actor(Canonical(text))
        ?? (_called[TextFold.Fold(text).Trim()].Take(2).ToList() is [var only] ? only : null);

    public Collection? Collection(string slug) => _collections.GetValueOrDefault(slug);

    /// <summary>All names of an actor, folded for search; empty for an unknown one.</summary>
    internal string FoldedNames(string slug) => _foldedNames.GetValueOrDefault(slug, "");

    /// <summary>The actors that an entry of this actor counts for, itself included, each with its days.</summary>
    public IEnumerable<Membership> Wholes(string slug) => _wholes[slug];

    /// <summary>
    /// An actor and everything that was part of it, each with the days for which that held: an unknown start or end
    /// of a relation sets no bound. A part's own parts count while both relations hold.
    /// </summary>
    public IReadOnlyList<Membership> WithComponents(string slug)
    {
        var found = new List<Membership> { new(slug, DateOnly.MinValue, DateOnly.MaxValue) };
        for (var next = 0; next < found.Count; next++)
        {
            var whole = found[next];
            foreach (var relation in _components[whole.Slug])
            {
                var from = PartialDate.TryParse(relation.ValidFrom, out var start) ? start.First : DateOnly.MinValue;
                var to = PartialDate.TryParse(relation.ValidTo, out var end) ? end.Last : DateOnly.MaxValue;
                var part = new Membership(
                    relation.From.Slug,
                    from > whole.From ? from : whole.From,
                    to < whole.To ? to : whole.To);
                if (part.From <= part.To && !found.Exists(known => known.Covers(part)))
                {
                    found.Add(part);
                }
            }
        }
        return found;
    }

    private static List<string> FoldedNames(Actor actor) =>
    [
        .. actor.Aliases.Select(alias => alias.Name).Append(actor.Name).Append(actor.NameFr).Append(actor.Acronym)
            .OfType<string>().Select(TextFold.Fold),
    ];

    /// <summary>Of every merged actor, the slug at the end of its chain.</summary>
    private static FrozenDictionary<string, string> Merged(IReadOnlyList<Actor> actors)
    {
        var into = actors.Where(actor => actor.MergedInto is not null)
            .ToDictionary(actor => actor.Slug, actor => actor.MergedInto!.Slug);
        return into.ToFrozenDictionary(
            pair => pair.Key,
            pair =>
            {
                var end = pair.Value;
                for (var steps = 0; steps < into.Count && into.TryGetValue(end, out var next); steps++)
                {
                    end = next;
                }
                return end;
            });
    }
}
