using Alicerce.Platform.Data.Rows;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Web.Answers;

namespace Alicerce.Platform.Schedules;

/// <summary>What a schedule may look like.</summary>
internal static class ScheduleRules
{
    public const int LongestCron = 200;
    public const int LongestZone = 64;
    public const int LongestType = 100;
    public const int LargestArgs = 16_384;
    public static readonly string[] Misfires = [Schedule.RunOnce, Schedule.Skip];

    private const string CronForm = "cron has five fields as in crontab, like '30 8 * * MON-FRI', or Quartz's six with the seconds first, like '0 30 8 ? * MON-FRI'.";

    public static Problem? Check(SchedulesEndpoints.ScheduleInput input, JobTypes types, DateTimeOffset now)
    {
        var validation = new Validation()
            .CheckName(input.Name)
            .Check(Misfires.Contains(input.Misfire), "misfire", "unknown", $"misfire is one of {string.Join(", ", Misfires)}.");
        CheckTimes(validation, input, now);
        CheckJob(validation, input, types);
        return validation.Problem;
    }

    private static void CheckTimes(Validation validation, SchedulesEndpoints.ScheduleInput input, DateTimeOffset now)
    {
        var zone = CronTimes.FindZone(input.TimeZone);
        validation.Check(zone is not null && input.TimeZone.Length <= LongestZone, "time_zone", "unknown", "time_zone is the IANA name of a zone, like 'America/Sao_Paulo' or 'UTC'.");
        if (input.Cron.Length > LongestCron || !CronTimes.TryParse(input.Cron, zone ?? TimeZoneInfo.Utc, out var times)) validation.Add("cron", "not_cron", CronForm);
        else validation.Check(times.NextAfter(now) is not null, "cron", "never", "cron names no time that is still to come.");
    }

    private static void CheckJob(Validation validation, SchedulesEndpoints.ScheduleInput input, JobTypes types)
    {
        if (types.Find(input.JobType) is not { } type)
        {
            validation.Add("job_type", "unknown", $"There is no such type of job. There are: {string.Join(", ", types.Names)}.");
            return;
        }

        var args = ArgsOf(input);
        if (args.Length > LargestArgs) validation.Add("args", "too_long", $"args has at most {LargestArgs} characters.");
        else if (args.Contains("\\u0000", StringComparison.Ordinal)) validation.Add("args", "bad_character", "args holds the character U+0000, which cannot be stored.");
        else if (type.FindMistake(args) is { } place) validation.Add("args", "do_not_fit", $"args are not what this type of job takes; look at {place}.");
    }

    public static string ArgsOf(SchedulesEndpoints.ScheduleInput input) => input.Args is { } args ? args.GetRawText() : "{}";
}
