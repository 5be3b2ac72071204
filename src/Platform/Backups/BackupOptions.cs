using System.Globalization;

namespace Alicerce.Platform.Backups;

/// <summary>When the server backs itself up, and how long it keeps that.</summary>
public sealed record BackupOptions
{
    private const int LongestKept = 3650;

    /// <summary><c>ALICERCE_BACKUP_AT</c>, in UTC; <c>off</c> is null.</summary>
    public TimeOnly? At { get; init; } = new(3, 0);

    /// <summary><c>ALICERCE_BACKUP_DAYS</c>.</summary>
    public int Days { get; init; } = 30;

    public static BackupOptions Read(Func<string, string?> setting, List<string> mistakes)
    {
        var options = new BackupOptions();
        if (setting("ALICERCE_BACKUP_AT") is { Length: > 0 } at)
        {
            if (at == "off") options = options with { At = null };
            else if (TimeOnly.TryParseExact(at, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) options = options with { At = time };
            else mistakes.Add($"ALICERCE_BACKUP_AT is '{at}': write a time of day in UTC like 03:00, or off.");
        }

        if (setting("ALICERCE_BACKUP_DAYS") is { Length: > 0 } days)
        {
            if (int.TryParse(days, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= LongestKept) options = options with { Days = number };
            else mistakes.Add($"ALICERCE_BACKUP_DAYS is '{days}': use a number from 1 to {LongestKept}.");
        }

        return options;
    }
}
