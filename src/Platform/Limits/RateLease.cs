using System.Threading.RateLimiting;

namespace Alicerce.Platform.Limits;

/// <summary>The answer of a limiter, with what the headers <c>Retry-After</c> and <c>RateLimit-*</c> say.</summary>
internal sealed class RateLease(bool isAcquired, long limit, long remaining, TimeSpan retryAfter) : RateLimitLease
{
    public static readonly MetadataName<long> Limit = MetadataName.Create<long>("RATE_LIMIT");
    public static readonly MetadataName<long> Remaining = MetadataName.Create<long>("RATE_LIMIT_REMAINING");

    public override bool IsAcquired => isAcquired;

    public override IEnumerable<string> MetadataNames => isAcquired ? [Limit.Name, Remaining.Name] : [Limit.Name, Remaining.Name, MetadataName.RetryAfter.Name];

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = metadataName == Limit.Name ? limit
            : metadataName == Remaining.Name ? remaining
            : metadataName == MetadataName.RetryAfter.Name && !isAcquired ? retryAfter
            : null;
        return metadata is not null;
    }
}
