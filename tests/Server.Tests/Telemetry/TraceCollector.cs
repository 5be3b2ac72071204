using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Server.Tests.Telemetry;

/// <summary>Takes what is sent by OTLP over HTTP.</summary>
internal sealed class TraceCollector : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TraceCollector(WebApplication app) => _app = app;

    public ConcurrentQueue<string> Bodies { get; } = new();

    public ConcurrentQueue<string> Keys { get; } = new();

    public string Url => _app.Urls.First();

    public static async Task<TraceCollector> StartAsync(CancellationToken ct)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var collector = new TraceCollector(builder.Build());
        collector._app.Run(collector.TakeAsync);
        await collector._app.StartAsync(ct);
        return collector;
    }

    /// <summary>How many spans of this name belong to the trace: in a span's message the trace's id stands a little before the name.</summary>
    public int Count(ActivityTraceId trace, string name)
    {
        const int LongestBetween = 64;
        var id = Encoding.Latin1.GetString(Convert.FromHexString(trace.ToHexString()));
        var named = $"*{(char)name.Length}{name}";
        var count = 0;
        foreach (var body in Bodies)
        {
            for (var at = body.IndexOf(named, StringComparison.Ordinal); at >= 0; at = body.IndexOf(named, at + 1, StringComparison.Ordinal))
                if (body.AsSpan(Math.Max(0, at - LongestBetween), Math.Min(LongestBetween, at)).Contains(id, StringComparison.Ordinal)) count++;
        }

        return count;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        context.Response.StatusCode = context.Request.Path == "/v1/traces" ? 200 : 404;
        using var reader = new StreamReader(context.Request.Body, Encoding.Latin1);
        Bodies.Enqueue(await reader.ReadToEndAsync(context.RequestAborted));
        Keys.Enqueue($"{context.Request.Headers["api-key"]}");
    }
}
