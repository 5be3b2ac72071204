using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Harness;

/// <summary>Slack's side of an incoming webhook, in its wire format: 200 <c>ok</c>, 429 with <c>Retry-After</c>, other errors as one word of plain text.</summary>
public sealed class FakeSlack : IAsyncDisposable
{
    private const string Path = "/services/T000/B000/s3cret";
    private const int LongestText = 40_000;
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Answer> _next = new();

    private sealed record Answer(int Status, string Word, int? RetryAfter);

    private FakeSlack(WebApplication app) => _app = app;

    /// <summary>The texts of what was sent, taken or not.</summary>
    public ConcurrentQueue<string> Texts { get; } = new();

    /// <summary>The address with its secret end.</summary>
    public string Url => _app.Urls.First() + Path;

    public static async Task<FakeSlack> StartAsync(CancellationToken ct)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var slack = new FakeSlack(builder.Build());
        slack._app.Run(slack.TakeAsync);
        await slack._app.StartAsync(ct);
        return slack;
    }

    /// <summary>The answer to the next message that has none yet; without one it is 200 <c>ok</c>.</summary>
    public void AnswersNext(int status, string word, int? retryAfter = null) => _next.Enqueue(new Answer(status, word, retryAfter));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        if (context.Request.Path != Path || context.Request.Method != "POST")
        {
            await AnswerAsync(context, new Answer(404, "no_service", null));
            return;
        }

        var text = await ReadAsync(context.Request);
        Texts.Enqueue(text ?? "");
        await AnswerAsync(context, text is null ? new Answer(400, "invalid_payload", null) : text.Length is 0 or > LongestText ? new Answer(400, "no_text", null) : _next.TryDequeue(out var next) ? next : new Answer(200, "ok", null));
    }

    private static async Task<string?> ReadAsync(HttpRequest request)
    {
        if (request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true) return null;
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body);
            return body.RootElement.GetProperty("text").GetString();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static async Task AnswerAsync(HttpContext context, Answer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "text/html";
        if (answer.RetryAfter is { } seconds) context.Response.Headers.RetryAfter = $"{seconds}";
        await context.Response.WriteAsync(answer.Word);
    }
}
