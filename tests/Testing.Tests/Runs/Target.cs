using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Alicerce.Testing.Tests.Runs;

/// <summary>The system under test: a web server on a free port that answers as the test says and remembers what it was asked.</summary>
internal sealed class Target : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Target(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.First());

    /// <summary>Method and path of each request, in order.</summary>
    public ConcurrentQueue<(string Method, string Path)> Requests { get; } = new();

    public static async Task<Target> StartAsync(RequestDelegate answer, string host = "127.0.0.1")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://{host}:0");
        var app = builder.Build();
        var target = new Target(app);
        app.Run(context =>
        {
            target.Requests.Enqueue((context.Request.Method, context.Request.Path));
            return answer(context);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return target;
    }

    /// <summary>Answers 200, or the status that the path names: <c>/500/x</c>.</summary>
    public static Task<Target> StartAsync() => StartAsync(context =>
    {
        var first = context.Request.Path.Value!.Split('/')[1];
        context.Response.StatusCode = int.TryParse(first, out var status) ? status : 200;
        return context.Response.WriteAsync("fine", context.RequestAborted);
    });

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
