using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Alicerce.Cli.Server.Wire;
using Alicerce.Outbound;

namespace Alicerce.Cli.Server.Connection;

/// <summary>The server's API in its envelope: strict about what was agreed, indifferent to members that a newer server adds.</summary>
internal sealed class ServerClient(ServerTransport transport) : IDisposable
{
    private const string Prefix = "api/v1/";
    private const int LargestAnswer = 64 * 1024 * 1024;
    private const long LargestDownload = 1024L * 1024 * 1024;
    private const int PerPage = 100;
    private const int MostPages = 1_000;
    private static readonly TimeSpan BodyLimit = TimeSpan.FromMinutes(2);

    public Uri Address => transport.Address;

    public TimeProvider Clock => transport.Clock;

    public Task<ServerAnswer<T>> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken ct) => SendAsync(HttpMethod.Get, path, null, type, ct);

    public async Task<ServerAnswer<T>> SendAsync<T>(HttpMethod method, string path, RequestContent? content, JsonTypeInfo<T> type, CancellationToken ct)
    {
        using var response = await transport.SendAsync(method, Prefix + path, content, null, ct);
        var envelope = await ReadEnvelopeAsync(response, ct);
        return new ServerAnswer<T>(Understand(envelope.Data, type, path), envelope.Data);
    }

    /// <summary>For requests whose answer says no more than that it was done.</summary>
    public async Task SendAsync(HttpMethod method, string path, RequestContent? content, CancellationToken ct)
    {
        using var response = await transport.SendAsync(method, Prefix + path, content, null, ct);
    }

    /// <summary>All items of a numbered list, page after page as they are asked for.</summary>
    public async IAsyncEnumerable<ServerAnswer<T>> ListAsync<T>(string path, JsonTypeInfo<T> type, [EnumeratorCancellation] CancellationToken ct)
    {
        var and = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        for (var page = 1; page <= MostPages; page++)
        {
            var (items, meta) = await ReadPartAsync($"{path}{and}page={page}&per_page={PerPage}", type, ct);
            foreach (var item in items)
                yield return item;
            if (meta is not { HasNext: true })
                yield break;
        }
    }

    /// <summary>The items of a list that grows, part after part as they are asked for.</summary>
    public async IAsyncEnumerable<ServerAnswer<T>> ListByCursorAsync<T>(string path, JsonTypeInfo<T> type, [EnumeratorCancellation] CancellationToken ct)
    {
        string? cursor = null;
        for (var part = 1; part <= MostPages; part++)
        {
            var (items, meta) = await ReadPartAsync($"{path}&limit={PerPage}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}", type, ct);
            foreach (var item in items)
                yield return item;
            cursor = meta?.NextCursor;
            if (cursor is null)
                yield break;
        }
    }

    /// <summary>Copies a body that is no envelope to <paramref name="target"/>.</summary>
    public async Task DownloadAsync(string path, Stream target, CancellationToken ct)
    {
        using var response = await transport.SendAsync(HttpMethod.Get, Prefix + path, null, null, ct);
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        var block = new byte[64 * 1024];
        long copied = 0;
        while (await ReadBlockAsync(body, block, ct) is > 0 and var read)
        {
            if ((copied += read) > LargestDownload)
                throw NotAgreed(path, "the file is larger than 1 GiB");
            await target.WriteAsync(block.AsMemory(0, read), ct);
        }
    }

    /// <returns>A stream of server-sent events, to be disposed by the caller.</returns>
    public Task<HttpResponseMessage> OpenEventsAsync(string path, string? lastEventId, CancellationToken ct) =>
        transport.SendAsync(HttpMethod.Get, Prefix + path, null, headers => AskForEvents(headers, lastEventId), ct);

    public void Dispose() => transport.Dispose();

    private static void AskForEvents(HttpRequestHeaders headers, string? lastEventId)
    {
        headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (lastEventId is not null)
            headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
    }

    private async Task<(IEnumerable<ServerAnswer<T>> Items, PageMeta? Meta)> ReadPartAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken ct)
    {
        using var response = await transport.SendAsync(HttpMethod.Get, Prefix + path, null, null, ct);
        var envelope = await ReadEnvelopeAsync(response, ct);
        return envelope.Data.ValueKind == JsonValueKind.Array
            ? (envelope.Data.EnumerateArray().Select(item => new ServerAnswer<T>(Understand(item, type, path), item)), envelope.Meta)
            : throw NotAgreed(path, "a list was expected");
    }

    private async Task<int> ReadBlockAsync(Stream body, byte[] block, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(BodyLimit, Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            return await body.ReadAsync(block, either.Token);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw BrokenOff(e);
        }
    }

    private async Task<Envelope> ReadEnvelopeAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var path = response.RequestMessage?.RequestUri?.AbsolutePath ?? "";
        using var limit = new CancellationTokenSource(BodyLimit, Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(either.Token);
            using var body = await BoundedBody.ReadAsync(stream, LargestAnswer, either.Token);
            if (body.Truncated)
                throw NotAgreed(path, $"the answer is larger than {LargestAnswer / 1024 / 1024} MiB");
            return JsonSerializer.Deserialize(body.Bytes.Span, ServerJson.Default.Envelope) is { Status: "success" } envelope
                ? envelope
                : throw NotAgreed(path, "the answer is not in the envelope of the API");
        }
        catch (JsonException)
        {
            throw NotAgreed(path, "the answer is not the JSON of the API");
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw BrokenOff(e);
        }
    }

    private T Understand<T>(JsonElement data, JsonTypeInfo<T> type, string path)
    {
        try
        {
            return data.Deserialize(type) ?? throw NotAgreed(path, "there is no data in it");
        }
        catch (JsonException e)
        {
            throw NotAgreed(path, PlainText.OneLine(e.Message));
        }
    }

    private UserError BrokenOff(Exception e) =>
        new($"The server at {Address} broke off in the middle of its answer ({(e is OperationCanceledException ? "it stopped sending" : PlainText.OneLine(e.Message))}).", ExitCodes.ServerUnavailable);

    private UserError NotAgreed(string path, string why) =>
        new($"The server at {Address} answers {path} in a way that this program does not understand: {why}. Is it an Alicerce server of this version?", ExitCodes.ServerUnavailable);
}
