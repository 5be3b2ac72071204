using System.Buffers;
using System.Globalization;

namespace Alicerce.Engine.Files;

/// <summary>Durations as people write them: <c>500ms</c>, <c>30s</c>, <c>1.5s</c>, <c>5m</c>, <c>1h</c>; a bare number is milliseconds.</summary>
internal static class DurationText
{
    /// <summary>More than any test or run may take; keeps arithmetic with durations far from its limits.</summary>
    public static readonly TimeSpan Max = TimeSpan.FromDays(7);

    private static readonly SearchValues<char> NumberChars = SearchValues.Create("0123456789.");

    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        int end = text.AsSpan().IndexOfAnyExcept(NumberChars);
        (string number, string unit) = end < 0 ? (text, "ms") : (text[..end], text[end..].Trim());
        long ticks = unit switch
        {
            "ms" => TimeSpan.TicksPerMillisecond,
            "s" => TimeSpan.TicksPerSecond,
            "m" or "min" => TimeSpan.TicksPerMinute,
            "h" => TimeSpan.TicksPerHour,
            _ => 0,
        };
        if (ticks == 0 || !decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount) || amount > Max.Ticks / ticks)
            return false;
        duration = TimeSpan.FromTicks((long)(amount * ticks));
        return true;
    }

    /// <summary>The shortest of the forms that <see cref="TryParse"/> reads back without loss.</summary>
    public static string Format(TimeSpan duration) => duration.Ticks switch
    {
        0 => "0s",
        var t when t % TimeSpan.TicksPerHour == 0 => $"{t / TimeSpan.TicksPerHour}h",
        var t when t % TimeSpan.TicksPerMinute == 0 => $"{t / TimeSpan.TicksPerMinute}m",
        var t when t % TimeSpan.TicksPerSecond == 0 => $"{t / TimeSpan.TicksPerSecond}s",
        var t => ((decimal)t / TimeSpan.TicksPerMillisecond).ToString("0.####", CultureInfo.InvariantCulture) + "ms",
    };
}
