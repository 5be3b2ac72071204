using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Jobs;

/// <summary>One registered type of job.</summary>
/// <param name="Run">How to run an attempt of it.</param>
/// <param name="FindMistake">Says where arguments cannot be read, or null.</param>
public sealed record JobHandlerRegistration(string Type, Func<IServiceProvider, string, JobContext, CancellationToken, Task> Run, Func<string, string?> FindMistake);

/// <summary>Registration of handlers, next to the module that owns them.</summary>
public static class JobHandlers
{
    /// <summary>Makes <typeparamref name="THandler"/> the handler of all jobs of <paramref name="type"/>. Call it in <c>AddWorkers</c>.</summary>
    public static IServiceCollection AddJobHandler<THandler, TArgs>(this IServiceCollection services, string type)
        where THandler : class, IJobHandler<TArgs>
    {
        services.AddScoped<THandler>();
        return services.AddJobType<TArgs>(type, (provider, args, job, ct) => provider.GetRequiredService<THandler>().HandleAsync(args, job, ct));
    }

    internal static IServiceCollection AddJobType<TArgs>(this IServiceCollection services, string type, Func<IServiceProvider, TArgs, JobContext, CancellationToken, Task> run) =>
        services.AddSingleton(new JobHandlerRegistration(type, (provider, json, job, ct) => run(provider, Read<TArgs>(type, json), job, ct), FindMistake<TArgs>));

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

    private static string? FindMistake<TArgs>(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<TArgs>(json, JobJson.Options) is null ? "$" : null;
        }
        catch (JsonException e)
        {
            return e.Path ?? "$";
        }
    }
}
