using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using QRCoder;
using SahelWatch.Accounts;

namespace SahelWatch.Pages.Account;

/// <summary>Setting up one-time codes; recovery codes are shown once, when it is done.</summary>
[Authorize(Policy = Policies.SignedIn)]
[ResponseCache(NoStore = true)]
public sealed class SecondFactorModel(
    UserManager<SahelWatch.Accounts.Account> users, SignInDesk desk, RecoveryCodes codes, AccountLog log,
    TimeProvider time) : AccountPage
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public string Secret { get; private set; } = "";

    /// <summary>The picture an app reads, as the address of an image.</summary>
    public string Picture { get; private set; } = "";

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var own = await OwnAsync();
        if (own.TwoFactorEnabled)
        {
            return RedirectToPage("/Account/Index");
        }
        if (await users.GetAuthenticatorKeyAsync(own) is null)
        {
            await users.ResetAuthenticatorKeyAsync(own);
        }
        await ShowAsync(own);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var own = await OwnAsync();
        if (own.TwoFactorEnabled || await users.GetAuthenticatorKeyAsync(own) is not { } key)
        {
            return RedirectToPage("/Account/Index");
        }
        var typed = string.Concat((Code ?? "").Where(letter => !char.IsWhiteSpace(letter)));
        var step = OneTimeCode.Step(key, typed, time.GetUtcNow(), own.LastCodeStep);
        if (step is null)
        {
            Refuse("code", "Code");
        }
        if (!desk.Confirms(HttpContext, own, Current))
        {
            Refuse("current", "Current");
        }
        if (Problems.Count > 0)
        {
            await ShowAsync(own);
            return Again();
        }
        own.LastCodeStep = step!.Value;
        var shown = await codes.ReplaceAsync(own, cancellationToken);
        log.Note(own.Id, AccountEventKind.SecondFactorAdded, own.Id);
        if (!(await users.SetTwoFactorEnabledAsync(own, true)).Succeeded)
        {
            return RedirectToPage("/Account/Index");
        }
        Codes = shown;
        return Page();
    }

    private async Task<SahelWatch.Accounts.Account> OwnAsync() =>
        (await users.FindByIdAsync(User.Person()!.Id.ToString(CultureInfo.InvariantCulture)))!;

    private async Task ShowAsync(SahelWatch.Accounts.Account own)
    {
        Secret = (await users.GetAuthenticatorKeyAsync(own))!;
        var address = $"otpauth://totp/SahelWatch:{Uri.EscapeDataString(own.Email!)}?secret={Secret}&issuer=SahelWatch";
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(data);
        Picture = $"data:image/png;base64,{Convert.ToBase64String(picture.GetGraphic(4))}";
    }
}
