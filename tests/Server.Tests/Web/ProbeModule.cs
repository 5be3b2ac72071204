using Alicerce.Platform.Audit;
using Alicerce.Platform.Data;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Server.Tests.Web;

/// <summary>A module with one door for each thing that the conventions promise.</summary>
internal sealed class ProbeModule : IModule
{
    public const string JobType = "probe.wait";

    public static readonly Problem Full = Problem.Conflict("probe.full", "No place is left.");

    private int _done;

    /// <summary>How often <c>/probe/slow</c>, <c>/probe/done-then-fails</c> and <c>/probe/large</c> did their work.</summary>
    public int Done => _done;

    /// <summary>What <c>/probe/slow</c> waits for.</summary>
    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => "probe";

    public ModuleSchema? Schema => null;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    public void AddWorkers(IServiceCollection services) => services.AddJobHandler<WaitForCancel, string>(JobType);

    public void MapEndpoints(IEndpointRouteBuilder api)
    {
        api = api.MapGroup("").NotAudited("A probe changes nothing.");
        api.MapGet("/probe/value", () => (Result<Probe>)new Probe("a", 1));
        api.MapPost("/probe/echo", (Probe probe) => (Result<Probe>)probe);
        api.MapGet("/probe/page", (int count) => (Result<int>)count);
        api.MapGet("/probe/full", () => (Result<Probe>)Full);
        api.MapGet("/probe/fails", Result<Probe> () => throw new InvalidOperationException("the inner secret"));
        api.MapPost("/probe/fails", Result<Probe> (Probe probe) => throw new InvalidOperationException("the inner secret"));
        api.MapPost("/probe/slow", async Task<Result<Probe>> (Probe probe, CancellationToken ct) =>
        {
            Interlocked.Increment(ref _done);
            await Gate.Task.WaitAsync(ct);
            return probe;
        });
        api.MapPost("/probe/done-then-fails", Result<Probe> (Probe probe) =>
        {
            Interlocked.Increment(ref _done);
            throw new InvalidOperationException("the inner secret");
        });
        api.MapPost("/probe/large", (Probe probe) =>
        {
            Interlocked.Increment(ref _done);
            return (Result<Probe>)(probe with { ProbeName = new string('x', 2 * 1024 * 1024) });
        });
        api.MapPost("/probe/secret", (Probe probe) => (Result<Probe>)(probe with { ProbeName = new string('x', 8 * 1024) })).AnswersWithSecret();
        api.MapPost("/suggest", (Probe probe) => Created.At("/api/v1/suggest/1", probe));
        api.MapPost("/probe/jobs", async (IJobQueue queue, CancellationToken ct) =>
        {
            var id = await queue.EnqueueAsync(JobRequest.Of(JobType, "now"), ct);
            return Accepted.At($"/api/v1/jobs/{id}", new Probe("job", (int)id));
        });
    }

    public sealed record Probe(string ProbeName, int Count);

    private sealed class WaitForCancel : IJobHandler<string>
    {
        public async Task HandleAsync(string args, JobContext job, CancellationToken ct)
        {
            await job.ReportAsync(1, 2, "half way", ct);
            await Task.Delay(Timeout.Infinite, ct);
        }
    }
}

public sealed class ProbeFixture : Harness.ServerFixture
{
    internal ProbeModule Probe { get; } = new();

    protected override IModule[] ExtraModules => [Probe];
}
