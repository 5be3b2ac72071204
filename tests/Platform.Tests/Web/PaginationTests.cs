using Alicerce.Platform.Web.Answers;

namespace Alicerce.Platform.Tests.Web;

public sealed class PaginationTests
{
    private sealed record Row(DateTimeOffset Time, long Id);

    [Fact]
    [Trait("Req", "S001-API-05")]
    public void Walking_a_list_of_a_thousand_rows_with_equal_times_meets_every_row_once()
    {
        // Four rows share each time, so only time and id together are a place.
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var rows = Enumerable.Range(1, 1000).Select(id => new Row(start.AddSeconds(id / 4), id)).ToList();
        var met = new List<long>();
        string? cursor = null;
        do
        {
            CursorRequest.Read(new CursorQuery(cursor, 7), out var request).ShouldBeNull();
            var part = rows.Where(row => request.Time is null || (row.Time, row.Id).CompareTo((request.Time.Value, request.Id!.Value)) > 0).Take(request.Limit + 1).ToList();
            var list = Listed.Of(part, request, row => CursorRequest.Encode(row.Time, row.Id));
            met.AddRange(list.Items!.Select(row => row.Id));
            cursor = list.Meta!.NextCursor;
            list.Meta.HasMore.ShouldBe(cursor is not null);
        }
        while (cursor is not null);

        met.ShouldBe(rows.Select(row => row.Id));
    }

    [Theory]
    [InlineData("!!!")]
    [InlineData("YWJj")]
    [InlineData("OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTku")]
    public void A_cursor_that_was_not_given_out_is_refused(string cursor) =>
        CursorRequest.Read(new CursorQuery(cursor, null), out _).ShouldNotBeNull().Details.ShouldHaveSingleItem().Field.ShouldBe("cursor");

    [Theory]
    [InlineData(1, 20, 0, 0, false, false)]
    [InlineData(1, 20, 20, 1, false, false)]
    [InlineData(1, 20, 21, 2, true, false)]
    [InlineData(2, 20, 21, 2, false, true)]
    public void Meta_counts_pages(int page, int perPage, long total, long pages, bool hasNext, bool hasPrev)
    {
        PageRequest.Read(new PageQuery(page, perPage), out var request).ShouldBeNull();
        request.Meta(total).ShouldBe(new PageMeta(page, perPage, total, pages, hasNext, hasPrev));
    }
}
