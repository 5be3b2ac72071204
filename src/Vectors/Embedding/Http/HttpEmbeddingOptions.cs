using Alicerce.Outbound;

namespace Alicerce.Vectors.Embedding.Http;

/// <summary>Where and how <see cref="HttpEmbeddingGenerator"/> asks; the defaults are those of S001-EMB-01.</summary>
public sealed record HttpEmbeddingOptions
{
    /// <summary>The address below which <c>embeddings</c> answers, such as <c>https://host/v1</c>.</summary>
    public required Uri Endpoint { get; init => field = Checked(value); }

    /// <summary>Sent as a bearer token; null for a service that asks for none.</summary>
    public Secret? ApiKey { get; init; }

    public string Model { get; init; } = "text-embedding-3-small";

    /// <summary>Every vector has to have so many numbers.</summary>
    public int Dimensions { get; init => field = Positive(value); } = 1_536;

    /// <summary>Asks the service for that many; false for services that do not know the parameter.</summary>
    public bool SendsDimensions { get; init; } = true;

    /// <summary>How many texts one request carries.</summary>
    public int BatchSize { get; init => field = Positive(value); } = 100;

    /// <summary>For one attempt, to the last byte of its answer.</summary>
    public TimeSpan Timeout { get; init => field = Positive(value); } = TimeSpan.FromSeconds(30);

    /// <summary>How often one request is sent in all: after 408, 429, 5xx, a lost connection or no answer in time.</summary>
    public int MaxAttempts { get; init => field = Positive(value); } = 4;

    /// <summary>The first wait between two attempts, which doubles, when the service names none by <c>Retry-After</c>.</summary>
    public TimeSpan FirstWait { get; init => field = Positive(value); } = TimeSpan.FromMilliseconds(500);

    /// <summary>Nothing waits longer between two attempts; a service that asks for more fails the call.</summary>
    public TimeSpan LongestWait { get; init => field = Positive(value); } = TimeSpan.FromSeconds(30);

    public int MaxAnswerBytes { get; init => field = Positive(value); } = 16 * 1024 * 1024;

    private static Uri Checked(Uri endpoint) =>
        endpoint is { IsAbsoluteUri: true, UserInfo: "", Query: "", Fragment: "" } && (endpoint.Scheme == Uri.UriSchemeHttps || endpoint.Scheme == Uri.UriSchemeHttp)
            ? endpoint
            : throw new ArgumentException("The endpoint of the embedding service has to be an http or https address without user, query and fragment, such as https://host/v1.", nameof(endpoint));

    private static int Positive(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        return value;
    }

    private static TimeSpan Positive(TimeSpan value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
        return value;
    }
}
