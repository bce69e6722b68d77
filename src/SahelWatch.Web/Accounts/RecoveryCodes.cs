using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace SahelWatch.Accounts;

/// <summary>Ten codes for the day the phone is lost; each works once. Only their hashes are kept.</summary>
public sealed class RecoveryCodes(UserManager<Account> users, IUserStore<Account> store)
{
    private const int Count = 10;
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>New codes in place of any before; the account is not saved yet.</summary>
    public async Task<IReadOnlyList<string>> ReplaceAsync(Account account, CancellationToken cancellationToken)
    {
        var codes = Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Letters, 12)).ToList();
        await ((IUserTwoFactorRecoveryCodeStore<Account>)store)
            .ReplaceCodesAsync(account, codes.Select(Hash), cancellationToken);
        return [.. codes.Select(code => $"{code[..4]}-{code[4..8]}-{code[8..]}")];
    }

    public Task<int> LeftAsync(Account account) => users.CountRecoveryCodesAsync(account);

    public static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant())));
}
