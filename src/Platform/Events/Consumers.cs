using System.Text.Json;
using Alicerce.Contracts;
using Alicerce.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Events;

/// <summary>Who wants to hear of which facts. Every process knows all of them, also those whose work is done elsewhere.</summary>
internal sealed record Subscription(string Consumer, IReadOnlyList<string> EventTypes);

/// <summary>Registration of consumers, next to the module that owns them.</summary>
public static class Consumers
{
    private const int LongestName = 80;

    /// <summary>
    /// Makes <typeparamref name="THandler"/> hear of every fact of these types that is written from now on. Call it in <c>AddWorkers</c>.
    /// </summary>
    /// <param name="name">Stable and unique, such as <c>delivery.notices</c>: a fact becomes one job for each name.</param>
    /// <param name="eventTypes">Written names, such as <c>test.run.finished</c>.</param>
    public static IServiceCollection AddConsumer<THandler>(this IServiceCollection services, string name, params IReadOnlyList<string> eventTypes)
        where THandler : class, IConsumer
    {
        if (name.Length is 0 or > LongestName) throw new ArgumentException($"The name of a consumer has 1 to {LongestName} characters.", nameof(name));
        services.AddScoped<THandler>();
        services.AddJobType<EventEnvelope>(JobTypeOf(name), (provider, fact, job, ct) => provider.GetRequiredService<THandler>().HandleAsync(fact, job, ct));
        return services.AddSingleton(new Subscription(name, [.. eventTypes.Distinct()]));
    }

    /// <summary>Reads the fact itself; one that cannot be read makes the job dead at once, since it will not read better later.</summary>
    public static TPayload Read<TPayload>(this EventEnvelope fact)
    {
        try
        {
            return fact.Payload.Deserialize<TPayload>(JobJson.Options) ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw new JobAbandonedException($"The payload of this '{fact.EventType}' cannot be read: {e.Message}");
        }
    }

    internal static string JobTypeOf(string consumer) => $"consumer.{consumer}";
}
