using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Incidents;

namespace SahelWatch.Data.Configurations;

internal sealed class CollectionFootnoteConfiguration : IEntityTypeConfiguration<CollectionFootnote>
{
    public void Configure(EntityTypeBuilder<CollectionFootnote> builder)
    {
        builder.ToTable("CollectionFootnotes");
        builder.HasKey(footnote => new { footnote.CollectionId, footnote.Number, footnote.SourceId });
        builder.HasOne(footnote => footnote.Source).WithMany()
            .HasForeignKey(footnote => footnote.SourceId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
