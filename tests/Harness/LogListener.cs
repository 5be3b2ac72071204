using System.Collections.Concurrent;
using Alicerce.Platform.Data;
using Alicerce.Platform.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alicerce.Harness;

/// <summary>A module that only hears what its server logs; the server needs a <c>LOG_LEVEL</c> that lets it.</summary>
public class LogListener : IModule, ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public string Name => "log_listener";

    public virtual ModuleSchema? Schema => null;

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<ILoggerProvider>(this);

    public void AddWorkers(IServiceCollection services)
    {
    }

    public void MapEndpoints(IEndpointRouteBuilder api)
    {
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception));

    public void Dispose() => GC.SuppressFinalize(this);
}
