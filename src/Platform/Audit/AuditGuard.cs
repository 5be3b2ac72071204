using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Platform.Audit;

/// <summary>Mark of an endpoint that changes something and is not written to the audit log.</summary>
/// <param name="Reason">Why nobody will miss it.</param>
public sealed record NotAudited(string Reason);

/// <summary>
/// Makes it impossible to forget: an endpoint that changes something and has written nothing to the audit log fails at its first success, in
/// whatever test calls it first.
/// </summary>
public static class AuditGuard
{
    public static TBuilder NotAudited<TBuilder>(this TBuilder builder, string reason)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new NotAudited(reason));

    internal static void Demand(HttpContext context)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || context.Features.Get<AccountedFor>() is not null) return;
        if (context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<NotAudited>() is null)
            throw new InvalidOperationException($"'{endpoint.DisplayName}' has changed something that the audit log does not know of: save an IAudited row, write an AuditEntry, or say NotAudited with the reason.");
    }
}
