using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SahelWatch.Editing.Archiving;

namespace SahelWatch.Data.Configurations;

internal sealed class SourceArchiveConfiguration : IEntityTypeConfiguration<SourceArchive>
{
    public void Configure(EntityTypeBuilder<SourceArchive> builder)
    {
        builder.Property(archive => archive.Url).HasMaxLength(ColumnLengths.Url);
        builder.Property(archive => archive.ContentType).HasMaxLength(ColumnLengths.Name);
        builder.Property(archive => archive.Sha256).HasMaxLength(ColumnLengths.Sha256);
        builder.HasOne(archive => archive.Source).WithMany()
            .HasForeignKey(archive => archive.SourceId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
