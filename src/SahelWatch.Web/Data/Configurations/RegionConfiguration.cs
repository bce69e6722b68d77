using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Geography;

namespace SahelWatch.Data.Configurations;

internal sealed class RegionConfiguration : IEntityTypeConfiguration<Region>
{
    public void Configure(EntityTypeBuilder<Region> builder)
    {
        builder.Property(region => region.Code).HasMaxLength(ColumnLengths.RegionCode);
        builder.Property(region => region.NameEn).HasMaxLength(ColumnLengths.Name);
        builder.Property(region => region.NameFr).HasMaxLength(ColumnLengths.Name);
        builder.Property(region => region.Layout).HasMaxLength(ColumnLengths.Code);
        builder.Property(region => region.PopulationSource).HasMaxLength(ColumnLengths.Note);
        builder.HasIndex(region => new { region.Layout, region.Code }).IsUnique();
        builder.HasOne(region => region.Country).WithMany()
            .HasForeignKey(region => region.CountryCode)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
