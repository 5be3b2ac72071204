using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Jobs;

/// <summary>One registered type of job: how to run an attempt of it.</summary>
public sealed record JobHandlerRegistration(string Type, Func<IServiceProvider, string, JobContext, CancellationToken, Task> Run);

/// <summary>Registration of handlers, next to the module that owns them.</summary>
public static class JobHandlers
{
    /// <summary>Makes <typeparamref name="THandler"/> the handler of all jobs of <paramref name="type"/>.</summary>
    public static IServiceCollection AddJobHandler<THandler, TArgs>(this IServiceCollection services, string type)
        where THandler : class, IJobHandler<TArgs>
    {
        services.AddScoped<THandler>();
        return services.AddSingleton(new JobHandlerRegistration(type, (provider, json, job, ct) =>
            provider.GetRequiredService<THandler>().HandleAsync(Read<TArgs>(type, json), job, ct)));
    }

    private static TArgs Read<TArgs>(string type, string json)
    {
        try
        {
            return JsonSerializer.Deserialize<TArgs>(json, JobJson.Options) ?? throw new JsonException("The arguments are null.");
        }
        catch (JsonException e)
        {
            throw new JobAbandonedException($"The arguments of this '{type}' job cannot be read: {e.Message}");
        }
    }
}
