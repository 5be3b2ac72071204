using System.Diagnostics;
using Alicerce.Engine.Running;
using Alicerce.Engine.Running.Http;
using Alicerce.Engine.Running.Verdicts;
using Microsoft.AspNetCore.Http;
using static Alicerce.Engine.Tests.Running.RunSetup;

namespace Alicerce.Engine.Tests.Running.Verdicts;

public sealed class VerdictTests
{
    [Theory, Trait("Trap", "T004-72")]
    [InlineData(401, Reasons.AuthError), InlineData(403, Reasons.PermissionDenied), InlineData(404, Reasons.NotFound), InlineData(500, Reasons.ServerError), InlineData(302, Reasons.WrongStatus)]
    public async Task A_wrong_status_gives_a_short_reason(int status, string reason)
    {
        await using var target = await FakeTarget.StartAsync("", status: status);
        (await RunOneAsync(target.BaseUrl, Case("/x", That("status", 200)))).Reason.ShouldBe(reason);
    }

    [Theory]
    [InlineData(200, "[400,422]", Reasons.NotRejected), InlineData(302, "[400,411,422]", Reasons.NotRejected), InlineData(404, "[405,501]", Reasons.WrongStatus), InlineData(404, "[400,422]", Reasons.WrongStatus)]
    [InlineData(200, "[401,403]", Reasons.WrongStatus), InlineData(200, "[404,410]", Reasons.WrongStatus), InlineData(404, "[200,404]", null), InlineData(404, "[301,302,401]", Reasons.NotFound), InlineData(401, "[400,422]", Reasons.AuthError)]
    public async Task A_status_in_place_of_a_refusal_gives_a_reason_of_its_own(int status, string wanted, string? reason)
    {
        await using var target = await FakeTarget.StartAsync("", status: status);
        (await RunOneAsync(target.BaseUrl, Case("/x", That("status", System.Text.Json.Nodes.JsonNode.Parse(wanted), "in")))).Reason.ShouldBe(reason);
    }

    [Theory, Trait("Trap", "T004-72")]
    [InlineData("content_type", "application/json", Reasons.WrongContentType), InlineData("contains", "x", Reasons.AssertionFailed), InlineData("rejected", null, Reasons.NotRejected)]
    [InlineData("no_sql_error", null, Reasons.SqlError), InlineData("no_errors", null, Reasons.ErrorPage)]
    public async Task A_broken_assertion_gives_its_reason(string type, string? value, string reason)
    {
        await using var target = await FakeTarget.StartAsync("<title>Runtime Error</title> SQLSTATE[42S02]");
        (await RunOneAsync(target.BaseUrl, Case("/q", That(type, value)))).Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task Failures_of_one_cause_share_a_key_and_others_do_not()
    {
        await using var target = await FakeTarget.StartAsync(c =>
        {
            c.Response.StatusCode = 500;
            return c.Response.WriteAsync(c.Request.Path.StartsWithSegments("/sql") ? "sqlite3.OperationalError: no such table: users" : $"id {Guid.NewGuid()}", c.RequestAborted);
        });

        var results = await RunAsync(Request(target.BaseUrl, Case("/items/1"), Case("/items/22"), Case("/other"), Case("/sql/a"), Case("/sql/b")));

        results.GroupBy(r => r.CauseKey).Select(g => g.Count()).Order().ShouldBe([1, 2, 2]);
    }

    [Fact]
    public async Task A_curl_line_sends_the_same_request_again_through_a_real_shell()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/curl"), "curl is not installed");
        List<string> seen = [];
        await using var target = await FakeTarget.StartAsync(async c =>
        {
            using var reader = new StreamReader(c.Request.Body);
            seen.Add($"{c.Request.Method} {c.Request.Path}{c.Request.QueryString} {c.Request.Headers["X-Odd"]} {c.Request.Headers["X-Api-Key"]} {await reader.ReadToEndAsync(c.RequestAborted)}");
        });
        var redactor = new Redactor();
        redactor.Add("top-secret", "API_KEY");
        var request = new PreparedRequest("POST", new Uri(target.BaseUrl, "/a?b=it's%20$HOME"), [new("X-Odd", "`id` 'q' \"d\" $x \\"), new("X-API-Key", "top-secret")], "it's top-secret"u8.ToArray());

        var line = CurlLine.Of(request, redactor);
        line.ShouldNotContain("top-secret");
        var shell = new ProcessStartInfo("/bin/sh") { ArgumentList = { "-c", line }, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        shell.Environment["API_KEY"] = "top-secret";
        using var process = Process.Start(shell)!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        seen.ShouldHaveSingleItem().ShouldBe("POST /a?b=it's%20$HOME `id` 'q' \"d\" $x \\ top-secret it's top-secret");
    }

    [Fact]
    public void A_secret_across_the_cut_is_not_shown_in_part()
    {
        var redactor = new Redactor();
        redactor.Add("0123456789", "X");
        for (var cut = 1; cut < 60; cut++)
        {
            var text = redactor.RedactStart("0123456789 ab 0123456789 cd 0123456789 ef", cut);
            text.Length.ShouldBeLessThanOrEqualTo(cut);
            text.ShouldNotContain("01");
        }
    }

    [Fact]
    public void The_sample_of_passed_cases_is_stable_and_close_to_its_share()
    {
        var keys = Enumerable.Range(0, 20_000).Select(i => $"components/login.q|api|login:{i}").ToList();
        var taken = keys.Where(k => PassedSample.Takes(k, 0.1)).ToList();
        taken.Count.ShouldBeInRange(1600, 2400);
        keys.Where(k => PassedSample.Takes(k, 0.1)).ShouldBe(taken);
        keys.ShouldNotContain(k => PassedSample.Takes(k, 0));
    }
}
