using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;

namespace SahelWatch.Editing;

/// <summary>Records by kind and key, with all that <see cref="RecordFields"/> tells of them.</summary>
internal static class RecordRows
{
    /// <summary>Null where there is none.</summary>
    public static async Task<IRecord?> FindAsync(
        SahelWatchDbContext db, RecordKind kind, string slug, CancellationToken cancellationToken) => kind switch
    {
        RecordKind.Actor => await db.Actors.AsSplitQuery()
            .Include(actor => actor.Aliases).Include(actor => actor.Sources).Include(actor => actor.MergedInto)
            .SingleOrDefaultAsync(actor => actor.Slug == slug, cancellationToken),
        RecordKind.Relation => await db.ActorRelations
            .Include(relation => relation.From).Include(relation => relation.To).Include(relation => relation.Sources)
            .SingleOrDefaultAsync(relation => relation.Slug == slug, cancellationToken),
        RecordKind.Place => await db.Places.Include(place => place.Region)
            .SingleOrDefaultAsync(place => place.Slug == slug, cancellationToken),
        RecordKind.PoliticalEvent => await db.PoliticalEvents.AsSplitQuery()
            .Include(one => one.Actors).Include(one => one.Sources).Include(one => one.Place)
            .SingleOrDefaultAsync(one => one.Slug == slug, cancellationToken),
        _ => await db.Sources.Include(source => source.DerivedFrom)
            .SingleOrDefaultAsync(source => source.Slug == slug, cancellationToken),
    };

    public static Task<bool> ExistsAsync(
        SahelWatchDbContext db, RecordKind kind, string slug, CancellationToken cancellationToken) => kind switch
    {
        RecordKind.Actor => db.Actors.AnyAsync(one => one.Slug == slug, cancellationToken),
        RecordKind.Relation => db.ActorRelations.AnyAsync(one => one.Slug == slug, cancellationToken),
        RecordKind.Place => db.Places.AnyAsync(one => one.Slug == slug, cancellationToken),
        RecordKind.PoliticalEvent => db.PoliticalEvents.AnyAsync(one => one.Slug == slug, cancellationToken),
        _ => db.Sources.AnyAsync(one => one.Slug == slug, cancellationToken),
    };

    public static Dictionary<string, string?> TextsOf(IRecord record) =>
        RecordFields.Of(record).ToDictionary(field => field.Field, field => field.Text, StringComparer.Ordinal);
}
