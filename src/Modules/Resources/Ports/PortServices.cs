using Alicerce.Modules.Resources.Hosts;
using Alicerce.Modules.Resources.Ports.Compose;
using Alicerce.Modules.Resources.Ports.Local;
using Alicerce.Platform.Events;
using Alicerce.Platform.Projects;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Modules.Resources.Ports;

/// <summary>Registration of ports and hosts.</summary>
internal static class PortServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<SocketOwners>();
        services.AddSingleton<PortAllocator>();
        services.AddScoped<PortHolders>();
        services.AddScoped<HostBook>();
        services.AddScoped<ManageHosts>();
        services.AddScoped<ManageRanges>();
        services.AddScoped<AllocatePort>();
        services.AddScoped<ReleasePort>();
        services.AddScoped<ReservePort>();
        services.AddScoped<FindPorts>();
        services.AddScoped<CheckPort>();
        services.AddScoped<PortDrift>();
        services.AddScoped<PortDisagreements>();
        services.AddScoped<ImportCompose>();
        services.AddScoped<IEnvironmentHolds, EnvironmentPort>();
    }

    public static void AddWorkers(IServiceCollection services) => services.AddConsumer<EnvironmentPort.Allocation>("resources.environment_port", "environment.created");
}
