using Alicerce.Platform.Data.Rows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Identity;

/// <summary>Everything needs a caller unless an endpoint says <c>AllowAnonymous</c>: health and the ways of signing in do (D8).</summary>
internal static class IdentityServices
{
    public static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton(new SessionOptions());
        services.AddSingleton<CallerDirectory>();
        services.AddSingleton<AdminToken>();
        services.AddSingleton<InternalService>();
        services.AddSingleton<PasswordHashing>();
        services.AddSingleton<SessionStore>();
        services.AddScoped<SignInAttempts>();
        services.AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = PasswordHashing.Iterations);
        return services.AddSchemes().AddPolicies();
    }

    private static IServiceCollection AddSchemes(this IServiceCollection services)
    {
        // Only the core: the full registration would write data protection keys into the home folder, for nothing that we use.
        services.AddWebEncoders();
        services.AddAuthenticationCore(options =>
        {
            options.DefaultScheme = BearerTokens.SchemeName;
            options.AddScheme<BearerTokens>(BearerTokens.SchemeName, displayName: null);
            options.AddScheme<SessionCookies>(SessionCookies.SchemeName, displayName: null);
            options.AddScheme<InternalKeys>(InternalKeys.SchemeName, displayName: null);
        });
        // Found here, they are not put together by reflection at each request.
        services.AddTransient<BearerTokens>();
        services.AddTransient<SessionCookies>();
        services.AddTransient<InternalKeys>();
        return services.Configure<AuthenticationSchemeOptions>(BearerTokens.SchemeName, bearer =>
        {
            bearer.ForwardDefaultSelector = context => SchemeFor(context.Request);
            bearer.ForwardChallenge = BearerTokens.SchemeName;
            bearer.ForwardForbid = BearerTokens.SchemeName;
        });
    }

    /// <summary>Null for the default one. A key never counts beside a cookie: what a browser sends by itself is no service's word.</summary>
    private static string? SchemeFor(HttpRequest request)
    {
        if (request.Headers.Authorization.Count > 0) return null;
        return request.Headers.ContainsKey(InternalKeys.Header) && request.Headers.Cookie.Count == 0 ? InternalKeys.SchemeName : SessionCookies.SchemeName;
    }

    private static IServiceCollection AddPolicies(this IServiceCollection services)
    {
        services.AddSingleton<IAuthorizationHandler, RoleHandler>();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(Policy(new RoleRequirement(null)))
            .AddPolicy(Policies.SignedIn, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Policies.Admin, Policy(new RoleRequirement(AccessRole.Admin)))
            .AddPolicy(Policies.HouseAdmin, Policy(new RoleRequirement(AccessRole.Admin, InTheHouse: true)));
        return services;
    }

    private static AuthorizationPolicy Policy(RoleRequirement requirement) =>
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(requirement).Build();
}
