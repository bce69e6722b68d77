using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Incidents;

namespace SahelWatch.Data.Configurations;

internal sealed class IncidentConfiguration : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.Property(incident => incident.SeedKey).HasMaxLength(ColumnLengths.Slug);
        builder.Property(incident => incident.Title).HasMaxLength(ColumnLengths.Title);
        builder.Property(incident => incident.Summary).HasMaxLength(ColumnLengths.Text);
        builder.Property(incident => incident.PlaceName).HasMaxLength(ColumnLengths.Name);
        builder.Property(incident => incident.SourceRegionName).HasMaxLength(ColumnLengths.Name);
        builder.Property(incident => incident.DeathsNote).HasMaxLength(ColumnLengths.Note);
        builder.Property(incident => incident.InjuredNote).HasMaxLength(ColumnLengths.Note);
        builder.Property(incident => incident.Version).IsConcurrencyToken();
        builder.Ignore(incident => incident.Type);
        builder.Ignore(incident => incident.Deaths);
        builder.Ignore(incident => incident.Injured);
        builder.HasIndex(incident => incident.Number).IsUnique();
        builder.HasIndex(incident => incident.SeedKey).IsUnique();
        builder.HasIndex(incident => incident.StartsOn);
        builder.HasOne(incident => incident.Country).WithMany()
            .HasForeignKey(incident => incident.CountryCode)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(incident => incident.Place).WithMany()
            .HasForeignKey(incident => incident.PlaceId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(incident => incident.Region).WithMany()
            .HasForeignKey(incident => incident.RegionId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(incident => incident.MergedInto).WithMany()
            .HasForeignKey(incident => incident.MergedIntoId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(incident => incident.Actors).WithOne()
            .HasForeignKey(actor => actor.IncidentId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(incident => incident.Citations).WithOne()
            .HasForeignKey(citation => citation.IncidentId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(incident => incident.ExternalIds).WithOne()
            .HasForeignKey(id => id.IncidentId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(incident => incident.Revisions).WithOne()
            .HasForeignKey(revision => revision.IncidentId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
