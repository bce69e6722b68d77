using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Geography;

namespace SahelWatch.Data.Configurations;

internal sealed class CountryConfiguration : IEntityTypeConfiguration<Country>
{
    public void Configure(EntityTypeBuilder<Country> builder)
    {
        builder.HasKey(country => country.Code);
        builder.Property(country => country.Code).HasMaxLength(ColumnLengths.CountryCode);
        builder.Property(country => country.NameEn).HasMaxLength(ColumnLengths.Name);
        builder.Property(country => country.NameFr).HasMaxLength(ColumnLengths.Name);
    }
}
