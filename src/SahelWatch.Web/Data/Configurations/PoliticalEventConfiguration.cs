using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Incidents;

namespace SahelWatch.Data.Configurations;

internal sealed class PoliticalEventConfiguration : IEntityTypeConfiguration<PoliticalEvent>
{
    public void Configure(EntityTypeBuilder<PoliticalEvent> builder)
    {
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.Property(one => one.Slug).HasMaxLength(ColumnLengths.Slug);
        builder.Property(one => one.OriginalKind).HasMaxLength(ColumnLengths.Code);
        builder.Property(one => one.Title).HasMaxLength(ColumnLengths.Title);
        builder.Property(one => one.Summary).HasMaxLength(ColumnLengths.Text);
        builder.HasIndex(one => one.Slug).IsUnique();
        builder.HasIndex(one => one.StartsOn);
        builder.HasOne(one => one.Country).WithMany()
            .HasForeignKey(one => one.CountryCode)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(one => one.Place).WithMany()
            .HasForeignKey(one => one.PlaceId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(one => one.Actors).WithMany().UsingKept("PoliticalEventActor");
        builder.HasMany(one => one.Sources).WithMany().UsingKept("PoliticalEventSource");
    }
}
