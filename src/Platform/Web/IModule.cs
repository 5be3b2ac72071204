using Alicerce.Platform.Data;
using Alicerce.Platform.Keys;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Web;

/// <summary>
/// A room of the house. Every process builds every room (<see cref="AddServices"/>); its role decides which doors open
/// (<see cref="AddWorkers"/>, <see cref="MapEndpoints"/>).
/// </summary>
public interface IModule
{
    /// <summary>Lower-case, as in <c>Roles</c>: <c>testing</c>.</summary>
    string Name { get; }

    /// <summary>Its own schema, or null when it keeps nothing.</summary>
    ModuleSchema? Schema { get; }

    /// <summary>Its rows that are sealed under the master key; null when it has none.</summary>
    ISealedStore? Sealed => null;

    /// <summary>What is wrong with its settings, one sentence each; the server starts only when all modules say nothing.</summary>
    IEnumerable<string> CheckConfiguration(IConfiguration configuration) => [];

    void AddServices(IServiceCollection services, IConfiguration configuration);

    /// <summary>
    /// Job handlers, consumers and timers: <c>AddJobHandler</c>, <c>AddConsumer</c>, <c>AddHostedService</c>; the worker itself is the server's.
    /// Called in every process; where the work's doors are closed, only its registrations are read.
    /// </summary>
    void AddWorkers(IServiceCollection services);

    /// <param name="api">The group <c>/api/v1</c>, for signed-in callers, with envelope and errors.</param>
    void MapEndpoints(IEndpointRouteBuilder api);
}
