using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Actors;

namespace SahelWatch.Data.Configurations;

internal sealed class ActorRelationConfiguration : IEntityTypeConfiguration<ActorRelation>
{
    public void Configure(EntityTypeBuilder<ActorRelation> builder)
    {
        builder.Property(relation => relation.Version).IsConcurrencyToken();
        builder.Property(relation => relation.Slug).HasMaxLength(ColumnLengths.Slug);
        builder.Property(relation => relation.OriginalType).HasMaxLength(ColumnLengths.Code);
        builder.Property(relation => relation.Statement).HasMaxLength(ColumnLengths.Text);
        builder.Property(relation => relation.ValidFrom).HasMaxLength(ColumnLengths.PartialDate);
        builder.Property(relation => relation.ValidTo).HasMaxLength(ColumnLengths.PartialDate);
        builder.Property(relation => relation.Note).HasMaxLength(ColumnLengths.Note);
        builder.HasIndex(relation => relation.Slug).IsUnique();
        builder.HasOne(relation => relation.From).WithMany(actor => actor.RelationsFrom)
            .HasForeignKey(relation => relation.FromId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(relation => relation.To).WithMany(actor => actor.RelationsTo)
            .HasForeignKey(relation => relation.ToId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(relation => relation.Sources).WithMany().UsingKept("ActorRelationSource");
    }
}
