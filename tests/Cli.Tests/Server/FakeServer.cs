using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Alicerce.Cli.Tests.Server;

/// <summary>A server that misbehaves as its test says: it speaks the agreed wire format only where the test makes it.</summary>
public sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeServer(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    public static async Task<FakeServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new FakeServer(app);
    }

    /// <summary>Answers one data in the envelope.</summary>
    public static Task AnswerAsync(HttpContext context, string data, string meta = "null") =>
        JsonAsync(context, 200, $$"""{"status":"success","data":{{data}},"meta":{{meta}},"errors":[],"timestamp":"2026-01-01T00:00:00Z","request_id":"r-1","added_later":[1]}""");

    public static Task ProblemAsync(HttpContext context, int status, string code, string message) =>
        JsonAsync(context, status, $$"""{"status":"error","code":"{{code}}","message":"{{message}}","details":[],"request_id":"req-77"}""");

    public static Task JsonAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json, context.RequestAborted);
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
