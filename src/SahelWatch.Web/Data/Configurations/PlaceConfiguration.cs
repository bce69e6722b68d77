using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Geography;

namespace SahelWatch.Data.Configurations;

internal sealed class PlaceConfiguration : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.Property(place => place.Version).IsConcurrencyToken();
        builder.Property(place => place.Slug).HasMaxLength(ColumnLengths.Slug);
        builder.Property(place => place.Name).HasMaxLength(ColumnLengths.Name);
        builder.Property(place => place.CountryCode).HasMaxLength(ColumnLengths.CountryCode);
        builder.Property(place => place.SourceRegionName).HasMaxLength(ColumnLengths.Name);
        builder.Property(place => place.Note).HasMaxLength(ColumnLengths.Note);
        builder.HasIndex(place => place.Slug).IsUnique();
        builder.HasIndex(place => place.Name);
        builder.HasOne(place => place.Region).WithMany()
            .HasForeignKey(place => place.RegionId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
