using System.Globalization;
using Alicerce.Platform.Schedules;

namespace Alicerce.Platform.Tests.Schedules;

public sealed class CronTimesTests
{
    [Theory]
    [InlineData("30 8 * * MON-FRI", "UTC", "2027-01-01T12:00Z", "2027-01-04T08:30Z")] // Friday noon → Monday.
    [InlineData("0 30 8 ? * MON-FRI", "UTC", "2027-01-01T12:00Z", "2027-01-04T08:30Z")]
    [InlineData("0 9 * * *", "America/Sao_Paulo", "2027-01-01T12:00Z", "2027-01-02T12:00Z")]
    [InlineData("0 0 * * 0", "UTC", "2027-01-01T12:00Z", "2027-01-03T00:00Z")] // Crontab counts from Sunday as 0.
    [InlineData("30 2 * * *", "America/New_York", "2027-03-13T12:00Z", "2027-03-14T07:00Z")] // 02:30 does not exist: due at 03:00, when the clocks have jumped.
    [InlineData("30 2 * * *", "America/New_York", "2027-03-14T07:00Z", "2027-03-15T06:30Z")]
    [InlineData("0 0 * * *", "America/Santiago", "2027-09-04T12:00Z", "2027-09-05T04:00Z")] // Midnight does not exist.
    [InlineData("30 1 * * *", "America/New_York", "2027-11-06T12:00Z", "2027-11-07T05:30Z")] // 01:30 comes twice: the first.
    [InlineData("30 1 * * *", "America/New_York", "2027-11-07T05:30Z", "2027-11-08T06:30Z")] // And not the second.
    [InlineData("0/30 * * * *", "America/New_York", "2027-11-07T05:30Z", "2027-11-07T06:00Z")] // Every half hour goes on.
    public void The_next_time_is_the_one_that_the_clocks_of_the_zone_show(string cron, string zone, string after, string expected)
    {
        CronTimes.TryParse(cron, CronTimes.FindZone(zone)!, out var times).ShouldBeTrue();
        times.NextAfter(DateTimeOffset.Parse(after, CultureInfo.InvariantCulture)).ShouldBe(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("America/New_York")]
    [InlineData("Europe/Lisbon")]
    [InlineData("Australia/Lord_Howe")] // Half an hour of daylight saving.
    public void A_daily_time_is_due_once_a_day_all_year(string zone)
    {
        foreach (var cron in new[] { "30 1 * * *", "15 2 * * *", "0 0 * * *" })
        {
            CronTimes.TryParse(cron, CronTimes.FindZone(zone)!, out var times).ShouldBeTrue();
            var time = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
            var days = new List<DateTime>();
            while (times.NextAfter(time) is { } next && next.Year == 2027)
            {
                days.Add(TimeZoneInfo.ConvertTime(next, CronTimes.FindZone(zone)!).Date);
                time = next;
            }

            days.ShouldBeUnique();
            days.Count.ShouldBeInRange(364, 366);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("* * * *")]
    [InlineData("60 * * * *")]
    [InlineData("0 0 25 * * ?")]
    [InlineData("0 0 12 * * ? 2027 extra")]
    [InlineData("* * * * H")]
    [InlineData("\0 * * * *")]
    public void What_is_no_cron_expression_is_refused(string cron) => CronTimes.TryParse(cron, TimeZoneInfo.Utc, out _).ShouldBeFalse();

    [Fact]
    public void A_time_that_never_comes_is_none()
    {
        CronTimes.TryParse("0 0 12 1 1 ? 1999", TimeZoneInfo.Utc, out var times).ShouldBeTrue();
        times.NextAfter(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)).ShouldBeNull();
    }

    [Theory]
    [InlineData("right/UTC")]
    [InlineData("posix/America/New_York")]
    [InlineData("localtime")]
    [InlineData("../zoneinfo/UTC")]
    [InlineData("America/../../passwd")]
    [InlineData("E. South America Standard Time")]
    [InlineData("Nowhere/Land")]
    [InlineData("")]
    public void What_is_no_zone_is_refused(string name) => CronTimes.FindZone(name).ShouldBeNull();
}
