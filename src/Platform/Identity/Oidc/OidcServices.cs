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
        services.AddSingleton(provider => new ProviderClient(
            options, ct => provider.GetRequiredService<OwnHttp>().PolicyForAsync(provider.GetRequiredService<EgressPolicy>(), options.MetadataAddress, ct), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<TokenValidator>();
        services.AddSingleton<ExternalUsers>();
        services.AddSingleton<OidcSignIn>();
        return services.AddSingleton<BearerJwts>();
    }
}
