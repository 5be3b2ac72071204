using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Alicerce.Platform.Web.Answers;

/// <summary>The place in a list ordered by (time, id), and how many rows from there. Opaque to callers (T001-08).</summary>
public sealed record CursorRequest(DateTimeOffset? Time, long? Id, int Limit)
{
    public const int DefaultLimit = 20;
    public const int LargestLimit = 100;

    /// <summary>The place before every row: always a valid cursor.</summary>
    public static string Beginning => Encode(DateTimeOffset.UnixEpoch, 0);

    public static Problem? Read(CursorQuery query, out CursorRequest request)
    {
        request = new CursorRequest(null, null, query.Limit ?? DefaultLimit);
        var validation = new Validation().Check(request.Limit is >= 1 and <= LargestLimit, "limit", "out_of_range", $"limit is a number from 1 to {LargestLimit}.");
        if (query.Cursor is { Length: > 0 } cursor)
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
