using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Incidents;

namespace SahelWatch.Data.Configurations;

internal sealed class SourceConfiguration : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.Property(source => source.Version).IsConcurrencyToken();
        builder.Property(source => source.Slug).HasMaxLength(ColumnLengths.Slug);
        builder.Property(source => source.Publisher).HasMaxLength(ColumnLengths.Name);
        builder.Property(source => source.Title).HasMaxLength(ColumnLengths.WorkTitle);
        builder.Property(source => source.PublishedOn).HasMaxLength(ColumnLengths.PartialDate);
        builder.Property(source => source.Url).HasMaxLength(ColumnLengths.Url);
        builder.Property(source => source.ArchiveUrl).HasMaxLength(ColumnLengths.Url);
        builder.Property(source => source.Language).HasMaxLength(ColumnLengths.Language);
        builder.Property(source => source.OriginalKind).HasMaxLength(ColumnLengths.Code);
        builder.Property(source => source.Agency).HasMaxLength(ColumnLengths.Name);
        builder.Property(source => source.Note).HasMaxLength(ColumnLengths.Note);
        builder.Ignore(source => source.Link);
        builder.HasIndex(source => source.Slug).IsUnique();
        builder.HasOne(source => source.DerivedFrom).WithMany()
            .HasForeignKey(source => source.DerivedFromId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
