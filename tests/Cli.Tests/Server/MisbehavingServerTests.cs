using Microsoft.AspNetCore.Http;

namespace Alicerce.Cli.Tests.Server;

/// <summary>Whatever a server answers, the command line ends with an exit code and one message.</summary>
public sealed class MisbehavingServerTests
{
    [Theory]
    [InlineData("", "not the JSON of the API")]
    [InlineData("<html>", "not the JSON of the API")]
    [InlineData("{}", "not the JSON of the API")]
    [InlineData("""{"status":"success","data":{}}""", "a list was expected")]
    [InlineData("""{"status":"success","data":[{"id":"one","name":"x"}]}""", "does not understand")]
    [InlineData("""{"status":"success","data":[{"id":1}]}""", "does not understand")]
    [InlineData("""{"status":"success","data":[null]}""", "there is no data in it")]
    [InlineData("""{"status":"splendid","data":[]}""", "not in the envelope")]
    public async Task An_answer_that_was_not_agreed_ends_with_code_3(string body, string expected)
    {
        await using var server = await FakeServer.StartAsync(context => FakeServer.JsonAsync(context, 200, body));

        var result = await CommandLineProcess.RunAsync("project", "list", "--server", server.Url);

        result.ExitCode.ShouldBe(3);
        result.Errors.ShouldContain(expected);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        await using var server = await FakeServer.StartAsync(async context =>
        {
            var block = new byte[1024 * 1024];
            Array.Fill(block, (byte)' ');
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
        });

        var result = await CommandLineProcess.RunAsync("project", "list", "--server", server.Url);

        result.ExitCode.ShouldBe(3);
        result.Errors.ShouldContain("larger than 64 MiB");
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_told()
    {
        await using var server = await FakeServer.StartAsync(async context =>
        {
            context.Response.ContentLength = 1_000;
            await context.Response.WriteAsync("{\"status\":");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        var result = await CommandLineProcess.RunAsync("project", "list", "--server", server.Url);

        result.ExitCode.ShouldBe(3);
        // The reset may overtake the headers, and then nothing of the answer has arrived.
        result.Errors.ShouldMatch("broke off|cannot be reached");
    }

    [Fact]
    public async Task Members_that_a_newer_server_adds_are_passed_over_and_shown_as_JSON()
    {
        await using var server = await FakeServer.StartAsync(context => FakeServer.AnswerAsync(context, """[{"id":1,"name":"loja","colour":"blue"}]""", """{"has_next":false,"total":1}"""));

        var table = await CommandLineProcess.RunAsync("project", "list", "--server", server.Url);
        var json = await CommandLineProcess.RunAsync("project", "list", "--json", "--server", server.Url);

        table.ExitCode.ShouldBe(0);
        table.Output.ShouldContain("loja");
        json.Output.ShouldContain("\"colour\": \"blue\"");
    }

    [Fact]
    public async Task Text_of_a_server_cannot_steer_the_terminal()
    {
        await using var server = await FakeServer.StartAsync(context => FakeServer.AnswerAsync(context, """[{"id":1,"name":"[red]\u001b[2Jloja\n"}]"""));

        var result = await CommandLineProcess.RunAsync("project", "list", "--server", server.Url);

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldNotContain("\u001b[2J");
        result.Output.ShouldContain("[red]");
    }

    [Theory]
    [InlineData(500, 3, "INTERNAL_ERROR", "(request id req-77)")]
    [InlineData(422, 2, "VALIDATION_ERROR", "it is so")]
    [InlineData(403, 2, "FORBIDDEN", "The token does not allow this: it is so")]
    [InlineData(404, 2, "NOT_FOUND", "it is so")]
    public async Task Problems_are_told_in_the_servers_words(int status, int exitCode, string code, string expected)
    {
        await using var server = await FakeServer.StartAsync(context => FakeServer.ProblemAsync(context, status, code, "it is so"));

        var result = await CommandLineProcess.RunAsync("project", "show", "7", "--server", server.Url);

        result.ExitCode.ShouldBe(exitCode);
        result.Errors.ShouldContain(expected);
    }

    [Fact]
    public async Task Redirects_are_not_followed_with_the_token()
    {
        await using var server = await FakeServer.StartAsync(context =>
        {
            context.Response.Redirect("http://127.0.0.1:9/elsewhere");
            return Task.CompletedTask;
        });

        var result = await CommandLineProcess.RunAsync("project", "list", "--server", server.Url);

        result.ExitCode.ShouldBe(3);
        result.Errors.ShouldContain("a redirect to http://127.0.0.1:9/elsewhere");
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_with_the_same_idempotency_key()
    {
        List<string> keys = [];
        await using var server = await FakeServer.StartAsync(context =>
        {
            keys.Add(context.Request.Headers["Idempotency-Key"].ToString());
            if (keys.Count == 3)
                return FakeServer.AnswerAsync(context, """{"id":1,"name":"loja"}""");
            context.Response.Headers.RetryAfter = "0";
            return FakeServer.ProblemAsync(context, keys.Count == 1 ? 429 : 503, "BUSY", "come back");
        });

        var result = await CommandLineProcess.RunAsync("project", "create", "loja", "--server", server.Url);

        result.ExitCode.ShouldBe(0, result.Errors);
        keys.Count.ShouldBe(3);
        keys.Distinct().ShouldHaveSingleItem().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_server_that_stays_busy_is_given_up()
    {
        var asked = 0;
        await using var server = await FakeServer.StartAsync(context =>
        {
            asked++;
            context.Response.Headers.RetryAfter = "0";
            return FakeServer.ProblemAsync(context, 503, "UNAVAILABLE", "no database");
        });

        var result = await CommandLineProcess.RunAsync("project", "list", "--server", server.Url);

        result.ExitCode.ShouldBe(3);
        result.Errors.ShouldContain("no database (request id req-77)");
        asked.ShouldBe(5);
    }
}
