using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SahelWatch.Data.Configurations;

internal static class JoinTables
{
    /// <summary>A join table whose right side cannot be deleted while a left side still names it.</summary>
    public static void UsingKept<TLeft, TRight>(this CollectionCollectionBuilder<TRight, TLeft> join, string table)
        where TLeft : class
        where TRight : class =>
        join.UsingEntity(
            table,
            right => right.HasOne(typeof(TRight)).WithMany().OnDelete(DeleteBehavior.Restrict),
            left => left.HasOne(typeof(TLeft)).WithMany().OnDelete(DeleteBehavior.Cascade));
}
