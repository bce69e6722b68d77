using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SahelWatch.Data;
using SahelWatch.Editing;

namespace SahelWatch.Accounts;

/// <summary>Who may do what: accounts, the session cookie, and the policies that endpoints name.</summary>
public static class AccountSetup
{
    /// <summary>Iterations of PBKDF2 with SHA-512, after OWASP's password storage cheat sheet of 2023.</summary>
    private const int PasswordIterations = 210_000;

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration("Access")
            .Validate(options => options.SessionHours is >= 1 and <= 720, "Access:SessionHours must be 1 to 720.")
            .ValidateOnStart();
        services.AddIdentityCore<Account>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = 12;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
            })
            .AddEntityFrameworkStores<SahelWatchDbContext>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordIterations);
        services.AddScoped<IPasswordHasher<Account>, FoldingHasher>();
        services.AddScoped<SessionBook>();
        services.AddScoped<AccountLog>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<SecondStep>();
        services.AddScoped<RecoveryCodes>();
        services.AddScoped<AccountLinks>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddSingleton<PasskeyState>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });
        services.AddOptions<MailOptions>().BindConfiguration("Mail");
        services.AddSingleton<Mailer>();
        services.AddHostedService<FirstAdministrator>();
        services.AddSingleton<SignInGuard>();
        services.AddSingleton<KnownDevice>();
        services.AddSingleton<KeptPass>();
        services.AddDataProtection().SetApplicationName("SahelWatch").PersistKeysToDbContext<SahelWatchDbContext>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = SessionBook.CookieName;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.LoginPath = "/account/sign-in";
            options.AccessDeniedPath = "/errors/403";
            options.ReturnUrlParameter = "returnUrl";
            options.Events.OnValidatePrincipal = context =>
                context.HttpContext.RequestServices.GetRequiredService<SessionBook>().CheckAsync(context);
            options.Events.OnRedirectToLogin = Answers.SignInAsync;
            options.Events.OnRedirectToAccessDenied = Answers.ForbiddenAsync;
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "sahelwatch-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.HeaderName = "X-Form-Token";
        });
        services.AddSingleton<IAuthorizationHandler, ReadingHandler>();
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Reading, policy => policy.AddRequirements(new ReadingRequirement()))
            .AddPolicy(Policies.SignedIn, policy => policy.RequireAuthenticatedUser());
        services.Configure<AuthorizationOptions>(options =>
        {
            foreach (var (name, roles) in Policies.Roles)
            {
                options.AddPolicy(name, policy => policy.RequireRole(roles.Select(role => role.ToString())));
            }
        });
        return services;
    }
}

/// <summary>Met by everyone, or by everyone signed in where reading is closed.</summary>
internal sealed class ReadingRequirement : IAuthorizationRequirement;

internal sealed class ReadingHandler(IOptions<AccessOptions> access) : AuthorizationHandler<ReadingRequirement>
{
    protected override Task HandleRequirementAsync(
        AuthorizationHandlerContext context, ReadingRequirement requirement)
    {
        if (access.Value.IsReadingPublic || context.User.Identity?.IsAuthenticated == true)
        {
            context.Succeed(requirement);
        }
        return Task.CompletedTask;
    }
}
