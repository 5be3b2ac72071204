using Microsoft.AspNetCore.Http;

namespace Alicerce.Cli.Tests.Server;

/// <summary>Following a run whose connection, or whose events, are not what they should be.</summary>
public sealed class WatchTests
{
    private const string Ended = """{"id":5,"suite_id":3,"suite":"Auto Suite","status":"passed","base_url":"http://shop/","seed":7,"total":2,"passed":2,"failed":0,"skipped":0,"errors":0,"duration_ms":40}""";

    [Fact]
    public async Task A_lost_connection_goes_on_after_the_last_event()
    {
        List<string> lastIds = [];
        await using var server = await FakeServer.StartAsync(context => AnswerAsync(context, async () =>
        {
            lastIds.Add(context.Request.Headers["Last-Event-ID"].ToString());
            if (lastIds.Count == 1)
            {
                await EventAsync(context, "11", "result", Result(11, "first", "passed"));
                return;
            }
            await EventAsync(context, "12", "result", Result(12, "second", "passed"));
            await EventAsync(context, null, "end", Ended);
        }));

        var result = await CommandLineProcess.RunAsync("test", "watch", "5", "--server", server.Url);

        result.ExitCode.ShouldBe(0, result.Errors);
        lastIds.ShouldBe(["", "11"]);
        result.Output.ShouldContain("PASSED 2 passed");
    }

    [Fact]
    public async Task A_failure_is_shown_with_its_curl_line_and_fails_the_command()
    {
        var failed = Ended.Replace("\"passed\":2,\"failed\":0", "\"passed\":1,\"failed\":1", StringComparison.Ordinal).Replace("\"status\":\"passed\"", "\"status\":\"failed\"", StringComparison.Ordinal);
        await using var server = await FakeServer.StartAsync(context => AnswerAsync(context, async () =>
        {
            await EventAsync(context, "11", "result", Result(11, "the page loads", "failed"));
            await EventAsync(context, null, "end", failed);
        }, failed));

        var result = await CommandLineProcess.RunAsync("test", "watch", "5", "--server", server.Url);

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("the page loads");
        result.Output.ShouldContain("curl -i http://shop/");
        result.Output.ShouldContain("1 failure, 1 cause");
    }

    [Fact]
    public async Task A_run_that_was_lost_before_its_last_case_is_not_green()
    {
        var lost = Ended.Replace("\"passed\":2", "\"passed\":1", StringComparison.Ordinal)
            .Replace("\"status\":\"passed\"", "\"status\":\"error\",\"message\":\"The run was lost: its workers died and none took over.\"", StringComparison.Ordinal);
        await using var server = await FakeServer.StartAsync(context => AnswerAsync(context, async () =>
        {
            await EventAsync(context, "11", "result", Result(11, "first", "passed"));
            await EventAsync(context, null, "end", lost);
        }, lost));

        var result = await CommandLineProcess.RunAsync("test", "watch", "5", "--server", server.Url);

        result.ExitCode.ShouldBe(1, result.Output);
        result.Output.ShouldContain("FAILED 1 passed");
        result.Output.ShouldContain("The run was lost");
    }

    [Theory]
    [InlineData("not json", "not JSON")]
    [InlineData("{\"id\":1}", "does not understand")]
    public async Task An_event_that_was_not_agreed_ends_with_code_3(string data, string expected)
    {
        await using var server = await FakeServer.StartAsync(context => AnswerAsync(context, () => EventAsync(context, "1", "result", data)));

        var result = await CommandLineProcess.RunAsync("test", "watch", "5", "--server", server.Url);

        result.ExitCode.ShouldBe(3);
        result.Errors.ShouldContain(expected);
    }

    [Fact]
    public async Task A_server_that_begins_again_each_time_is_given_up()
    {
        await using var server = await FakeServer.StartAsync(context => AnswerAsync(context, () => EventAsync(context, "12", "result", Result(12, "again", "passed"))));

        var result = await CommandLineProcess.RunAsync("test", "watch", "5", "--server", server.Url);

        result.ExitCode.ShouldBe(3);
        result.Errors.ShouldContain("'alicerce test watch 5' follows it");
    }

    [Fact]
    public async Task A_run_that_nobody_knows_is_told_by_the_server()
    {
        await using var server = await FakeServer.StartAsync(context => FakeServer.ProblemAsync(context, 404, "NOT_FOUND", "Run 5 not found"));

        var result = await CommandLineProcess.RunAsync("test", "watch", "5", "--server", server.Url);

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain("Run 5 not found");
    }

    private static Task AnswerAsync(HttpContext context, Func<Task> events, string head = Ended) => context.Request.Path.Value switch
    {
        "/api/v1/test-runs/5" => FakeServer.AnswerAsync(context, head),
        "/api/v1/test-runs/5/events" => events(),
        "/api/v1/test-suites/3/cases" => FakeServer.AnswerAsync(context, "[]"),
        "/api/v1/test-results/11" => FakeServer.AnswerAsync(context, """
            {"id":11,"test_name":"the page loads","status":"failed","key":"components/home.q|smoke|page","cause_key":"c1",
             "steps":[{"duration_ms":3,"request":{"method":"GET","url":"http://shop/","headers":[],"curl":"curl -i http://shop/"},"response":{"status":500,"headers":[],"body_length":0},"assertions":[{"assertion":"status equals 200","passed":false}]}]}
            """),
        _ => FakeServer.ProblemAsync(context, 404, "NOT_FOUND", context.Request.Path),
    };

    private static string Result(int id, string name, string status) =>
        $$"""{"id":{{id}},"test_case_id":1,"test_name":"{{name}}","status":"{{status}}","duration_ms":1.5,"error":{{(status == "passed" ? "null" : "\"Expected status 200, got 500.\"")}},"reason":null}""";

    private static async Task EventAsync(HttpContext context, string? id, string name, string data)
    {
        if (!context.Response.HasStarted)
            context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync($"{(id is null ? "" : $"id: {id}\n")}event: {name}\ndata: {data.ReplaceLineEndings(" ")}\n\n");
        await context.Response.Body.FlushAsync();
    }
}
