using System.Globalization;
using System.Text.Json;
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
        if (context.Features.Get<BareRoute>() is not null) return WriteJsonAsync(context, data, context.RequestAborted);
        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        var envelope = new Envelope<TData, TMeta>("success", data!, meta, [], clock.GetUtcNow(), context.TraceIdentifier);
        return WriteJsonAsync(context, envelope, context.RequestAborted);
    }

    /// <summary>One resource: with the tag of its state, and without a body when the caller has this state already.</summary>
    internal static Task WriteResourceAsync<T>(HttpContext context, T? data, Problem? problem)
        where T : notnull
    {
        if (problem is not null || !HasState(context)) return WriteAsync(context, 200, data, (NoMeta?)null, problem);
        var json = JsonSerializer.SerializeToUtf8Bytes(data, ApiJson.Options);
        var tag = EntityTag.OfJson(json);
        context.Response.Headers.ETag = tag;
        if (!IsRead(context.Request) || !EntityTag.IsKnown(context.Request, tag)) return WriteAsync(context, 200, new WrittenJson(json), (NoMeta?)null, null);
        context.Response.StatusCode = 304;
        return Task.CompletedTask;
    }

    // An action's answer is no state of the resource at its address, and of a secret not even the hash goes where headers go.
    private static bool HasState(HttpContext context) =>
        (IsRead(context.Request) || HttpMethods.IsPut(context.Request.Method) || HttpMethods.IsPatch(context.Request.Method))
        && context.GetEndpoint()?.Metadata.GetMetadata<SecretAnswer>() is null;

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    internal static Task WriteErrorAsync(HttpContext context, int status, string code, string message, IReadOnlyList<ErrorDetail> details)
    {
        context.Response.StatusCode = status;
        return WriteJsonAsync(context, new ErrorBody("error", code, message, details, context.TraceIdentifier), CancellationToken.None);
    }

    // With its length told, so that nobody compresses the small ones.
    private static async Task WriteJsonAsync<T>(HttpContext context, T value, CancellationToken ct)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, ApiJson.Options);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(json, ct);
    }

    internal static void Describe<TData, TMeta>(EndpointBuilder builder, int status)
        where TData : notnull
        where TMeta : class =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(Envelope<TData, TMeta>), ["application/json"]));
}
