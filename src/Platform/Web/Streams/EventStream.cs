using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Alicerce.Platform.Web.Streams;

/// <summary>
/// Answers with server-sent events: a comment as heartbeat while nothing happens, and an end after an hour at most, after which a
/// client goes on by itself from the last id it saw. A stream also ends when its caller is signed out meanwhile (D8).
/// </summary>
public sealed class EventStream(Func<string?, CancellationToken, IAsyncEnumerable<ServerEvent>> events) : IResult, IEndpointMetadataProvider
{
    private const int LongestEventId = 100;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestStream = TimeSpan.FromHours(1);
    private static readonly byte[] Comment = ": still here\n\n"u8.ToArray();

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        httpContext.Response.ContentType = "text/event-stream";
        httpContext.Response.Headers["X-Accel-Buffering"] = "no";
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            httpContext.RequestAborted, httpContext.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        end.CancelAfter(LongestStream);

        // The headers and a first byte go out at once: the client knows that it is connected before anything happens.
        await WriteAsync(httpContext.Response, Comment, end.Token);
        await using var source = events(LastEventId(httpContext.Request), end.Token).GetAsyncEnumerator(end.Token);
        var watch = SignedInWatch.RunAsync(httpContext, end);
        try
        {
            await PumpAsync(source, httpContext.Response, end);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The client left or was signed out, the server stops or the hour is over: each is a normal end of a stream.
        }
        finally
        {
            await watch;
        }
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(200, typeof(string), ["text/event-stream"]));

    private static async Task PumpAsync(IAsyncEnumerator<ServerEvent> source, HttpResponse response, CancellationTokenSource end)
    {
        var next = source.MoveNextAsync().AsTask();
        try
        {
            while (true)
            {
                try
                {
                    if (!await next.WaitAsync(Heartbeat, end.Token)) return;
                }
                catch (TimeoutException)
                {
                    await WriteAsync(response, Comment, end.Token);
                    continue;
                }

                await WriteAsync(response, Format(source.Current), end.Token);
                next = source.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // A source that is still at work cannot be disposed; it has the same token and ends soon.
            await end.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task WriteAsync(HttpResponse response, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        await response.Body.WriteAsync(bytes, ct);
        await response.Body.FlushAsync(ct);
    }

    private static ReadOnlyMemory<byte> Format(ServerEvent item)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        if (item.Id is not null) buffer.Write(Encoding.UTF8.GetBytes($"id: {item.Id}\n"));
        buffer.Write(Encoding.UTF8.GetBytes($"event: {item.Name}\ndata: "));
        using (var json = new Utf8JsonWriter(buffer)) JsonSerializer.Serialize(json, item.Data, ApiJson.Options);
        buffer.Write("\n\n"u8);
        return buffer.WrittenMemory;
    }

    /// <summary>The id that a returning reader saw last, if it sent a plausible one.</summary>
    public static string? LastEventId(HttpRequest request) =>
        request.Headers["Last-Event-ID"] is [{ Length: > 0 and <= LongestEventId } id] ? id : null;
}
