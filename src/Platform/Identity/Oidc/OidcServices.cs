using System.Globalization;
using Alicerce.Outbound;
using Alicerce.Platform.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Identity;

/// <summary>Adds the identity provider of the settings; without one, nothing of it is there.</summary>
internal static class OidcServices
{
    public static IServiceCollection AddOidc(this IServiceCollection services, IConfiguration configuration)
    {
        if (OidcOptions.Read(configuration, []) is not { } options) return services;
        services.AddSingleton(options);
        services.AddSingleton(provider => new ProviderClient(options, ct => EgressAsync(provider, options, ct), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<TokenValidator>();
        services.AddSingleton<ExternalUsers>();
        services.AddSingleton<OidcSignIn>();
        return services.AddSingleton<BearerJwts>();
    }

    /// <summary>An admin configured the issuer, so it may be on this machine or in a private network (D10).</summary>
    private static async Task<EgressPolicy> EgressAsync(IServiceProvider services, OidcOptions options, CancellationToken ct)
    {
        var policy = services.GetRequiredService<EgressPolicy>();
        var issuer = options.MetadataAddress;
        return policy with
        {
            Allowed = [.. policy.Allowed, string.Create(CultureInfo.InvariantCulture, $"{(issuer.HostNameType == UriHostNameType.IPv6 ? $"[{issuer.IdnHost}]" : issuer.IdnHost)}:{issuer.Port}")],
            OwnHttp = await services.GetRequiredService<OwnHttp>().EndpointsAsync(ct),
        };
    }
}
