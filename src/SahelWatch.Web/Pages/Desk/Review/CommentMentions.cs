using SahelWatch.Editing;

namespace SahelWatch.Pages.Desk.Review;

/// <summary>Finds whom a comment mentions: <c>@</c> and the name of somebody who may see the entry.</summary>
public static class CommentMentions
{
    public static IReadOnlyList<int> In(string? comment, IEnumerable<Accounts.Account> people) => comment is null
        ? []
        :
        [
            .. people.Where(account => comment.Contains($"@{account.Name}", StringComparison.CurrentCultureIgnoreCase))
                .Select(account => account.Id),
        ];

    /// <summary>Whether an account may see an entry in review of this author.</summary>
    public static bool MayBeMentioned(Accounts.Account account, int author) =>
        !account.IsDisabled && (account.Id == author || account.Roles.Contains(Role.Reviewer));
}
