using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Alicerce.Platform.Web.Answers;

/// <summary>Meta of a numbered page (S001-API-04).</summary>
public sealed record PageMeta(int Page, int PerPage, long Total, long TotalPages, bool HasNext, bool HasPrev);

/// <summary>Meta of a list that grows (S001-API-05): send <paramref name="NextCursor"/> back as <c>cursor</c>.</summary>
public sealed record CursorMeta(int Limit, bool HasMore, string? NextCursor);

/// <summary>Query parameters of a numbered list; take it with <c>[AsParameters]</c>.</summary>
/// <param name="Page">From 1.</param>
/// <param name="PerPage">1 to 100; 20 when left out.</param>
public sealed record PageQuery(
    [property: FromQuery(Name = "page"), Range(1, 100_000)] int? Page, [property: FromQuery(Name = "per_page"), Range(1, 100)] int? PerPage);

/// <summary>Query parameters of a list that grows; take it with <c>[AsParameters]</c>.</summary>
/// <param name="Cursor">The <c>next_cursor</c> of the part before; left out for the first.</param>
/// <param name="Limit">1 to 100; 20 when left out.</param>
public sealed record CursorQuery([property: FromQuery(Name = "cursor")] string? Cursor, [property: FromQuery(Name = "limit"), Range(1, 100)] int? Limit);

/// <summary>The numbered page that a caller wants.</summary>
public sealed record PageRequest(int Page, int PerPage)
{
    public const int DefaultPerPage = 20;
    public const int LargestPerPage = 100;

    public int Skip => (Page - 1) * PerPage;

    /// <summary>Reads <c>page</c> and <c>per_page</c>; both outside 1–100 000 and 1–100 are mistakes, not clamped silently (T001-08).</summary>
    public static Problem? Read(PageQuery query, out PageRequest request)
    {
        request = new PageRequest(query.Page ?? 1, query.PerPage ?? DefaultPerPage);
        var validation = new Validation()
            .Check(request.Page is >= 1 and <= 100_000, "page", "out_of_range", "page is a number from 1 to 100000.")
            .Check(request.PerPage is >= 1 and <= LargestPerPage, "per_page", "out_of_range", $"per_page is a number from 1 to {LargestPerPage}.");
        return validation.Problem;
    }

    public PageMeta Meta(long total)
    {
        var pages = (total + PerPage - 1) / PerPage;
        return new PageMeta(Page, PerPage, total, pages, Page < pages, Page > 1 && total > 0);
    }
}
