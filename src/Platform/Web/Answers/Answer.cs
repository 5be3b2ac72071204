using System.Globalization;
using Alicerce.Platform.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Web.Answers;

/// <summary>Writes what goes out: the envelope, the bare payload of a source's route, or the error body.</summary>
public static class Answer
{
    /// <summary>Writes the error body of an expected failure.</summary>
    public static Task WriteAsync(HttpContext context, Problem problem)
    {
        var (status, code) = ProblemKinds.Of(problem.Kind);
        if (problem.RetryAfter is { } wait) context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var details = problem.Details.Count > 0 ? problem.Details : [new ErrorDetail(null, problem.Code, problem.Message)];
        return WriteErrorAsync(context, status, code, problem.Message, details);
    }

    internal static Task WriteAsync<TData, TMeta>(HttpContext context, int status, TData? data, TMeta? meta, Problem? problem)
        where TData : notnull
        where TMeta : class
    {
        if (problem is not null) return WriteAsync(context, problem);
        AuditGuard.Demand(context);
        context.Response.StatusCode = status;
        if (context.Features.Get<BareRoute>() is not null) return context.Response.WriteAsJsonAsync(data, context.RequestAborted);
        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        var envelope = new Envelope<TData, TMeta>("success", data!, meta, [], clock.GetUtcNow(), context.TraceIdentifier);
        return context.Response.WriteAsJsonAsync(envelope, context.RequestAborted);
    }

    internal static Task WriteErrorAsync(HttpContext context, int status, string code, string message, IReadOnlyList<ErrorDetail> details)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new ErrorBody("error", code, message, details, context.TraceIdentifier), CancellationToken.None);
    }

    internal static void Describe<TData, TMeta>(EndpointBuilder builder, int status)
        where TData : notnull
        where TMeta : class =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(Envelope<TData, TMeta>), ["application/json"]));
}
