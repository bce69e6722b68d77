using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using SahelWatch.Accounts;
using SahelWatch.Data;
using Owner = SahelWatch.Accounts.Account;

namespace SahelWatch.Pages.Account;

/// <summary>What a browser and the site say to each other about passkeys.</summary>
public static class PasskeyEndpoints
{
    private const int NameLength = 60;

    public static void MapPasskeys(this WebApplication app)
    {
        app.MapPost("/account/passkeys/begin", BeginAsync)
            .RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();
        app.MapPost("/account/passkeys/add", AddAsync)
            .RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();
        app.MapPost("/account/sign-in/passkey/begin", BeginSignInAsync).AllowAnonymous()
            .WithMetadata(new WorksReadOnlyAttribute()).ExcludeFromDescription();
        app.MapPost("/account/sign-in/passkey", SignInAsync).AllowAnonymous()
            .WithMetadata(new WorksReadOnlyAttribute()).ExcludeFromDescription();
    }

    /// <summary>Asks for the password first: a session alone, which may be stolen, lets no other key in.</summary>
    private static async Task<Results<ContentHttpResult, UnauthorizedHttpResult, UnprocessableEntity>> BeginAsync(
        Confirmation? given,
        HttpContext context,
        UserManager<Owner> users,
        IPasskeyHandler<Owner> passkeys,
        PasskeyState state,
        SignInDesk desk)
    {
        if (await OwnAsync(context, users) is not { } account)
        {
            return TypedResults.Unauthorized();
        }
        if (!desk.Confirms(context, account, given?.Current))
        {
            return TypedResults.UnprocessableEntity();
        }
        var made = await passkeys.MakeCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = account.Id.ToString(CultureInfo.InvariantCulture),
                Name = account.Email!,
                DisplayName = account.Name,
            },
            context);
        state.Keep(context, made.AttestationState);
        return TypedResults.Text(made.CreationOptionsJson, "application/json");
    }

    private static async Task<Results<NoContent, UnauthorizedHttpResult, UnprocessableEntity>> AddAsync(
        NewPasskey given,
        HttpContext context,
        UserManager<Owner> users,
        IPasskeyHandler<Owner> passkeys,
        PasskeyState state,
        AccountLog log,
        SahelWatchDbContext db,
        CancellationToken cancellationToken)
    {
        if (await OwnAsync(context, users) is not { } account || state.Take(context) is not { } kept)
        {
            return TypedResults.Unauthorized();
        }
        var result = await passkeys.PerformAttestationAsync(new PasskeyAttestationContext
        {
            HttpContext = context, CredentialJson = given.Credential.GetRawText(), AttestationState = kept,
        });
        if (!result.Succeeded || result.UserEntity.Id != account.Id.ToString(CultureInfo.InvariantCulture))
        {
            return TypedResults.UnprocessableEntity();
        }
        var name = ReadableText.Of(given.Name?.Trim() ?? "");
        result.Passkey.Name = name[..Math.Min(name.Length, NameLength)];
        log.Note(account.Id, AccountEventKind.PasskeyAdded, account.Id, result.Passkey.Name);
        if (!(await users.AddOrUpdatePasskeyAsync(account, result.Passkey)).Succeeded)
        {
            return TypedResults.UnprocessableEntity();
        }
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<ContentHttpResult> BeginSignInAsync(
        HttpContext context, IPasskeyHandler<Owner> passkeys, PasskeyState state)
    {
        var made = await passkeys.MakeRequestOptionsAsync(null, context);
        state.Keep(context, made.AssertionState);
        return TypedResults.Text(made.RequestOptionsJson, "application/json");
    }

    private static async Task<Results<NoContent, UnprocessableEntity>> SignInAsync(
        JsonElement credential, HttpContext context, UserManager<Owner> users,
        IPasskeyHandler<Owner> passkeys, PasskeyState state, SignInDesk desk, CancellationToken cancellationToken)
    {
        if (state.Take(context) is not { } kept)
        {
            return TypedResults.UnprocessableEntity();
        }
        var result = await passkeys.PerformAssertionAsync(new PasskeyAssertionContext
        {
            HttpContext = context, CredentialJson = credential.GetRawText(), AssertionState = kept,
        });
        if (!result.Succeeded || result.User.IsDisabled
            || !(await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey)).Succeeded)
        {
            return TypedResults.UnprocessableEntity();
        }
        await desk.EnterAsync(context, result.User, cancellationToken);
        return TypedResults.NoContent();
    }

    private static Task<Owner?> OwnAsync(HttpContext context, UserManager<Owner> users) =>
        users.FindByIdAsync(context.User.Person()!.Id.ToString(CultureInfo.InvariantCulture));

    internal sealed record Confirmation(string? Current);

    internal sealed record NewPasskey(string? Name, JsonElement Credential);
}
