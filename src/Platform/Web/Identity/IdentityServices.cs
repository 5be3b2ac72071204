using Alicerce.Platform.Data.Rows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Web.Identity;

/// <summary>Everything needs a valid token unless an endpoint says <c>AllowAnonymous</c>: health does, and nothing else yet (D8).</summary>
internal static class IdentityServices
{
    public static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<AdminToken>();

        // Only the core: the full registration would write data protection keys into the home folder, for cookies that there are not.
        services.AddWebEncoders();
        services.AddAuthenticationCore(options =>
        {
            options.DefaultScheme = BearerTokens.SchemeName;
            options.AddScheme<BearerTokens>(BearerTokens.SchemeName, displayName: null);
        });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Policies.Admin, policy => policy.RequireAuthenticatedUser().RequireRole(User.AdminRole));
        return services;
    }
}
