using Alicerce.Platform.Events;
using Alicerce.Platform.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Jobs;

/// <summary>The types of jobs that some process of this installation works on, by name.</summary>
internal sealed class JobTypes(IEnumerable<JobTypes.Known> known)
{
    private readonly Dictionary<string, JobHandlerRegistration> _types = known.ToDictionary(type => type.Handler.Type, type => type.Handler, StringComparer.Ordinal);

    /// <summary>A registration that may only be looked at: its work may be done by another process.</summary>
    public sealed record Known(JobHandlerRegistration Handler);

    public IEnumerable<string> Names => _types.Keys.Order(StringComparer.Ordinal);

    public JobHandlerRegistration? Find(string type) => _types.GetValueOrDefault(type);
}

/// <summary>Every process knows all work; its role decides which of it is done here (D6).</summary>
public static class Work
{
    /// <param name="isOpen">False: others do the work of this module; facts are still relayed to its consumers.</param>
    public static void AddWork(this IServiceCollection services, IModule module, bool isOpen)
    {
        var work = new ServiceCollection();
        module.AddWorkers(work);
        foreach (var service in work)
        {
            var registration = service.IsKeyedService ? null : service.ImplementationInstance;
            if (registration is JobHandlerRegistration handler) services.AddSingleton(new JobTypes.Known(handler));
            if (isOpen || registration is Subscription) ((ICollection<ServiceDescriptor>)services).Add(service);
        }
    }
}
