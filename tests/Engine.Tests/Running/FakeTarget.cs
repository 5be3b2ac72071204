using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alicerce.Engine.Tests.Running;

/// <summary>A web server on a free port that answers as the test says, and remembers what it was asked.</summary>
internal sealed class FakeTarget : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeTarget(WebApplication app) => _app = app;

    public Uri BaseUrl => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Method, path with query and headers of every request.</summary>
    public ConcurrentQueue<(string Method, string Path, IHeaderDictionary Headers)> Requests { get; } = new();

    public static async Task<FakeTarget> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var target = new FakeTarget(app);
        app.Run(context =>
        {
            target.Requests.Enqueue((context.Request.Method, context.Request.Path + context.Request.QueryString, new HeaderDictionary(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value))));
            return answer(context);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return target;
    }

    /// <summary>Answers everything with one body.</summary>
    public static Task<FakeTarget> StartAsync(string body, string? contentType = "text/html", int status = 200) => StartAsync(context =>
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, contentType);
        return context.Response.WriteAsync(body, context.RequestAborted);
    });

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
