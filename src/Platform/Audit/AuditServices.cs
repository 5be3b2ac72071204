using Alicerce.Platform.Alerts;
using Alicerce.Platform.Keys;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Audit;

/// <summary>Registration of the audit log: every process writes it.</summary>
public static class AuditServices
{
    public static IServiceCollection AddAuditLog(this IServiceCollection services, MasterKey master)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton(master);
        services.AddSingleton(AuditKey.Of(master));
        services.AddSingleton<AuditLog>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AuditSealer>();
        services.AddSingleton<IAlertSource, SetBackAlert>();
        return services.AddSingleton<AuditVerifier>();
    }
}
