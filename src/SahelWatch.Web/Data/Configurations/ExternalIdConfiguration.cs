using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Incidents;

namespace SahelWatch.Data.Configurations;

internal sealed class ExternalIdConfiguration : IEntityTypeConfiguration<ExternalId>
{
    public void Configure(EntityTypeBuilder<ExternalId> builder)
    {
        builder.ToTable("ExternalIds");
        builder.HasKey(id => new { id.IncidentId, id.Dataset });
        builder.Property(id => id.Dataset).HasMaxLength(ColumnLengths.Code);
        builder.Property(id => id.Value).HasMaxLength(ColumnLengths.Code);
        builder.HasIndex(id => new { id.Dataset, id.Value }).IsUnique();
    }
}
