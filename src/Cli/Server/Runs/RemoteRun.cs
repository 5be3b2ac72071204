using System.Text.Json;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Wire;
using Alicerce.Engine.Running;

namespace Alicerce.Cli.Server.Runs;

/// <summary>A run on a server, told to listeners as if it ran here: server events become <see cref="RunEvent"/>s.</summary>
internal sealed class RemoteRun(ServerClient client, int runId, RemoteCases cases)
{
    /// <summary>Failures whose exchange is fetched; those beyond it are told without.</summary>
    private const int MostDetailed = 1_000;

    private int _detailed;

    /// <summary>Tells everything from the first result on, also of a run that has ended.</summary>
    /// <param name="cancelOnStop">Whether stopping to watch stops the run as well.</param>
    public async Task FollowAsync(Func<RunEvent, ValueTask> tell, bool cancelOnStop, CancellationToken ct)
    {
        var head = await HeadAsync(ct);
        await tell(new RunStarted(head.StartedAt ?? client.Clock.GetUtcNow(), head.Suite ?? $"suite {head.SuiteId}", head.BaseUrl, head.Environment, head.Total, head.Seed));
        var stopped = false;
        try
        {
            await foreach (var item in new RunEventStream(client, runId).ReadAsync(ct))
            {
                if (item.Name == "result")
                    await tell(new CaseFinished(await ResultOfAsync(Read(item.Data), ct)));
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            stopped = true;
            if (cancelOnStop)
                await CancelAsync(client, runId);
        }
        head = await HeadAsync(CancellationToken.None);
        await tell(new RunFinished(head.FinishedAt ?? client.Clock.GetUtcNow(), SummaryOf(head, stopped || head.IsCancelled)));
    }

    public async Task<RunHead> HeadAsync(CancellationToken ct) => (await client.GetAsync($"test-runs/{runId}", ServerJson.Default.RunHead, ct)).Value;

    /// <summary>The person has stopped waiting, so the server gets a moment only.</summary>
    public static async Task CancelAsync(ServerClient client, int runId)
    {
        using var moment = new CancellationTokenSource(TimeSpan.FromSeconds(10), client.Clock);
        try
        {
            await client.SendAsync(HttpMethod.Post, $"test-runs/{runId}/cancel", RequestContent.Empty, moment.Token);
        }
        catch (Exception e) when (e is UserError or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"alicerce: run {runId} may go on at {client.Address}: it could not be cancelled. {e.Message}");
        }
    }

    private static RunSummary SummaryOf(RunHead head, bool cancelled) => new(
        head.Passed + head.Failed + head.Skipped + head.Errors, head.Passed, head.Failed, head.Skipped, head.Errors, head.Flaky, head.FindingsConfirmed,
        TimeSpan.FromMilliseconds(head.DurationMs ?? 0), cancelled)
    {
        CutOff = head.Status == "error",
    };

    private ResultEvent Read(JsonElement data)
    {
        try
        {
            return data.Deserialize(ServerJson.Default.ResultEvent) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new UserError($"The server at {client.Address} sends a result of run {runId} that this program does not understand: {PlainText.OneLine(e.Message)}", ExitCodes.ServerUnavailable);
        }
    }

    private async Task<CaseResult> ResultOfAsync(ResultEvent result, CancellationToken ct)
    {
        var status = StatusOf(result.Status);
        var details = status is CaseStatus.Failed or CaseStatus.Error && _detailed++ < MostDetailed
            ? (await client.GetAsync($"test-results/{result.Id}", ServerJson.Default.ResultDetails, ct)).Value
            : null;
        return new CaseResult
        {
            Case = cases.Find(result, details),
            Status = status,
            Attempt = details?.Attempt ?? 1,
            Flaky = details?.Flaky ?? false,
            StartedAt = details?.StartedAt ?? client.Clock.GetUtcNow(),
            Duration = TimeSpan.FromMilliseconds(result.DurationMs),
            Message = result.Error,
            Reason = result.Reason,
            CauseKey = details?.CauseKey,
            Steps = [.. (details?.Steps ?? []).Select(RemoteSteps.StepOf)],
        };
    }

    private static CaseStatus StatusOf(string status) => status switch
    {
        "passed" => CaseStatus.Passed,
        "failed" => CaseStatus.Failed,
        "skipped" => CaseStatus.Skipped,
        _ => CaseStatus.Error,
    };
}
