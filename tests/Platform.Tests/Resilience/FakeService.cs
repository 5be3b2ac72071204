using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Platform.Tests.Resilience;

/// <summary>Another service on loopback that remembers what it was asked and answers as it is told.</summary>
internal sealed class FakeService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Received> _received = new();
    private int _count;

    private FakeService(WebApplication app) => _app = app;

    /// <param name="At">Timestamp of the system's clock.</param>
    public sealed record Received(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body, string Connection, long At);

    public Uri Url => new($"{_app.Urls.First()}/");

    public IReadOnlyList<Received> Requests => [.. _received];

    /// <summary>By default an empty JSON object. The number is 1 for the first request.</summary>
    public Func<HttpContext, int, Task> Answer { get; set; } = (context, _) => context.Response.WriteAsync("{}");

    public static async Task<FakeService> StartAsync(CancellationToken ct)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var service = new FakeService(builder.Build());
        service._app.Run(service.TakeAsync);
        await service._app.StartAsync(ct);
        return service;
    }

    public static Func<HttpContext, int, Task> Status(int status, string? retryAfter = null, string body = "{}") => (context, _) =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return context.Response.WriteAsync(body);
    };

    /// <summary>Never answers; ends when the caller leaves.</summary>
    public static Task Hang(HttpContext context, int _) =>
        Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        _received.Enqueue(new Received(
            context.Request.Method, $"{context.Request.Path}{context.Request.QueryString}", context.Request.Headers.ToDictionary(header => header.Key, header => $"{header.Value}", StringComparer.OrdinalIgnoreCase),
            body, context.Connection.Id, TimeProvider.System.GetTimestamp()));
        await Answer(context, Interlocked.Increment(ref _count));
    }
}
