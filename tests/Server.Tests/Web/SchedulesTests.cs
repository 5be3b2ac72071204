using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Server.Tests.Web;

public sealed class SchedulesTests(FailingJobsFixture fixture) : IClassFixture<FailingJobsFixture>
{
    private readonly string _name = $"s{Guid.NewGuid():N}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_schedule_is_created_read_listed_changed_and_deleted()
    {
        using var created = await fixture.Client.PostAsJsonAsync(
            "/api/v1/schedules", new { name = _name, cron = "0 3 * * *", time_zone = "America/Sao_Paulo", job_type = FailingJobsFixture.JobType, args = "thing" }, Ct);
        created.StatusCode.ShouldBe(HttpStatusCode.Created, await created.Content.ReadAsStringAsync(Ct));
        var address = created.Headers.Location!.OriginalString;

        var read = await fixture.Server.GetAsync(address, Ct);
        read.GetProperty("args").GetString().ShouldBe("thing");
        read.GetProperty("misfire").GetString().ShouldBe("run_once");
        read.GetProperty("next_run_at").GetDateTimeOffset().UtcDateTime.TimeOfDay.ShouldBe(TimeSpan.FromHours(6));
        (await fixture.Server.GetAsync("/api/v1/schedules?per_page=100", Ct)).EnumerateArray().ShouldContain(schedule => schedule.GetProperty("name").GetString() == _name);

        (await PatchAsync(address, new { cron = "0 0 4 * * ?" })).GetProperty("next_run_at").GetDateTimeOffset().UtcDateTime.TimeOfDay.ShouldBe(TimeSpan.FromHours(7));
        (await PatchAsync(address, new { is_enabled = false })).GetProperty("next_run_at").ValueKind.ShouldBe(JsonValueKind.Null);
        (await PatchAsync(address, new { args = "other", misfire = "skip" })).GetProperty("args").GetString().ShouldBe("other");

        using var deleted = await fixture.Client.DeleteAsync(address, Ct);
        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var gone = await fixture.Client.GetAsync(address, Ct);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_schedule_runs_now_when_told_and_when_its_time_comes()
    {
        var schedule = await fixture.Server.PostAsync("/api/v1/schedules", new { Name = _name, Cron = "* * * * * ?", JobType = FailingJobsFixture.JobType, Args = "clock" }, Ct);
        var address = $"/api/v1/schedules/{schedule.GetProperty("id").GetInt32()}";
        using var accepted = await fixture.Client.PostAsync($"{address}/run-now", null, Ct);
        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await fixture.Server.GetAsync(accepted.Headers.Location!.OriginalString, Ct)).GetProperty("type").GetString().ShouldBe(FailingJobsFixture.JobType);

        await Eventually.BecomesTrueAsync(
            async () => (await fixture.Server.GetAsync(address, Ct)).GetProperty("last_run_at").ValueKind != JsonValueKind.Null, "the clock has run it", Ct);
        using var deleted = await fixture.Client.DeleteAsync(address, Ct);
    }

    [Theory]
    [InlineData("cron", "every day", "not_cron")]
    [InlineData("cron", "0 0 12 1 1 ? 1999", "never")]
    [InlineData("time_zone", "Mars/Olympus", "unknown")]
    [InlineData("time_zone", "right/UTC", "unknown")]
    [InlineData("job_type", "rm.rf", "unknown")]
    [InlineData("args", 7, "do_not_fit")]
    [InlineData("args", "\0", "bad_character")]
    [InlineData("misfire", "twice", "unknown")]
    [InlineData("name", "Not Kebab", "not_kebab_case")]
    public async Task A_schedule_that_could_not_run_is_refused_and_says_where(string field, object value, string code)
    {
        var input = new Dictionary<string, object> { ["name"] = _name, ["cron"] = "0 3 * * *", ["job_type"] = FailingJobsFixture.JobType, ["args"] = "thing", [field] = value };
        using var response = await fixture.Client.PostAsJsonAsync("/api/v1/schedules", input, Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, text);
        var details = JsonElement.Parse(text).GetProperty("details").EnumerateArray().ToList();
        details.Select(detail => (detail.GetProperty("field").GetString(), detail.GetProperty("code").GetString())).ShouldBe([(field, code)]);
    }

    [Fact]
    public async Task Two_schedules_have_no_common_name()
    {
        var input = new { Name = _name, Cron = "0 3 * * *", JobType = FailingJobsFixture.JobType, Args = "thing" };
        await fixture.Server.PostAsync("/api/v1/schedules", input, Ct);
        using var second = await fixture.Client.PostAsJsonAsync("/api/v1/schedules", input, Platform.Web.ApiJson.Options, Ct);
        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("GET", "/api/v1/schedules")]
    [InlineData("POST", "/api/v1/schedules")]
    [InlineData("PATCH", "/api/v1/schedules/1")]
    [InlineData("DELETE", "/api/v1/schedules/1")]
    [InlineData("POST", "/api/v1/schedules/1/run-now")]
    public async Task Schedules_are_an_admins(string method, string path)
    {
        using var developer = await TestUser.AddAsync(fixture, "developer", Ct);
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method is "POST" or "PATCH" ? JsonContent.Create(new { }) : null };
        using var response = await developer.Client.SendAsync(request, Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<JsonElement> PatchAsync(string address, object patch)
    {
        using var response = await fixture.Client.PatchAsJsonAsync(address, patch, Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonElement.Parse(text).GetProperty("data");
    }
}
