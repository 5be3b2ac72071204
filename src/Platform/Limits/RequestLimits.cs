using System.Globalization;
using System.Threading.RateLimiting;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Redis;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Limits;

/// <summary>
/// Every request counts (S001-SEC-03, S001-ANTI-18): for who is signed in by the user, else by the address, and at the ways of signing in by the
/// address alone. Each answer says how much is left; beyond it is 429.
/// </summary>
internal sealed class RequestLimits : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly PartitionedRateLimiter<HttpContext> _limiter;
    private readonly RequestDelegate _next;
    private readonly RateLimitOptions _options;

    public RequestLimits(RequestDelegate next, RateLimitOptions options, IServiceProvider services, TimeProvider clock)
    {
        var redis = services.GetService<RedisClient>();
        (_next, _options) = (next, options);
        _limiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        {
            var (who, what, permits) = RuleFor(context);
            return new RateLimit(permits, Window).For(who, what, redis, clock);
        });
    }

    public async Task InvokeAsync(HttpContext context)
    {
        using var lease = await _limiter.AcquireAsync(context, permitCount: 1, context.RequestAborted);
        Describe(context, lease);
        if (lease.IsAcquired)
        {
            await _next(context);
            return;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : Window;
        await Answer.WriteAsync(context, new Problem(ProblemKind.TooManyRequests, "platform.too_many_requests",
            $"More than {RuleFor(context).Permits} requests in a minute: wait as long as Retry-After says, or ask an admin to raise the limit.")
        { RetryAfter = wait });
    }

    public void Dispose() => _limiter.Dispose();

    private (string Who, string What, int Permits) RuleFor(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<SignInLimit>() is not null) return (AddressOf(context), context.Request.Path.Value ?? "/", _options.SignIn);
        if (context.Caller() is not { } caller) return (AddressOf(context), "anonymous", _options.Anonymous);
        var who = $"user-{caller.UserId.ToString(CultureInfo.InvariantCulture)}";
        return caller.IsSelfTest ? (who, "self-test", _options.SelfTest) : (who, "api", _options.User);
    }

    private void Describe(HttpContext context, RateLimitLease lease)
    {
        var permits = RuleFor(context).Permits;
        var left = lease.TryGetMetadata(RateLease.Remaining, out var remaining) ? remaining : _limiter.GetStatistics(context)?.CurrentAvailablePermits ?? 0;
        var headers = context.Response.Headers;
        headers["RateLimit-Limit"] = permits.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = Math.Max(0, left).ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = ((int)(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Ceiling(wait.TotalSeconds) : Window.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }

    // Behind a gateway this is the caller's own address only when the gateway is one of ALICERCE_TRUSTED_PROXIES (T001-76).
    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.MapToIPv6().ToString() ?? "unknown";
}

/// <summary>Mark of an endpoint at which passwords and links can be guessed.</summary>
internal sealed record SignInLimit;
