using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Alicerce.Platform.Web.Answers;

/// <summary>Meta of a numbered page (S001-API-04).</summary>
public sealed record PageMeta(int Page, int PerPage, long Total, long TotalPages, bool HasNext, bool HasPrev);

/// <summary>Meta of a list that grows (S001-API-05): send <paramref name="NextCursor"/> back as <c>cursor</c>.</summary>
public sealed record CursorMeta(int Limit, bool HasMore, string? NextCursor);

/// <summary>The numbered page that a caller wants.</summary>
public sealed record PageRequest(int Page, int PerPage)
{
    public const int DefaultPerPage = 20;
    public const int LargestPerPage = 100;

    public int Skip => (Page - 1) * PerPage;

    /// <summary>Reads <c>page</c> and <c>per_page</c>; both outside 1–100 000 and 1–100 are mistakes, not clamped silently (T001-08).</summary>
    public static Problem? Read(int? page, int? perPage, out PageRequest request)
    {
        request = new PageRequest(page ?? 1, perPage ?? DefaultPerPage);
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

/// <summary>The place in a list ordered by (time, id), and how many rows from there. Opaque to callers (T001-08).</summary>
public sealed record CursorRequest(DateTimeOffset? Time, long? Id, int Limit)
{
    public const int DefaultLimit = 20;
    public const int LargestLimit = 100;

    public static Problem? Read(string? cursor, int? limit, out CursorRequest request)
    {
        request = new CursorRequest(null, null, limit ?? DefaultLimit);
        var validation = new Validation().Check(request.Limit is >= 1 and <= LargestLimit, "limit", "out_of_range", $"limit is a number from 1 to {LargestLimit}.");
        if (cursor is { Length: > 0 })
        {
            if (TryDecode(cursor, out var time, out var id)) request = request with { Time = time, Id = id };
            else validation.Add("cursor", "unknown", "cursor is not one that this server gave out: start again without it.");
        }

        return validation.Problem;
    }

    public static string Encode(DateTimeOffset time, long id) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{time.UtcTicks}.{id}")));

    private static bool TryDecode(string cursor, out DateTimeOffset time, out long id)
    {
        (time, id) = (default, 0);
        if (cursor.Length > 100 || !Base64Url.IsValid(cursor)) return false;
        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)).Split('.');
        if (parts.Length != 2 || !long.TryParse(parts[0], CultureInfo.InvariantCulture, out var ticks) || !long.TryParse(parts[1], CultureInfo.InvariantCulture, out id)) return false;
        if (ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks) return false;
        time = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }
}
