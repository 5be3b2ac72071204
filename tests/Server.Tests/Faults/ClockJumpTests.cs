using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Alicerce.Harness;
using Alicerce.Platform.Data;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Web;
using Alicerce.Server.Tests.Identity;
using Alicerce.Server.Tests.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Server.Tests.Faults;

/// <summary>The clock of one process jumps an hour ahead; PostgreSQL's does not.</summary>
public sealed class ClockJumpTests(ClockJumpTests.Jumping fixture) : IClassFixture<ClockJumpTests.Jumping>
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    public sealed class Jumping : ServerFixture
    {
        public ForwardClock Clock { get; } = new();

        internal Work Work { get; } = new();

        protected override IModule[] ExtraModules => [new ForwardFixture.ClockModule(Clock), Work];
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_job_is_taken_away_or_run_too_early_no_schedule_storms_and_nobody_is_signed_out()
    {
        await using var other = await TestServer.StartAsync(fixture.Database, Ct, new Dictionary<string, string?> { ["ALICERCE_ROLES"] = "worker" }, fixture.Work);
        using var browser = await Browser.SignInAsync(fixture.Server, "developer", Ct);
        var queue = fixture.Server.Services.GetRequiredService<IJobQueue>();
        var running = await queue.EnqueueAsync(JobRequest.Of(Work.JobType, "long"), Ct);
        var later = await queue.EnqueueAsync(JobRequest.Of(Work.JobType, "later") with { RunAt = TimeProvider.System.GetUtcNow() + (s_hour / 2) }, Ct);
        var schedule = (await fixture.Server.PostAsync("/api/v1/schedules", new { Name = "minutely", Cron = "* * * * *", JobType = Work.JobType, Args = "tick" }, Ct)).GetProperty("id").GetInt32();
        await Eventually.BecomesTrueAsync(() => fixture.Work.Begun.Contains("long"), "the long job runs", Ct);

        fixture.Clock.Forward(s_hour);

        // A turn of the schedules and a beat of the leases, on the new time.
        await Eventually.BecomesTrueAsync(async () => await CountAsync($"correlation_id LIKE 'schedule-{schedule}-%'") > 0, "the schedule has run", Ct);
        await queue.EnqueueAsync(JobRequest.Of(Work.JobType, "after"), Ct);
        await Eventually.BecomesTrueAsync(() => fixture.Work.Begun.Contains("after"), "new work is done", Ct);
        (await CountAsync($"correlation_id LIKE 'schedule-{schedule}-%'")).ShouldBeInRange(1, 2, "the hour is made up for by one run; the minute may have ended meanwhile");
        (await fixture.Server.GetAsync($"/api/v1/schedules/{schedule}", Ct)).GetProperty("next_run_at").GetDateTimeOffset().ShouldBeGreaterThan(fixture.Clock.GetUtcNow());
        (await StateAsync(running)).ShouldBe(("running", 1));
        (await StateAsync(later)).ShouldBe(("queued", 0));

        (await browser.StatusAsync(HttpMethod.Get, "/api/v1/auth/me", null, Ct)).ShouldBe(HttpStatusCode.OK);
        (await fixture.Client.GetAsync("/api/v1/auth/me", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);

        fixture.Work.Gate.SetResult();
        await Eventually.BecomesTrueAsync(async () => await StateAsync(running) == ("succeeded", 1), "the long job ends as the one attempt that it was", Ct);
        fixture.Work.Begun.Count(name => name == "long").ShouldBe(1);
        (await fixture.Client.DeleteAsync($"/api/v1/schedules/{schedule}", Ct)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task A_limit_that_is_used_up_stays_so_for_its_minute()
    {
        var clock = new ForwardClock();
        await using var server = await TestServer.StartAsync(fixture.Database, Ct, new Dictionary<string, string?> { ["ALICERCE_LIMIT_SIGN_IN"] = "3" }, new ForwardFixture.ClockModule(clock), fixture.Work);
        for (var i = 0; i < 3; i++) (await SignInAsync(server)).ShouldBe(HttpStatusCode.Unauthorized);
        (await SignInAsync(server)).ShouldBe(HttpStatusCode.TooManyRequests);
        clock.Forward(s_hour);
        (await SignInAsync(server)).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    private static async Task<HttpStatusCode> SignInAsync(TestServer server)
    {
        using var response = await server.Anonymous.PostAsJsonAsync("/api/v1/auth/login", new { email = "nobody@example.com", password = "not the right phrase" }, Ct);
        return response.StatusCode;
    }

    private async Task<long> CountAsync(string where)
    {
        await using var command = fixture.Database.Source.CreateCommand($"SELECT count(*) FROM platform.jobs WHERE {where}");
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }

    private async Task<(string State, int Attempts)> StateAsync(long id)
    {
        await using var command = fixture.Database.Source.CreateCommand($"SELECT state, attempts FROM platform.jobs WHERE id = {id}");
        await using var reader = await command.ExecuteReaderAsync(Ct);
        await reader.ReadAsync(Ct);
        return (reader.GetString(0), reader.GetInt32(1));
    }

    /// <summary>Work that says when it begins; one kind of it waits.</summary>
    internal sealed class Work : IModule
    {
        public const string JobType = "jump.work";

        public ConcurrentQueue<string> Begun { get; } = new();

        public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => "jump";

        public ModuleSchema? Schema => null;

        public void AddServices(IServiceCollection services, IConfiguration configuration)
        {
        }

        public void AddWorkers(IServiceCollection services) => services.AddSingleton(this).AddJobHandler<Handler, string>(JobType);

        public void MapEndpoints(IEndpointRouteBuilder api)
        {
        }

        private sealed class Handler(Work work) : IJobHandler<string>
        {
            public async Task HandleAsync(string args, JobContext job, CancellationToken ct)
            {
                work.Begun.Enqueue(args);
                if (args == "long") await work.Gate.Task.WaitAsync(ct);
            }
        }
    }
}
