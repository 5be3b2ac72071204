using System.Collections.Concurrent;
using Alicerce.Harness;

namespace Alicerce.Cli.Tests.Server;

/// <summary>Ctrl-C while a run is under way on a server.</summary>
public sealed class InterruptTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const int Cancelled = 130;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ctrl_C_cancels_the_run_on_the_server_and_says_what_had_ended()
    {
        await using var target = await FakeServer.StartAsync(async context =>
        {
            if (context.Request.Path == "/slow") await Task.Delay(Timeout.Infinite, context.RequestAborted);
            context.Response.StatusCode = 404;
        });
        var project = (await fixture.Server.PostAsync("/api/v1/projects", new { name = $"p{Guid.NewGuid():N}" }, Ct)).GetProperty("id").GetInt32();
        await fixture.Server.PostAsync($"/api/v1/projects/{project}/environments", new { name = "local", base_url = target.Url }, Ct);
        var suite = (await fixture.Server.PostAsync($"/api/v1/projects/{project}/test-suites", new { name = "Slow", config = new { parallel = 1 } }, Ct)).GetProperty("id").GetInt32();
        foreach (var (path, order) in new[] { ("/fast", 1), ("/slow", 2) })
            await fixture.Server.PostAsync($"/api/v1/test-suites/{suite}/cases", new { name = path, test_type = "smoke", target = path, order }, Ct);

        // A failure is the one thing that is printed while a run goes on: when it is, the command follows the run.
        var result = await CommandLineProcess.RunUntilSaidAsync(Variables(fixture.Server.Url.ToString()), "✗ /fast", "test", "run", $"{suite}");

        result.ExitCode.ShouldBe(Cancelled, result.Output + result.Errors);
        result.Output.ShouldContain("STOPPED");
        result.Errors.ShouldBeEmpty();
        var run = (await fixture.Server.GetAsync($"/api/v1/test-suites/{suite}/history", Ct))[0];
        var head = await fixture.Server.GetAsync($"/api/v1/test-runs/{run.GetProperty("run_id").GetInt32()}", Ct);
        (head.GetProperty("status").GetString(), head.GetProperty("message").GetString(), head.GetProperty("failed").GetInt32()).ShouldBe(("error", "cancelled", 1));
    }

    [Theory]
    [InlineData("cases")]
    [InlineData("test-runs/7")]
    public async Task Ctrl_C_before_the_first_event_cancels_the_run_as_well(string hangsAt)
    {
        var asked = new ConcurrentQueue<string>();
        var hangs = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await FakeServer.StartAsync(async context =>
        {
            var path = context.Request.Path.Value!;
            asked.Enqueue($"{context.Request.Method} {path}");
            if (path.EndsWith(hangsAt, StringComparison.Ordinal))
            {
                hangs.TrySetResult();
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }
            await FakeServer.AnswerAsync(context, AnswerTo(path), """{"page":1,"per_page":100,"total":0,"pages":0}""");
        });

        var result = await CommandLineProcess.RunUntilAsync(Variables(server.Url), hangs.Task, "test", "run", "3");

        result.ExitCode.ShouldBe(Cancelled, result.Output + result.Errors);
        asked.ShouldContain("POST /api/v1/test-runs/7/cancel", string.Join('\n', asked));
    }

    [Fact]
    public async Task Ctrl_C_while_the_server_does_not_tell_the_runs_id_waits_for_it_and_gives_up()
    {
        var hangs = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await FakeServer.StartAsync(async context =>
        {
            var path = context.Request.Path.Value!;
            if (path.EndsWith("/run", StringComparison.Ordinal))
            {
                hangs.TrySetResult();
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }
            await FakeServer.AnswerAsync(context, AnswerTo(path));
        });
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(40));

        var result = await CommandLineProcess.RunUntilAsync(Variables(server.Url), hangs.Task, "test", "run", "3").WaitAsync(patience.Token);

        result.ExitCode.ShouldBe(Cancelled, result.Output + result.Errors);
        result.Errors.ShouldContain("waiting for the run's id to cancel it");
        result.Errors.ShouldContain("may still be running");
    }

    private static string AnswerTo(string path) => path switch
    {
        "/api/v1/test-suites/3" => """{"id":3,"name":"s","project_id":1,"total_cases":1}""",
        "/api/v1/test-suites/3/run" => """{"run_id":7,"status":"running"}""",
        "/api/v1/test-suites/3/cases" => "[]",
        _ => "{}",
    };

    private Dictionary<string, string> Variables(string server) => new() { ["ALICERCE_SERVER"] = server, ["ALICERCE_TOKEN"] = fixture.Server.Token };
}
