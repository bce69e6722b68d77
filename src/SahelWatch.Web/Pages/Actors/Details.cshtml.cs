using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Actors;
using SahelWatch.Data;
using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Actors;

/// <summary>One actor: who it is, how it stands to others, and what the incidents say of it.</summary>
public sealed class DetailsModel(Text text, SahelWatchDbContext db, IncidentLines lines) : FocusPage(text)
{
    private const int LatestShown = 10;

    public override string Path => $"/actors/{Slug}";

    public string Slug => (string)RouteData.Values["slug"]!;

    /// <summary>Null where the path names no actor.</summary>
    public Actor? Actor { get; private set; }

    /// <summary>Actors with names near the one asked for, where there is none.</summary>
    public IReadOnlyList<Actor> Near { get; private set; } = [];

    public IReadOnlyList<ActorRelation> Relations { get; private set; } = [];

    public RelationGraph? Graph { get; private set; }

    /// <summary>What was part of the actor, and on which days.</summary>
    public IReadOnlyList<Membership> Components { get; private set; } = [];

    public ActorCount Count { get; private set; } = null!;

    public RegionTotals Regions { get; private set; } = null!;

    public TacticYears Tactics { get; private set; } = null!;

    public FocusTrend? Trend { get; private set; }

    public IncidentTable Latest { get; private set; } = null!;

    public string WithComponents => Link(View.Filter with { Components = true });

    public string WithoutComponents => Link(View.Filter with { Components = false });

    protected override string FocusKey => "actor";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (View.Index.Reference.Canonical(Slug) is var canonical && canonical != Slug)
        {
            Response.Headers.CacheControl = "no-cache";
            return RedirectPermanent($"/actors/{canonical}{Request.QueryString}");
        }
        Actor = await db.Actors.AsNoTracking().AsSplitQuery()
            .Include(actor => actor.Aliases.OrderBy(alias => alias.Name))
            .Include(actor => actor.Sources)
            .SingleOrDefaultAsync(actor => actor.Slug == Slug, cancellationToken);
        if (Actor is null)
        {
            Near = NearNames.Near(View.Index.Reference.Actors, Slug, most: 6);
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }
        Relations = await db.ActorRelations.AsNoTrackingWithIdentityResolution().AsSplitQuery()
            .Include(relation => relation.From)
            .Include(relation => relation.To)
            .Include(relation => relation.Sources)
            .Where(relation => relation.FromId == Actor.Id || relation.ToId == Actor.Id)
            .Where(relation => relation.From.MergedIntoId == null && relation.To.MergedIntoId == null)
            .OrderBy(relation => relation.Kind).ThenBy(relation => relation.ValidFrom).ThenBy(relation => relation.Slug)
            .ToListAsync(cancellationToken);
        if (Relations.Count > 0)
        {
            Graph = RelationGraph.Of(Actor, Relations, Text.Kind, Text.Qualified);
        }
        Components = [.. View.Index.Reference.WithComponents(Slug).Skip(1)];
        if (View.IsValid)
        {
            await CountAsync(Actor, cancellationToken);
        }
        return Page();
    }

    protected override IncidentFilter Focus(IncidentFilter filter) => filter with { Actors = [Slug] };

    private async Task CountAsync(Actor actor, CancellationToken cancellationToken)
    {
        var index = View.Index;
        Count = ActorCount.Of(index, Shown with { ActorKinds = [] }, View.Today).Single();
        Regions = RegionTotals.Of(index, Shown, View.Today);
        Tactics = TacticYears.Of(index, Shown, View.Today);
        Trend = FocusTrend.Of(this, Text, Text["Actors.TrendTitle", actor.ShortNameIn(CultureInfo.CurrentUICulture)]);
        var latest = await lines.LoadAsync(index, LatestRows(LatestShown), cancellationToken);
        Latest = new IncidentTable(latest, Text["Actors.LatestOf", latest.Count, ShownTotal]);
    }
}
