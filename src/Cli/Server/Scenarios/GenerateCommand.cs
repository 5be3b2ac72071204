using System.CommandLine;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Environments;
using Alicerce.Cli.Server.Wire;
using Alicerce.Cli.Terminal;

namespace Alicerce.Cli.Server.Scenarios;

/// <summary><c>alicerce scenario generate</c>: fills a catalogue with sample scenarios, and follows the job to its end.</summary>
internal static class GenerateCommand
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan PatienceForCancel = TimeSpan.FromSeconds(10);
    private static readonly Option<int?> Count = new("--count") { Description = "How many; 10000 when it is not given.", HelpName = "n" };
    private static readonly Option<int?> Seed = new("--seed") { Description = "Same seed, same titles." };
    private static readonly Option<bool> NoWait = new("--no-wait") { Description = "Print the job's id and do not wait for its end." };

    public static Command Create()
    {
        var command = new Command("generate", "Generate sample scenarios, to try things out; only admins.") { Count, ServerOptions.Project, Seed, NoWait }.WithServer();
        command.SetServerAction(GenerateAsync);
        return command;
    }

    private static async Task<int> GenerateAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var json = parsed.GetValue(ServerOptions.Json);
        var scope = await OwnerScope.ReadAsync(parsed, client, ct);
        var input = new SampleDataInput(parsed.GetValue(Count), scope.ProjectId, parsed.GetValue(Seed));
        var started = await client.SendAsync(HttpMethod.Post, "generate-test-data", RequestContent.Json(input, ServerJson.Default.SampleDataInput), ServerJson.Default.SampleDataStarted, ct);
        if (parsed.GetValue(NoWait))
        {
            if (json) ServerOutput.Json(started.Json);
            else ServerOutput.Line($"Job {started.Value.JobId} has started: {started.Value.Status}.");
            return ExitCodes.Ok;
        }

        var ended = await FollowOwnAsync(client, started.Value.JobId, ct);
        if (json) ServerOutput.Json(ended.Json);
        else if (ended.Value.State == "succeeded") ServerOutput.Line($"{ended.Value.Progress.Message}.");
        else ServerOutput.Line($"Job {ended.Value.Id} ended as {ended.Value.State}, and no scenario was made{(ended.Value.Error is { } error ? $": {error}" : ".")}");
        return ct.IsCancellationRequested ? ExitCodes.Cancelled : ended.Value.State == "succeeded" ? ExitCodes.Ok : ExitCodes.Failed;
    }

    /// <summary>Whoever stops the command that began a job stops the job.</summary>
    private static async Task<ServerAnswer<RemoteJob>> FollowOwnAsync(ServerClient client, long id, CancellationToken ct)
    {
        try
        {
            return await FollowAsync(client, id, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            using var moment = new CancellationTokenSource(PatienceForCancel, client.Clock);
            try
            {
                await CancelAsync(client, id, moment.Token);
                return await FollowAsync(client, id, moment.Token);
            }
            catch (Exception e) when (e is UserError or OperationCanceledException)
            {
                await Console.Error.WriteLineAsync($"alicerce: job {id} may go on at {client.Address}: it was asked to end, and had not within {PatienceForCancel.TotalSeconds:0} s.{(e is UserError ? $" {e.Message}" : "")}");
            }

            throw;
        }
    }

    private static async Task CancelAsync(ServerClient client, long id, CancellationToken ct)
    {
        try
        {
            await client.SendAsync(HttpMethod.Post, $"jobs/{id}/cancel", RequestContent.Empty, ct);
        }
        catch (RefusedRequest)
        {
            // It has ended meanwhile: how, it tells itself.
        }
    }

    private static async Task<ServerAnswer<RemoteJob>> FollowAsync(ServerClient client, long id, CancellationToken ct)
    {
        var line = new CounterLine();
        try
        {
            while (true)
            {
                var job = await client.GetAsync($"jobs/{id}", ServerJson.Default.RemoteJob, ct);
                if (job.Value.HasEnded) return job;
                line.Show(PlainText.OneLine(job.Value.Progress.Message ?? $"Job {id} waits for its turn"));
                await Task.Delay(LookEvery, client.Clock, ct);
            }
        }
        finally
        {
            line.Erase();
        }
    }
}
