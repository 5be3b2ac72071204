using Alicerce.Platform.Web;

namespace Alicerce.Platform.Events;

/// <summary>How events go through Redis Streams: <c>events:{type}</c>, with the envelope as JSON in the field <c>data</c> (S001-RED-07).</summary>
public sealed record StreamOptions
{
    /// <summary>Entries that a stream keeps, roughly: <c>ALICERCE_STREAM_LENGTH</c>.</summary>
    public int Length { get; init; } = 10_000;

    /// <summary>Entries of a stream that are read at once.</summary>
    public int ReadCount { get; init; } = 10;

    /// <summary>How long a read waits in Redis for something new.</summary>
    public TimeSpan Block { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often it is looked for what others read and did not end.</summary>
    public TimeSpan ClaimInterval { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>What was read so long ago and has not ended is taken over.</summary>
    public TimeSpan ClaimAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>An entry that was read so often and never ended is put aside: it seems to kill who reads it.</summary>
    public int MostDeliveries { get; init; } = 10;

    /// <summary>A reader that was not heard of so long is forgotten.</summary>
    public TimeSpan ForgetReaderAfter { get; init; } = TimeSpan.FromHours(1);

    internal const string Group = ServiceInfo.Name;

    internal static string KeyOf(string eventType) => $"events:{eventType}";

    internal static string DeadKeyOf(string eventType) => $"events:dead:{eventType}";
}
