using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Alicerce.Vectors.Tests.Http;

/// <summary>Speaks the wire format of OpenAI's <c>/embeddings</c>: the vector of a text says which text it is of, and the last come first.</summary>
internal sealed class FakeEmbeddingService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeEmbeddingService(WebApplication app) => _app = app;

    /// <summary>The bodies that came, in their order.</summary>
    public ConcurrentQueue<JsonNode> Requests { get; } = [];

    public ConcurrentQueue<string?> Keys { get; } = [];

    /// <summary>What it does instead of answering; returns false to answer after all.</summary>
    public Func<HttpContext, int, Task<bool>> Misbehave { get; set; } = (_, _) => Task.FromResult(false);

    public Uri Endpoint => new($"{_app.Urls.First()}/v1");

    public static async Task<FakeEmbeddingService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var service = new FakeEmbeddingService(app);
        app.MapPost("/v1/embeddings", service.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return service;
    }

    /// <summary>The vector that <paramref name="text"/> gets.</summary>
    public static float[] VectorOf(string text, int dimensions) => [.. Enumerable.Range(0, dimensions).Select(i => (text.GetHashCode(StringComparison.Ordinal) % 1_000 / 1_000f) + i)];

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        Requests.Enqueue(request);
        Keys.Enqueue(context.Request.Headers.Authorization);
        if (await Misbehave(context, Requests.Count)) return;
        var texts = request["input"]!.AsArray().Select(text => text!.GetValue<string>()).ToList();
        var dimensions = request["dimensions"]?.GetValue<int>() ?? 1_536;
        var data = texts.Select((text, index) => new { @object = "embedding", index, embedding = VectorOf(text, dimensions) }).Reverse();
        await context.Response.WriteAsync(JsonSerializer.Serialize(new { @object = "list", data, model = "m", usage = new { prompt_tokens = texts.Count * 3, total_tokens = texts.Count * 3 } }), context.RequestAborted);
    }
}
