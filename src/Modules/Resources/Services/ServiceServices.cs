using Alicerce.Modules.Resources.Services.Health;
using Alicerce.Platform.Alerts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Modules.Resources.Services;

/// <summary>Registration of the service registry.</summary>
internal static class ServiceServices
{
    public static IEnumerable<string> CheckConfiguration(IConfiguration configuration)
    {
        if (configuration[HealthOptions.RetentionSetting] is { Length: > 0 } text && !(int.TryParse(text, out var days) && days is >= 1 and <= HealthOptions.LongestRetention))
            yield return $"{HealthOptions.RetentionSetting} is '{text}': use a number of days from 1 to {HealthOptions.LongestRetention}.";
    }

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var standard = new HealthOptions();
        services.AddSingleton(standard with { RetentionDays = int.TryParse(configuration[HealthOptions.RetentionSetting], out var days) ? days : standard.RetentionDays });
        services.AddSingleton<ServiceDirectory>();
        services.AddHostedService(provider => provider.GetRequiredService<ServiceDirectory>());
        services.AddSingleton<ServiceEgress>();
        services.AddSingleton<ServiceMetrics>();
        services.AddSingleton(provider => provider.GetRequiredService<ServiceMetrics>().Meter);
        services.AddSingleton<HealthProbes>();
        services.AddSingleton<HealthStore>();
        services.AddSingleton<IAlertSource, UnhealthyServices>();
        services.AddScoped<RegisterService>();
        services.AddScoped<Heartbeat>();
        services.AddScoped<CheckServices>();
    }

    public static void AddWorkers(IServiceCollection services)
    {
        services.AddHostedService<HealthRounds>();
        services.AddHostedService<CheckUpkeep>();
    }
}
