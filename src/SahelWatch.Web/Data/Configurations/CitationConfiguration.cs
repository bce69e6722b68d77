using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Incidents;

namespace SahelWatch.Data.Configurations;

internal sealed class CitationConfiguration : IEntityTypeConfiguration<Citation>
{
    public void Configure(EntityTypeBuilder<Citation> builder)
    {
        builder.ToTable("Citations");
        builder.Property(citation => citation.Note).HasMaxLength(ColumnLengths.Note);
        builder.Ignore(citation => citation.Deaths);
        builder.Ignore(citation => citation.Grade);
        builder.HasIndex(citation => new { citation.IncidentId, citation.SourceId }).IsUnique();
        builder.HasOne(citation => citation.Source).WithMany()
            .HasForeignKey(citation => citation.SourceId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
