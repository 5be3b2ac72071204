using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Platform.Data;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Server.Tests.Web;

/// <summary>A server with a type of job that fails for as long as a test wants.</summary>
public sealed class FailingJobsFixture : ServerFixture
{
    public const string JobType = "probe.failing";

    public Switch Mended { get; } = new();

    public sealed class Switch
    {
        private volatile bool _isOn;

        public bool IsOn
        {
            get => _isOn;
            set => _isOn = value;
        }
    }

    protected override IModule[] ExtraModules => [new FailingModule(Mended)];

    internal sealed class FailingModule(Switch mended) : IModule
    {
        public string Name => "failing";

        public ModuleSchema? Schema => null;

        public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton(mended);

        public void AddWorkers(IServiceCollection services) => services.AddJobHandler<Failing, string>(JobType);

        public void MapEndpoints(IEndpointRouteBuilder api)
        {
        }
    }

    private sealed class Failing(Switch mended) : IJobHandler<string>
    {
        public Task HandleAsync(string args, JobContext job, CancellationToken ct) =>
            mended.IsOn ? Task.CompletedTask : throw new JobAbandonedException($"{args} is broken");
    }
}

public sealed class DeadJobsTests(FailingJobsFixture fixture) : IClassFixture<FailingJobsFixture>
{
    private readonly string _key = $"key-{Guid.NewGuid():N}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IJobQueue Queue => fixture.Server.Services.GetRequiredService<IJobQueue>();

    [Fact]
    public async Task Dead_jobs_are_listed_the_newest_first_in_parts()
    {
        var ids = new List<long>();
        for (var i = 0; i < 5; i++) ids.Add(await DieAsync());

        var first = await PageAsync("state=dead&limit=2");
        var second = await PageAsync($"state=dead&limit=2&type={FailingJobsFixture.JobType}&cursor={first.Next}");

        first.Ids.Concat(second.Ids).ShouldBe(ids.AsEnumerable().Reverse().Take(4));
        (await PageAsync("type=probe.other")).Ids.ShouldBeEmpty();
        (await PageAsync("state=running")).Ids.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dead_job_says_why_and_once_mended_it_is_retried_with_all_its_attempts()
    {
        var id = await DieAsync();
        (await fixture.Server.GetAsync($"/api/v1/jobs/{id}", Ct)).GetProperty("error").GetString().ShouldBe("thing is broken");
        fixture.Mended.IsOn = true;
        try
        {
            using var retried = await fixture.Client.PostAsync($"/api/v1/jobs/{id}/retry", null, Ct);
            retried.StatusCode.ShouldBe(HttpStatusCode.OK);
            await BecomesAsync(id, "succeeded");
        }
        finally
        {
            fixture.Mended.IsOn = false;
        }

        (await fixture.Server.GetAsync($"/api/v1/jobs/{id}", Ct)).GetProperty("attempts").GetInt32().ShouldBe(1);
        await ShouldBeAsync(HttpMethod.Post, $"/api/v1/jobs/{id}/retry", HttpStatusCode.Conflict, "jobs.not_dead");
    }

    [Fact]
    public async Task A_job_that_dies_shows_in_the_metrics()
    {
        await DieAsync();
        var metrics = await fixture.Client.GetStringAsync("/metrics", Ct);
        metrics.ShouldContain($"jobs_total{{outcome=\"dead\",type=\"{FailingJobsFixture.JobType}\"}}");
        metrics.ShouldContain($"job_duration_seconds_count{{type=\"{FailingJobsFixture.JobType}\"}}");
        metrics.ShouldNotContain("\njobs_dead 0\n");
    }

    [Fact]
    public async Task A_dead_job_is_discarded_and_then_unknown()
    {
        var id = await DieAsync();
        using var discarded = await fixture.Client.DeleteAsync($"/api/v1/jobs/{id}", Ct);
        discarded.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await ShouldBeAsync(HttpMethod.Delete, $"/api/v1/jobs/{id}", HttpStatusCode.NotFound, "jobs.unknown");
        await ShouldBeAsync(HttpMethod.Post, $"/api/v1/jobs/{id}/retry", HttpStatusCode.NotFound, "jobs.unknown");
    }

    [Fact]
    public async Task A_job_that_waits_is_neither_retried_nor_discarded()
    {
        var id = await Queue.EnqueueAsync(JobRequest.Of(FailingJobsFixture.JobType, "thing") with { RunAt = TimeProvider.System.GetUtcNow().AddHours(1) }, Ct);
        await ShouldBeAsync(HttpMethod.Delete, $"/api/v1/jobs/{id}", HttpStatusCode.Conflict, "jobs.not_dead");
        await ShouldBeAsync(HttpMethod.Post, $"/api/v1/jobs/{id}/retry", HttpStatusCode.Conflict, "jobs.not_dead");
    }

    [Fact]
    public async Task A_dead_job_is_not_retried_while_another_one_holds_its_key()
    {
        var id = await DieAsync(_key);
        await Queue.EnqueueAsync(
            JobRequest.Of(FailingJobsFixture.JobType, "thing") with { UniqueKey = _key, RunAt = TimeProvider.System.GetUtcNow().AddHours(1) }, Ct);
        await ShouldBeAsync(HttpMethod.Post, $"/api/v1/jobs/{id}/retry", HttpStatusCode.Conflict, "jobs.key_taken");
    }

    [Theory]
    [InlineData("GET", "/api/v1/jobs?state=dead", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/api/v1/jobs/1/retry", HttpStatusCode.NotFound)] // A job of nobody's project does not exist for others than admins.
    [InlineData("DELETE", "/api/v1/jobs/1", HttpStatusCode.NotFound)]
    public async Task Only_an_admin_sees_retries_and_discards_dead_jobs(string method, string path, HttpStatusCode refused)
    {
        using var developer = await TestUser.AddAsync(fixture, "developer", Ct);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await developer.Client.SendAsync(request, Ct);
        response.StatusCode.ShouldBe(refused);
    }

    [Theory]
    [InlineData("state=lost")]
    [InlineData("state=DEAD")]
    [InlineData("limit=0")]
    [InlineData("cursor=x")]
    public async Task A_list_that_there_is_not_is_422(string query)
    {
        using var response = await fixture.Client.GetAsync($"/api/v1/jobs?{query}", Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private async Task<long> DieAsync(string? key = null)
    {
        var id = await Queue.EnqueueAsync(JobRequest.Of(FailingJobsFixture.JobType, "thing") with { UniqueKey = key }, Ct);
        await BecomesAsync(id, "dead");
        return id;
    }

    private Task BecomesAsync(long id, string state) => Eventually.BecomesTrueAsync(
        async () => (await fixture.Server.GetAsync($"/api/v1/jobs/{id}", Ct)).GetProperty("state").GetString() == state, $"job {id} is {state}", Ct);

    private async Task<(List<long> Ids, string? Next)> PageAsync(string query)
    {
        var page = await fixture.Client.GetFromJsonAsync<JsonElement>($"/api/v1/jobs?{query}", Ct);
        return ([.. page.GetProperty("data").EnumerateArray().Select(job => job.GetProperty("id").GetInt64())], page.GetProperty("meta").GetProperty("next_cursor").GetString());
    }

    private async Task ShouldBeAsync(HttpMethod method, string path, HttpStatusCode status, string code)
    {
        using var request = new HttpRequestMessage(method, path);
        using var response = await fixture.Client.SendAsync(request, Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        response.StatusCode.ShouldBe(status, text);
        text.ShouldContain($"\"{code}\"");
    }
}
