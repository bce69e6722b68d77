using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Actors;

namespace SahelWatch.Data.Configurations;

internal sealed class ActorAliasConfiguration : IEntityTypeConfiguration<ActorAlias>
{
    public void Configure(EntityTypeBuilder<ActorAlias> builder)
    {
        builder.ToTable("ActorAliases");
        builder.HasKey(alias => new { alias.ActorId, alias.Name });
        builder.Property(alias => alias.Name).HasMaxLength(ColumnLengths.Name);
        builder.Property(alias => alias.UsedBy).HasMaxLength(ColumnLengths.Code);
    }
}
