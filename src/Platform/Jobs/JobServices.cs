using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Jobs;

/// <summary>Registration of the queue: every process may enqueue, only those with open work doors run a worker.</summary>
public static class JobServices
{
    public static IServiceCollection AddJobQueue(this IServiceCollection services, JobOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<JobTypes>();
        services.AddSingleton<DeadJobs>();
        services.AddSingleton<JobMetrics>();
        services.AddSingleton<WorkerCalls>();
        return services.AddSingleton<IJobQueue, JobQueue>();
    }

    public static IServiceCollection AddJobWorker(this IServiceCollection services) => services.AddHostedService<JobWorker>();
}
