using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Data;
using Alicerce.Platform.Data.Rows;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Answers;
using Alicerce.Platform.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Alicerce.Platform.Schedules;

/// <summary>Jobs that run by the clock (D6). Only admins: a schedule runs any type of job with any arguments.</summary>
internal static class SchedulesEndpoints
{
    public static readonly Problem Unknown = Problem.NotFound("schedules.unknown", "There is no such schedule.");
    public static readonly Problem NameTaken = Problem.Conflict("schedules.name_taken", "Another schedule has this name.");

    /// <param name="Name">Kebab-case, unique.</param>
    /// <param name="Cron">Five fields as in crontab, or Quartz's six or seven with the seconds first.</param>
    /// <param name="JobType">The written name of a type of job, such as <c>testing.run_shard</c>.</param>
    /// <param name="Args">What the job takes; <c>{}</c> when left out.</param>
    /// <param name="TimeZone">IANA name of the zone whose clocks the expression means.</param>
    /// <param name="IsEnabled">False: it rests.</param>
    /// <param name="Misfire">For times that no server was up at: <c>run_once</c> makes up for all of them together, <c>skip</c> for none.</param>
    public sealed record ScheduleInput(
        [property: RegularExpression(Rules.KebabCase), MinLength(1), MaxLength(Rules.LongestName)] string Name,
        [property: MaxLength(ScheduleRules.LongestCron)] string Cron,
        [property: MaxLength(ScheduleRules.LongestType)] string JobType,
        JsonElement? Args = null,
        [property: MaxLength(ScheduleRules.LongestZone)] string TimeZone = "UTC",
        bool IsEnabled = true,
        [property: RegularExpression("^(run_once|skip)$")] string Misfire = Schedule.RunOnce);

    /// <summary>Fields to change; what is left out stays.</summary>
    public sealed record SchedulePatch
    {
        [RegularExpression(Rules.KebabCase), MinLength(1), MaxLength(Rules.LongestName)]
        public Optional<string> Name { get; init; }

        [MaxLength(ScheduleRules.LongestCron)]
        public Optional<string> Cron { get; init; }

        [MaxLength(ScheduleRules.LongestType)]
        public Optional<string> JobType { get; init; }

        public Optional<JsonElement?> Args { get; init; }

        [MaxLength(ScheduleRules.LongestZone)]
        public Optional<string> TimeZone { get; init; }

        public Optional<bool?> IsEnabled { get; init; }

        [RegularExpression("^(run_once|skip)$")]
        public Optional<string> Misfire { get; init; }
    }

