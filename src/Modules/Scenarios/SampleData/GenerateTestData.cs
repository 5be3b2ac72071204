using System.ComponentModel.DataAnnotations;
using Alicerce.Modules.Scenarios.Catalogue;
using Alicerce.Modules.Scenarios.Suggestions;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Alicerce.Modules.Scenarios.SampleData;

/// <summary>Fills the catalogue with sample scenarios, as a job (S000-GEN, T000-15): all of them in one transaction, which also ends the job, so that none comes twice (T000-31).</summary>
internal sealed class GenerateTestData(NpgsqlDataSource source, ScenarioWriter writer, IndexUpdate update, ILogger<GenerateTestData> log) : IJobHandler<GenerateTestData.Args>
{
    public const string JobType = "scenarios.generate_test_data";
    public const string Setting = "ALICERCE_SAMPLE_DATA";
    public const int Usual = 10_000;
    public const int Most = 100_000;

    private static readonly Problem s_switchedOff = Problem.Forbidden("scenarios.sample_data_off", $"Sample data is switched off on this server: set {Setting}=true and start it again, if it is no production.");

    private static readonly Problem s_running = Problem.Conflict("scenarios.generating", "Sample data is being made here already: wait for that job, or cancel it.");

    /// <param name="Seed">The same seed makes the same titles.</param>
    public sealed record Args(int Count, int? ProjectId, int Seed);

    /// <param name="NumRecords">1 to 100,000; 10,000 when left out.</param>
    /// <param name="ProjectId">Whose they are; left out for the house.</param>
    /// <param name="Seed">Makes the same titles again; any when left out.</param>
    public sealed record Input([property: Range(1, Most)] int NumRecords = Usual, int? ProjectId = null, int? Seed = null);

    /// <param name="Status">What is being done; the job ends with <c>&lt;n&gt; test scenarios generated</c> (S000-API-06).</param>
    public sealed record Started(long JobId, string Status);

    public static async Task<Accepted<Started>> StartAsync(Input? input, HttpContext http, IJobQueue jobs, AuditLog audit, IConfiguration configuration, NpgsqlDataSource source, CancellationToken ct)
    {
        input ??= new Input();
        if (new Validation().Check(input.NumRecords is >= 1 and <= Most, "num_records", "out_of_range", $"num_records is a number from 1 to {Most}.").Problem is { } problem) return problem;
        if (await http.CheckProjectAsync(input.ProjectId, AccessRole.Admin, ct) is { } denied) return denied;
        if (!IsOn(configuration)) return s_switchedOff;
        // Two at once would be twice the load and nothing better.
        var key = $"{JobType}:{input.ProjectId}";
        if ((await jobs.FindHeldKeysAsync([key], ct)).Count > 0) return s_running;
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var args = new Args(input.NumRecords, input.ProjectId, input.Seed ?? Random.Shared.Next());
        var id = await jobs.EnqueueAsync(transaction, JobRequest.Of(JobType, args) with { UniqueKey = key, ProjectId = input.ProjectId }, ct);
        await audit.WriteAsync(transaction, new AuditEntry("scenario.generation_started", new AuditSubject("scenario", null, input.ProjectId)) { Details = new { args.Count, JobId = id } }, ct);
        await transaction.CommitAsync(ct);
        return Accepted.At($"/api/v1/jobs/{id}", new Started(id, $"Generating {input.NumRecords} test scenarios"));
    }

    /// <summary>In production only where somebody wants it (T000-15).</summary>
    private static bool IsOn(IConfiguration configuration) =>
        bool.TryParse(configuration[Setting], out var isOn) ? isOn : !string.Equals(configuration["ENVIRONMENT"], "production", StringComparison.OrdinalIgnoreCase);

    public async Task HandleAsync(Args args, JobContext job, CancellationToken ct)
    {
        log.LogInformation("Generating {Count} test scenarios", args.Count);
        var titles = new TestTitles(args.Seed);
        List<NewScenario> made = [];
        List<float[]> vectors = [];
        while (made.Count < args.Count)
        {
            var batch = Enumerable.Range(0, Math.Min(ScenarioWriter.BatchSize, args.Count - made.Count)).Select(_ => Make(titles.Next())).ToList();
            vectors.AddRange(await writer.EmbedAsync(batch, ct));
            made.AddRange(batch);
            log.LogInformation("Generated {Done}/{Count} scenarios", made.Count, args.Count);
            await job.ReportAsync(made.Count, args.Count, made.Count < args.Count ? $"Generated {made.Count}/{args.Count} scenarios" : $"{args.Count} test scenarios generated", ct);
        }

        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var ids = await writer.WriteAsync(transaction, made, vectors, args.ProjectId, ct);
        await job.CompleteAsync(transaction, ct);
        await transaction.CommitAsync(ct);
        await update.ApplyAsync(ids, ct);
        log.LogInformation("{Count} test scenarios generated", args.Count);
    }

    private static NewScenario Make(string title) => new(title, $"Cenário de teste para {title.ToLowerInvariant()}", []);
}
