using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SahelWatch.Data.Configurations;

internal sealed class SeedStateConfiguration : IEntityTypeConfiguration<SeedState>
{
    public void Configure(EntityTypeBuilder<SeedState> builder)
    {
        builder.Property(state => state.Id).ValueGeneratedNever();
        builder.Property(state => state.Sha256).HasMaxLength(ColumnLengths.Sha256);
    }
}
