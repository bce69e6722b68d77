using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Incidents;

namespace SahelWatch.Data.Configurations;

internal sealed class CollectionConfiguration : IEntityTypeConfiguration<Collection>
{
    public void Configure(EntityTypeBuilder<Collection> builder)
    {
        builder.Property(collection => collection.Slug).HasMaxLength(ColumnLengths.Slug);
        builder.Property(collection => collection.TitleEn).HasMaxLength(ColumnLengths.Title);
        builder.Property(collection => collection.TitleFr).HasMaxLength(ColumnLengths.Title);
        builder.Property(collection => collection.NoteEn).HasMaxLength(ColumnLengths.Note);
        builder.Property(collection => collection.NoteFr).HasMaxLength(ColumnLengths.Note);
        builder.HasIndex(collection => collection.Slug).IsUnique();
        builder.HasOne(collection => collection.Source).WithMany()
            .HasForeignKey(collection => collection.SourceId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(collection => collection.Items).WithOne()
            .HasForeignKey(item => item.CollectionId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(collection => collection.Footnotes).WithOne()
            .HasForeignKey(footnote => footnote.CollectionId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
