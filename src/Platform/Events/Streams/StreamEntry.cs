using System.Diagnostics;
using System.Text.Json;
using Alicerce.Contracts;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Redis;
using Alicerce.Platform.Web;

namespace Alicerce.Platform.Events;

/// <summary>One entry of a stream as it came, and what could be read of it.</summary>
/// <param name="Data">The field <c>data</c> as it came; null when there is none.</param>
/// <param name="Event">Null when it cannot be read.</param>
/// <param name="Problem">Why it cannot be read.</param>
internal sealed record StreamEntry(string Id, byte[]? Data, EventEnvelope? Event, string? TraceParent, string? Problem)
{
    private const int LargestData = 1024 * 1024;
    public const string DataField = "data";
    public const string TraceField = "traceparent";

    public bool IsOurs => Event?.SourceService == ServiceInfo.Name;

    /// <param name="reply">Id and fields, as <c>XREADGROUP</c>, <c>XAUTOCLAIM</c> and <c>XRANGE</c> give them.</param>
    public static StreamEntry Read(RedisReply reply, string eventType)
    {
        var id = reply.Items[0].Text!;
        var fields = reply.Items[1].Items;
        var data = Find(fields, DataField);
        if (data is null) return new StreamEntry(id, null, null, null, $"It has no field '{DataField}'.");
        if (data.Length > LargestData) return new StreamEntry(id, null, null, null, $"Its data has {data.Length} bytes; {LargestData} are read.");
        try
        {
            var fact = JsonSerializer.Deserialize<EventEnvelope>(data, JobJson.Options) ?? throw new JsonException("it is null");
            return fact.EventType == eventType
                ? new StreamEntry(id, data, WithSafeCorrelationId(fact), TraceOf(fields), null)
                : new StreamEntry(id, data, null, null, $"Its event_type is not the stream's, '{eventType}'.");
        }
        catch (JsonException e)
        {
            return new StreamEntry(id, data, null, null, $"Its data is not an event: {e.Message}");
        }
    }

    // It goes into logs and headers, like that of a request (T001-04); an event without a good one is tied together by its own id.
    private static EventEnvelope WithSafeCorrelationId(EventEnvelope fact) =>
        fact.CorrelationId is { } id && CorrelationId.IsSafe(id) ? fact : fact with { CorrelationId = $"{fact.EventId}" };

    private static string? TraceOf(RedisReply[] fields) =>
        Find(fields, TraceField) is { Length: 55 } bytes && System.Text.Encoding.ASCII.GetString(bytes) is var text && ActivityContext.TryParse(text, null, out _) ? text : null;

    private static byte[]? Find(RedisReply[] fields, string name)
    {
        for (var i = 0; i + 1 < fields.Length; i += 2)
            if (fields[i].Text == name) return fields[i + 1].Bytes;
        return null;
    }
}
