using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Platform.Web.Answers;

/// <summary>200 with a numbered page, or a problem (S001-API-04).</summary>
public sealed class Paged<T> : IResult, IEndpointMetadataProvider
{
    internal Paged(IReadOnlyList<T>? items, PageMeta? meta, Problem? problem) => (Items, Meta, Problem) = (items, meta, problem);

    public IReadOnlyList<T>? Items { get; }

    public PageMeta? Meta { get; }

    public Problem? Problem { get; }

    public static implicit operator Paged<T>(Problem problem) => new(null, null, problem);

    public Task ExecuteAsync(HttpContext httpContext) => Answer.WriteAsync(httpContext, 200, Items, Meta, Problem);

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Answer.Describe<IReadOnlyList<T>, PageMeta>(builder, 200);
}

/// <summary>Makes <see cref="Paged{T}"/> answers.</summary>
public static class Paged
{
    public static Paged<T> Of<T>(IReadOnlyList<T> items, PageMeta meta) => new(items, meta, null);

    /// <summary>One page of rows that are in order, and how many there are in all.</summary>
    public static async Task<Paged<T>> OfAsync<TRow, T>(IQueryable<TRow> rows, PageRequest request, Converter<TRow, T> viewOf, CancellationToken ct)
    {
        var total = await rows.LongCountAsync(ct);
        var items = await rows.Skip(request.Skip).Take(request.PerPage).ToListAsync(ct);
        return Of(items.ConvertAll(viewOf), request.Meta(total));
    }
}
