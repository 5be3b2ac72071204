using System.Reflection;
using Alicerce.Platform.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Alicerce.Platform.Web.Answers;

/// <summary>204, or a problem.</summary>
public sealed class Done : IResult, IEndpointMetadataProvider
{
    /// <summary>It worked, and there is nothing to say.</summary>
    public static readonly Done Successfully = new(null);

    private Done(Problem? problem) => Problem = problem;

    public Problem? Problem { get; }

    public static implicit operator Done(Problem problem) => new(problem);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (Problem is { } problem) return Answer.WriteAsync(httpContext, problem);
        AuditGuard.Demand(httpContext);
        httpContext.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(204, typeof(void)));
}
