using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Incidents;

namespace SahelWatch.Data.Configurations;

internal sealed class RevisionConfiguration : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.Property(revision => revision.Author).HasMaxLength(ColumnLengths.Name);
        builder.Property(revision => revision.Reason).HasMaxLength(ColumnLengths.Note);
        builder.OwnsMany(revision => revision.Changes, changes => changes.ToJson());
        builder.Property(revision => revision.Record).HasMaxLength(ColumnLengths.Slug + ColumnLengths.Code);
        builder.Property(revision => revision.Form).IsJson();
        builder.Property(revision => revision.FormBefore).IsJson();
        builder.HasIndex(revision => new { revision.IncidentId, revision.Number }).IsUnique();
        builder.HasIndex(revision => new { revision.Record, revision.Number }).IsUnique();
    }
}
