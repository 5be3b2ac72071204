using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Alicerce.Platform.Web.Answers;

/// <summary>200 with the next part of a list that grows, or a problem (S001-API-05).</summary>
public sealed class Listed<T> : IResult, IEndpointMetadataProvider
{
    internal Listed(IReadOnlyList<T>? items, CursorMeta? meta, Problem? problem) => (Items, Meta, Problem) = (items, meta, problem);

    public IReadOnlyList<T>? Items { get; }

    public CursorMeta? Meta { get; }

    public Problem? Problem { get; }

    public static implicit operator Listed<T>(Problem problem) => new(null, null, problem);

    public Task ExecuteAsync(HttpContext httpContext) => Answer.WriteAsync(httpContext, 200, Items, Meta, Problem);

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Answer.Describe<IReadOnlyList<T>, CursorMeta>(builder, 200);
}

/// <summary>Makes <see cref="Listed{T}"/> answers.</summary>
public static class Listed
{
    /// <param name="rows">Up to one row more than the limit: the extra one only tells that there is more.</param>
    public static Listed<T> Of<T>(IReadOnlyList<T> rows, CursorRequest request, Func<T, string> cursorOf)
    {
        var hasMore = rows.Count > request.Limit;
        var items = hasMore ? [.. rows.Take(request.Limit)] : rows;
        return new Listed<T>(items, new CursorMeta(request.Limit, hasMore, hasMore ? cursorOf(items[^1]) : null), null);
    }
}
