using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using SahelWatch.Editing;
using SahelWatch.Incidents;

namespace SahelWatch.Data;

/// <summary>
/// Lets nothing that history tells of be changed silently: a save that touches an incident, or a record that incidents
/// refer to, adds a revision of it, or is refused. What belongs to one of them alone (aliases, parties, citations,
/// links) is part of it. The embedded set alone is exempt, by <see cref="SahelWatchDbContext.WithoutRevisions"/>.
/// </summary>
internal sealed class RevisionGuard : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(
        DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context);
        return base.SavingChanges(eventData, result);
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context);
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    private static void Check(DbContext? context)
    {
        if (context is not SahelWatchDbContext { KeepsRevisions: true } db)
        {
            return;
        }
        var changed = db.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();
        var revised = changed.Where(entry => entry is { Entity: Revision, State: EntityState.Added }).ToList();
        var names = revised.Select(entry => ((Revision)entry.Entity).Record).OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var incidents = revised.Select(entry => entry.Property(nameof(Revision.IncidentId)).CurrentValue)
            .OfType<int>().ToHashSet();
        foreach (var entry in changed)
        {
            foreach (var (type, key) in Owners(entry))
            {
                var isRevised = type.ClrType == typeof(Incident)
                    ? incidents.Contains(key)
                    : Tracked(db, type, key) is { } record && names.Contains(RecordName.Of(record));
                if (!isRevised)
                {
                    throw new InvalidOperationException(
                        $"{entry.Metadata.DisplayName()} was changed ({entry.State}) without a revision of "
                        + $"{type.ClrType.Name} {key}.");
                }
            }
        }
    }

    /// <summary>The record that an entry is, or those that it belongs to alone.</summary>
    private static IEnumerable<(IEntityType Type, int Key)> Owners(EntityEntry entry)
    {
        if (IsKept(entry.Metadata))
        {
            return [(entry.Metadata, (int)entry.Property(nameof(IRecord.Id)).CurrentValue!)];
        }
        return entry.Metadata.ClrType == typeof(Revision) ? [] : entry.Metadata.GetForeignKeys()
            .Where(key => key.DeleteBehavior == DeleteBehavior.Cascade && IsKept(key.PrincipalEntityType))
            .Select(key => (key.PrincipalEntityType, (int)entry.Property(key.Properties[0]).CurrentValue!));
    }

    private static bool IsKept(IReadOnlyEntityType type) =>
        type.ClrType == typeof(Incident) || type.ClrType.IsAssignableTo(typeof(IRecord));

    private static IRecord? Tracked(DbContext db, IEntityType type, int key) => db.ChangeTracker.Entries()
        .Where(entry => entry.Metadata == type && (int)entry.Property(nameof(IRecord.Id)).CurrentValue! == key)
        .Select(entry => (IRecord)entry.Entity).FirstOrDefault();
}
