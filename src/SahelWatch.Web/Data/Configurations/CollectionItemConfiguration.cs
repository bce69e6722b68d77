using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Incidents;

namespace SahelWatch.Data.Configurations;

internal sealed class CollectionItemConfiguration : IEntityTypeConfiguration<CollectionItem>
{
    public void Configure(EntityTypeBuilder<CollectionItem> builder)
    {
        builder.ToTable("CollectionItems");
        builder.HasKey(item => new { item.CollectionId, item.Kind, item.Key });
        builder.Property(item => item.Key).HasMaxLength(ColumnLengths.Slug);
        builder.Property(item => item.Locator).HasMaxLength(ColumnLengths.Note);
    }
}
