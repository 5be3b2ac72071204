using System.Globalization;
using System.Threading.RateLimiting;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Redis;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Limits;

/// <summary>
/// Every request counts (S001-SEC-03, S001-ANTI-18): for who is signed in by the user, else by the address, and at the ways of signing in by the
/// address alone. Each answer says how much is left; beyond it is 429.
/// </summary>
internal sealed class RequestLimits : IDisposable
{
    private const int FilesOfAPage = 10;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly PartitionedRateLimiter<Rule> _limiter;
    private readonly RequestDelegate _next;
    private readonly RateLimitOptions _options;

    public RequestLimits(RequestDelegate next, RateLimitOptions options, IServiceProvider services, TimeProvider clock)
    {
        var redis = services.GetService<RedisClient>();
        (_next, _options) = (next, options);
        _limiter = PartitionedRateLimiter.Create<Rule, string>(rule => new RateLimit(rule.Permits, Window).For(rule.Who, rule.What, redis, clock));
    }

    private readonly record struct Rule(string Who, string What, int Permits);

    public async Task InvokeAsync(HttpContext context)
    {
        var rule = RuleFor(context);
        using var lease = await _limiter.AcquireAsync(rule, permitCount: 1, context.RequestAborted);
        Describe(context.Response.Headers, rule, lease);
        if (lease.IsAcquired)
        {
            await _next(context);
            return;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : Window;
        await Answer.WriteAsync(context, new Problem(ProblemKind.TooManyRequests, "platform.too_many_requests",
            $"More than {rule.Permits} requests in a minute: wait as long as Retry-After says, or ask an admin to raise the limit.")
        { RetryAfter = wait });
    }

    public void Dispose() => _limiter.Dispose();

    private Rule RuleFor(HttpContext context)
    {
        // By the route, not by the path: that may be written in capitals or with a slash at its end, and would count anew each time.
        if (context.GetEndpoint() is RouteEndpoint endpoint && endpoint.Metadata.GetMetadata<SignInLimit>() is not null)
            return new Rule(AddressOf(context), endpoint.RoutePattern.RawText ?? "sign-in", _options.SignIn);
        if (context.GetEndpoint()?.Metadata.GetMetadata<OwnFile>() is not null) return new Rule(AddressOf(context), "files", _options.User * FilesOfAPage);
        if (context.Caller() is not { } caller) return new Rule(AddressOf(context), "anonymous", _options.Anonymous);
        var who = $"user-{caller.UserId.ToString(CultureInfo.InvariantCulture)}";
        return caller.IsSelfTest ? new Rule(who, "self-test", _options.SelfTest) : new Rule(who, "api", _options.User);
    }

    private void Describe(IHeaderDictionary headers, Rule rule, RateLimitLease lease)
    {
        var left = lease.TryGetMetadata(RateLease.Remaining, out var remaining) ? remaining : _limiter.GetStatistics(rule)?.CurrentAvailablePermits ?? 0;
        headers["RateLimit-Limit"] = rule.Permits.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = Math.Max(0, left).ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = ((int)(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Ceiling(wait.TotalSeconds) : Window.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }

    // Behind a gateway this is the caller's own address only when the gateway is one of ALICERCE_TRUSTED_PROXIES (T001-76).
    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.MapToIPv6().ToString() ?? "unknown";
}

/// <summary>Mark of an endpoint at which passwords and links can be guessed.</summary>
internal sealed record SignInLimit;

/// <summary>Mark of files that are the same for everybody: a page needs a dozen of them, and many people share an address.</summary>
public sealed record OwnFile;