    /// <param name="NextRunAt">Null when it rests or has no time left.</param>
    /// <param name="LastRunAt">When its last job was enqueued by the clock.</param>
    public sealed record ScheduleView(
        int Id, string Name, string Cron, string TimeZone, string JobType, JsonElement Args, bool IsEnabled, string Misfire, DateTimeOffset? NextRunAt,
        DateTimeOffset? LastRunAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

    public sealed record StartedJob(long JobId);

    // It rests: whoever tries the description out starts nothing by it.
    private const string Example = """
        {"name": "night-shard", "cron": "30 8 * * MON-FRI", "time_zone": "America/Sao_Paulo", "job_type": "testing.run_shard", "args": {"run_id": 1, "shard": 0}, "is_enabled": false, "misfire": "run_once"}
        """;

    public static void Map(IEndpointRouteBuilder api)
    {
        var schedules = api.MapGroup("/schedules").WithTags("Schedules").AcrossProjects().RequireAuthorization(Policies.Admin);
        schedules.MapGet("/", ListAsync).WithSummary("List schedules, by name").ProducesErrors(403);
        schedules.MapPost("/", CreateAsync).WithSummary("Create a schedule").ProducesErrors(403, 409).WithExample(Example);
        schedules.MapGet("/{id:int}", ReadAsync).WithSummary("Read a schedule").ProducesErrors(403, 404);
        schedules.MapPatch("/{id:int}", ChangeAsync).WithSummary("Change fields of a schedule").ProducesErrors(403, 404, 409, 412).WithExample(Example);
        schedules.MapDelete("/{id:int}", DeleteAsync).WithSummary("Delete a schedule; jobs that it enqueued go on").ProducesErrors(403, 404, 409, 412);
        schedules.MapPost("/{id:int}/run-now", RunNowAsync).WithSummary("Enqueue its job now, besides its times").ProducesErrors(403, 404);
    }

    private static async Task<Paged<ScheduleView>> ListAsync([AsParameters] PageQuery query, PlatformDb db, CancellationToken ct)
    {
        if (PageRequest.Read(query, out var request) is { } problem) return problem;
        return await Paged.OfAsync(db.Schedules.AsNoTracking().OrderBy(schedule => schedule.Name), request, ViewOf, ct);
    }

    private static async Task<Created<ScheduleView>> CreateAsync(ScheduleInput input, JobTypes types, PlatformDb db, TimeProvider clock, CancellationToken ct)
    {
        if (ScheduleRules.Check(input, types, clock.GetUtcNow()) is { } problem) return problem;
        var schedule = new Schedule
        {
            Name = input.Name,
            Cron = input.Cron,
            TimeZone = input.TimeZone,
            JobType = input.JobType,
            Args = ScheduleRules.ArgsOf(input),
            IsEnabled = input.IsEnabled,
            Misfire = input.Misfire,
            NextRunAt = NextOf(input, clock),
        };
        db.Schedules.Add(schedule);
        if (await db.TrySaveAsync(NameTaken, null, ct) is { } taken) return taken;
        return Created.At($"/api/v1/schedules/{schedule.Id}", ViewOf(schedule));
    }

    private static async Task<Result<ScheduleView>> ReadAsync(int id, PlatformDb db, CancellationToken ct) =>
        await db.Schedules.AsNoTracking().SingleOrDefaultAsync(schedule => schedule.Id == id, ct) is { } schedule ? ViewOf(schedule) : Unknown;

    private static async Task<Result<ScheduleView>> ChangeAsync(int id, SchedulePatch patch, JobTypes types, HttpContext http, PlatformDb db, TimeProvider clock, CancellationToken ct)
    {
        if (CheckCleared(patch) is { } cleared) return cleared;
        if (await db.Schedules.SingleOrDefaultAsync(schedule => schedule.Id == id, ct) is not { } schedule) return Unknown;
        if (http.CheckIfMatch(ViewOf(schedule)) is { } stale) return stale;
        var input = new ScheduleInput(
            patch.Name.Or(schedule.Name), patch.Cron.Or(schedule.Cron), patch.JobType.Or(schedule.JobType), patch.Args.Or(JsonElement.Parse(schedule.Args)),
            patch.TimeZone.Or(schedule.TimeZone), patch.IsEnabled.Or(schedule.IsEnabled) ?? false, patch.Misfire.Or(schedule.Misfire));
        if (ScheduleRules.Check(input, types, clock.GetUtcNow()) is { } problem) return problem;

        // A time that is due this moment stays due unless the times themselves change.
        if ((input.Cron, input.TimeZone, input.IsEnabled) != (schedule.Cron, schedule.TimeZone, schedule.IsEnabled)) schedule.NextRunAt = NextOf(input, clock);
        (schedule.Name, schedule.Cron, schedule.TimeZone, schedule.JobType) = (input.Name, input.Cron, input.TimeZone, input.JobType);
        (schedule.Args, schedule.IsEnabled, schedule.Misfire) = (ScheduleRules.ArgsOf(input), input.IsEnabled, input.Misfire);
        if (await db.TrySaveAsync(NameTaken, null, ct) is { } taken) return taken;
        return ViewOf(schedule);
    }

    private static async Task<Done> DeleteAsync(int id, HttpContext http, PlatformDb db, CancellationToken ct)
    {
        if (await db.Schedules.SingleOrDefaultAsync(schedule => schedule.Id == id, ct) is not { } schedule) return Unknown;
        if (http.CheckIfMatch(ViewOf(schedule)) is { } stale) return stale;
        db.Schedules.Remove(schedule);
        await db.SaveChangesAsync(ct);
        return Done.Successfully;
    }

    private static async Task<Accepted<StartedJob>> RunNowAsync(int id, PlatformDb db, IJobQueue queue, AuditLog audit, CancellationToken ct)
    {
        if (await db.Schedules.AsNoTracking().SingleOrDefaultAsync(schedule => schedule.Id == id, ct) is not { } schedule) return Unknown;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var plain = (NpgsqlTransaction)transaction.GetDbTransaction();
        var job = await queue.EnqueueAsync(plain, new JobRequest(schedule.JobType, schedule.Args), ct);
        await audit.WriteAsync(plain, new AuditEntry("schedule.run", new AuditSubject("schedule", $"{id}", null)) { Details = new { JobId = job } }, ct);
        await transaction.CommitAsync(ct);
        return Accepted.At(JobEndpoints.AddressOf(job), new StartedJob(job));
    }

    private static Problem? CheckCleared(SchedulePatch patch)
    {
        var validation = new Validation();
        foreach (var (field, value) in new[] { ("name", patch.Name), ("cron", patch.Cron), ("job_type", patch.JobType), ("time_zone", patch.TimeZone), ("misfire", patch.Misfire) })
            validation.Check(value is not { IsGiven: true, Value: null }, field, "required", $"{field} cannot be cleared.");
        return validation.Check(patch.IsEnabled is not { IsGiven: true, Value: null }, "is_enabled", "required", "is_enabled cannot be cleared.").Problem;
    }

    private static DateTimeOffset? NextOf(ScheduleInput input, TimeProvider clock) =>
        input.IsEnabled && CronTimes.TryParse(input.Cron, CronTimes.FindZone(input.TimeZone)!, out var times) ? times.NextAfter(clock.GetUtcNow()) : null;

    private static ScheduleView ViewOf(Schedule schedule) => new(
        schedule.Id, schedule.Name, schedule.Cron, schedule.TimeZone, schedule.JobType, JsonElement.Parse(schedule.Args), schedule.IsEnabled, schedule.Misfire,
        schedule.NextRunAt, schedule.LastRunAt, schedule.CreatedAt, schedule.UpdatedAt);
}
