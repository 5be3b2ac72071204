using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Alicerce.EndToEnd.Testing;

/// <summary>A system under test on a free port, which answers as the test says.</summary>
internal sealed class Target : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Target(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.First());

    public static async Task<Target> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync(CancellationToken.None);
        return new Target(app);
    }

    /// <summary>Answers 200 with a greeting, except to these paths.</summary>
    public static Task<Target> StartAsync(params (string Path, int Status)[] others) => StartAsync(context =>
    {
        var status = others.FirstOrDefault(one => one.Path == context.Request.Path.Value).Status;
        context.Response.StatusCode = status == 0 ? 200 : status;
        return context.Response.WriteAsync("<h1>Welcome</h1>", context.RequestAborted);
    });

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
