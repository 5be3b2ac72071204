using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Quartz;

namespace Alicerce.Platform.Schedules;

/// <summary>
/// The times of a cron expression on the clocks of a zone. A time that the clocks jump over is due when they have jumped; a time that they show
/// twice is due the first time, while "every half hour" goes on through both.
/// </summary>
internal sealed partial class CronTimes
{
    private const int FieldsOfCrontab = 5;
    private readonly CronExpression _expression;

    private CronTimes(CronExpression expression) => _expression = expression;

    /// <param name="cron">Five fields as in crontab, or Quartz's six or seven with the seconds first.</param>
    /// <param name="timeZone">As <see cref="FindZone"/> gives it.</param>
    public static bool TryParse(string cron, TimeZoneInfo timeZone, [NotNullWhen(true)] out CronTimes? times)
    {
        var format = cron.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length == FieldsOfCrontab ? CronFormat.Unix : CronFormat.Quartz;
        times = CronExpression.TryParse(cron, format, out var expression) ? new CronTimes(expression.WithTimeZone(timeZone)) : null;
        return times is not null;
    }

    /// <param name="name">IANA, such as <c>America/Sao_Paulo</c> or <c>UTC</c>; other files beside the zones are none.</param>
    public static TimeZoneInfo? FindZone(string name) =>
        ZoneName().IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    /// <summary>Null when there is no time left.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset time) => _expression.GetNextValidTimeAfter(time)?.ToUniversalTime();

    [GeneratedRegex(@"^(UTC|[A-Z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)+)\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ZoneName();
}
