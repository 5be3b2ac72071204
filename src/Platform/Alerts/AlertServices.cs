using Alicerce.Outbound;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Alerts;

/// <summary>Registration of the rules, their memory and their messenger.</summary>
internal static class AlertServices
{
    public static IServiceCollection AddAlerts(this IServiceCollection services, AlertOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<Tally>();
        services.AddSingleton<MeasurementStore>();
        services.AddScoped<AlertBook>();
        return services.AddSingleton(provider => new SlackWebhook(
            options, (address, ct) => provider.GetRequiredService<OwnHttp>().PolicyForAsync(provider.GetRequiredService<EgressPolicy>(), address, ct), provider.GetRequiredService<TimeProvider>()));
    }

    public static void AddAlertWork(this IServiceCollection services)
    {
        services.AddSingleton<AlertWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<AlertWatch>());
        services.AddJobHandler<SendAlerts, AlertNews>(SendAlerts.JobType);
    }
}
