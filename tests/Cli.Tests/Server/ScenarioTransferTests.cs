using System.Text;
using Alicerce.Harness;

namespace Alicerce.Cli.Tests.Server;

/// <summary>Files and jobs of scenarios at a server that misbehaves.</summary>
public sealed class ScenarioTransferTests : IDisposable
{
    private const int Cancelled = 130;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_part_has_a_key_of_its_own_and_keeps_it_when_it_is_sent_again()
    {
        List<(string Key, string Type, string Start)> sent = [];
        await using var server = await FakeServer.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            sent.Add((context.Request.Headers["Idempotency-Key"].ToString(), context.Request.ContentType!, (await reader.ReadToEndAsync())[..11]));
            context.Response.Headers.RetryAfter = "0";
            await (sent.Count == 2 ? FakeServer.ProblemAsync(context, 503, "BUSY", "come back") : FakeServer.AnswerAsync(context, """{"imported":5,"existing":1,"ids":[1,5]}"""));
        });

        var result = await CommandLineProcess.RunAsync("scenario", "import", await FileAsync(), "--server", server.Url);

        (result.ExitCode, result.Output, result.Errors).ShouldBe((0, "10 imported, 2 existed already.\n", ""));
        sent.Select(part => (part.Type, part.Start)).ShouldBe([("text/csv", "title\nrow 1"), ("text/csv", "title\nrow 5"), ("text/csv", "title\nrow 5")]);
        sent.Select(part => part.Key).Distinct().ShouldBe([sent[0].Key, sent[1].Key]);
        sent[1].Key.ShouldBe(sent[2].Key);
    }

    [Fact]
    public async Task A_connection_that_breaks_tells_what_is_known_and_what_is_not()
    {
        var asked = 0;
        await using var server = await FakeServer.StartAsync(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            if (++asked == 2) context.Abort();
            else await FakeServer.AnswerAsync(context, """{"imported":4999,"existing":1,"ids":[1,5]}""");
        });

        var result = await CommandLineProcess.RunAsync("scenario", "import", await FileAsync(), "--server", server.Url);

        result.ExitCode.ShouldBe(3);
        result.Errors.ShouldContain("4999 imported, 1 existed already; lines 5002 to 6001 may have been taken over; the rest was not sent.");
        asked.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"results":[{"id":1,"title":"x","similarity":"high"}]}""")]
    [InlineData("""{"results":null}""")]
    [InlineData("[]")]
    public async Task Suggestions_that_were_not_agreed_end_with_code_3(string data)
    {
        await using var server = await FakeServer.StartAsync(context => FakeServer.AnswerAsync(context, data));
        var result = await CommandLineProcess.RunAsync("scenario", "suggest", "x", "--server", server.Url);
        (result.ExitCode, result.Errors).ShouldSatisfyAllConditions(end => end.ExitCode.ShouldBe(3), end => end.Errors.ShouldContain("does not understand"));
    }

    [Fact]
    public async Task A_job_that_failed_is_code_1_with_its_reason()
    {
        await using var server = await FakeServer.StartAsync(context => FakeServer.AnswerAsync(context, context.Request.Path.Value!.EndsWith("/jobs/7", StringComparison.Ordinal)
            ? """{"id":7,"state":"dead","progress":{"done":0},"error":"the disk is full"}""" : """{"job_id":7,"status":"Generating 10000 test scenarios"}"""));
        var result = await CommandLineProcess.RunAsync("scenario", "generate", "--server", server.Url);
        (result.ExitCode, result.Output).ShouldBe((1, "Job 7 ended as dead, and no scenario was made: the disk is full\n"));
    }

    [Fact]
    public async Task Ctrl_C_cancels_the_job_and_tells_how_it_ended()
    {
        var (isAsked, isCancelled) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), false);
        await using var server = await FakeServer.StartAsync(context =>
        {
            var path = context.Request.Path.Value!;
            if (path.EndsWith("/cancel", StringComparison.Ordinal)) isCancelled = true;
            if (!path.EndsWith("/jobs/7", StringComparison.Ordinal)) return FakeServer.AnswerAsync(context, """{"job_id":7,"status":"Generating 10000 test scenarios"}""");
            isAsked.TrySetResult();
            return FakeServer.AnswerAsync(context, $$$"""{"id":7,"state":"{{{(isCancelled ? "cancelled" : "running")}}}","progress":{"done":0}}""");
        });

        var result = await CommandLineProcess.RunUntilAsync(new Dictionary<string, string>(), isAsked.Task, "scenario", "generate", "--server", server.Url);

        (result.ExitCode, result.Output, result.Errors).ShouldBe((Cancelled, "Job 7 ended as cancelled, and no scenario was made.\n", ""));
    }

    private async Task<string> FileAsync()
    {
        var rows = new StringBuilder("title\n");
        for (var i = 1; i <= 6_000; i++) rows.Append("row ").Append(i).Append('\n');
        await File.WriteAllTextAsync(_folder["cases.csv"], rows.ToString(), TestContext.Current.CancellationToken);
        return _folder["cases.csv"];
    }
}
