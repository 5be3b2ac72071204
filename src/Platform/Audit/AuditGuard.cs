using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alicerce.Platform.Audit;

/// <summary>Mark of an endpoint that changes something and is not written to the audit log.</summary>
/// <param name="Reason">Why nobody will miss it.</param>
public sealed record NotAudited(string Reason);

/// <summary>
/// Makes it impossible to forget: an endpoint that changes something and has written nothing to the audit log fails at its first success, in
/// whatever test calls it first. Where users are, the change is made already and the answer goes out: it is told as an error of ours.
/// </summary>
public static class AuditGuard
{
    /// <summary>Switch of <see cref="AppContext"/> that tests set.</summary>
    public const string Strict = "Alicerce.Audit.Strict";

    public static TBuilder NotAudited<TBuilder>(this TBuilder builder, string reason)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new NotAudited(reason));

    internal static void Demand(HttpContext context)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || context.Features.Get<AccountedFor>() is not null) return;
        if (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<NotAudited>() is not null) return;
        var message = $"'{endpoint.DisplayName}' has changed something that the audit log does not know of: save an IAudited row, write an AuditEntry, or say NotAudited with the reason.";
        if (AppContext.TryGetSwitch(Strict, out var isStrict) && isStrict) throw new InvalidOperationException(message);
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(AuditGuard)).LogError("{Message}", message);
    }
}
