using Alicerce.Contracts;
using Alicerce.Platform.Alerts;
using Alicerce.Platform.Projects;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Modules.Resources.Secrets;

internal static class SecretServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<Sealer>();
        services.AddScoped<SecretReading>();
        services.AddScoped<SecretStore>();
        services.AddSingleton<IAlertSource, ExpiringSecrets>();
        services.AddSingleton<IAlertSource, MissingSecrets>();
        services.AddScoped<EnvironmentSecretReader>();
        services.AddScoped<ISecretReader, StoredSecretReader>();
    }
}
