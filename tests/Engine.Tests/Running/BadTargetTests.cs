using System.IO.Compression;
using System.Text;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Running;
using Alicerce.Outbound;
using Microsoft.AspNetCore.Http;
using static Alicerce.Engine.Tests.Running.RunSetup;

namespace Alicerce.Engine.Tests.Running;

public sealed class BadTargetTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(400);

    [Fact]
    public async Task A_target_that_hangs_before_its_headers_runs_into_the_timeout()
    {
        await using var target = RawTarget.Start((_, ct) => Task.Delay(Timeout.Infinite, ct));
        await ShouldTimeOutAsync(target.BaseUrl);
    }

    [Fact]
    public async Task A_target_that_hangs_up_on_tls_is_told_how_it_may_be_meant()
    {
        await using var target = RawTarget.Start("");
        var secure = new UriBuilder(target.BaseUrl) { Scheme = "https" }.Uri;

        var result = await RunOneAsync(secure, Case("/"));

        (result.Reason, result.Message!).ShouldBe((Reasons.ConnectionFailed, "The target does not answer in TLS; when it speaks plain HTTP, write its address with http:// in place of https://"));
    }

    [Fact]
    public async Task A_slow_drip_of_the_body_runs_into_the_timeout()
    {
        await using var target = await FakeTarget.StartAsync(async c =>
        {
            while (true)
            {
                await c.Response.WriteAsync(".", c.RequestAborted);
                await c.Response.Body.FlushAsync(c.RequestAborted);
                await Task.Delay(20, c.RequestAborted);
            }
        });
        await ShouldTimeOutAsync(target.BaseUrl);
    }

    [Fact]
    public async Task Headers_that_drip_for_ever_run_into_the_timeout()
    {
        await using var target = RawTarget.Start(async (stream, ct) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), ct);
            for (var i = 0; ; i++)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"X-{i}: y\r\n"), ct);
                await Task.Delay(20, ct);
            }
        });
        await ShouldTimeOutAsync(target.BaseUrl);
    }

    [Fact]
    public async Task An_endless_stream_is_cut_at_the_limit_and_still_judged()
    {
        await using var target = await FakeTarget.StartAsync(async c =>
        {
            var block = new byte[64 * 1024];
            while (true) await c.Response.Body.WriteAsync(block, c.RequestAborted);
        });

        var result = (await RunAsync(Request(target.BaseUrl, Case("/x", That("status", 500))) with { Limits = new RunLimits { MaxBodyBytes = 100_000 } })).Single();

        result.Status.ShouldBe(CaseStatus.Failed);
        result.Steps[0].Response!.BodyLength.ShouldBe(100_000);
        result.Steps[0].Response!.Truncated.ShouldBeTrue();
    }

    [Fact]
    public async Task A_compression_bomb_stops_at_the_limit()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var i = 0; i < 200; i++) await gzip.WriteAsync(new byte[1024 * 1024], TestContext.Current.CancellationToken);
        await using var target = await FakeTarget.StartAsync(async c =>
        {
            c.Response.Headers.ContentEncoding = "gzip";
            await c.Response.Body.WriteAsync(packed.ToArray(), c.RequestAborted);
        });

        var result = (await RunAsync(Request(target.BaseUrl, Case("/x", That("size", 1_000_000, "eq"))) with { Limits = new RunLimits { MaxBodyBytes = 1_000_000 } })).Single();

        result.Status.ShouldBe(CaseStatus.Passed, result.Message);
    }

    [Theory, InlineData("gzip"), InlineData("br"), InlineData("deflate")]
    public async Task Compressed_bodies_are_unpacked(string encoding)
    {
        await using var target = await FakeTarget.StartAsync(async c =>
        {
            c.Response.Headers.ContentEncoding = encoding;
            using var packed = new MemoryStream();
            await using (Stream stream = encoding switch
            {
                "gzip" => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
                "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
                _ => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            }) await stream.WriteAsync("hello"u8.ToArray(), c.RequestAborted);
            await c.Response.Body.WriteAsync(packed.ToArray(), c.RequestAborted);
        });

        (await RunOneAsync(target.BaseUrl, Case("/x", That("body", "hello")))).Status.ShouldBe(CaseStatus.Passed);
    }

    [Theory]
    [InlineData("not http at all\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd")]
    [InlineData("HTTP/1.1 200 OK\r\n")]
    [InlineData("")]
    public async Task Garbage_and_early_ends_are_a_bad_answer(string answer)
    {
        await using var target = RawTarget.Start(answer);

        var result = await RunOneAsync(target.BaseUrl, Case("/x"));

        (result.Status, result.Reason).ShouldBe((CaseStatus.Error, Reasons.BadAnswer));
        result.Message.ShouldNotBeNullOrEmpty();
        result.Steps[0].Request!.Curl.ShouldNotBeNull();
    }

    /// <summary>What Python's <c>http.server</c> does: HTTP/1.0, no word about the connection, and an end of it a moment after the answer.</summary>
    [Fact]
    public async Task A_target_of_HTTP_1_0_that_closes_after_each_answer_fails_no_case()
    {
        await using var target = RawTarget.Start(async (stream, ct) =>
        {
            await stream.WriteAsync("HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok"u8.ToArray(), ct);
            await Task.Delay(20, ct);
        });
        TestCase[] cases = [.. Enumerable.Range(0, 80).Select(i => Case($"/{i}", That("body", "ok")))];

        var results = await RunAsync(Request(target.BaseUrl, cases) with { Limits = new RunLimits { Parallel = 8 } });

        results.Where(r => r.Status != CaseStatus.Passed).Select(r => r.Message).ShouldBeEmpty();
        results.Count.ShouldBe(80);
    }

    [Fact]
    public async Task Huge_headers_are_a_bad_answer()
    {
        await using var target = RawTarget.Start($"HTTP/1.1 200 OK\r\nX-Big: {new string('x', 200_000)}\r\n\r\n");

        var result = await RunOneAsync(target.BaseUrl, Case("/x"));

        (result.Status, result.Reason).ShouldBe((CaseStatus.Error, Reasons.BadAnswer));
    }

    [Fact]
    public async Task A_redirect_loop_is_bounded()
    {
        await using var target = await FakeTarget.StartAsync(c =>
        {
            c.Response.Redirect("/again");
            return Task.CompletedTask;
        });
        var step = new Step { Request = new RequestSpec { Target = "/x", FollowRedirects = true } };

        var result = await RunOneAsync(target.BaseUrl, Story("loop", step));

        (result.Status, result.Reason).ShouldBe((CaseStatus.Error, Reasons.TooManyRedirects));
        target.Requests.Count.ShouldBe(11);
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_a_result_and_never_followed()
    {
        await using var other = await FakeTarget.StartAsync("other");
        await using var target = await FakeTarget.StartAsync(c =>
        {
            c.Response.Redirect($"{other.BaseUrl}steal");
            return Task.CompletedTask;
        });
        var step = new Step { Request = new RequestSpec { Target = "/x", FollowRedirects = true }, Assertions = [That("status", 302)] };

        (await RunOneAsync(target.BaseUrl, Story("away", step))).Status.ShouldBe(CaseStatus.Passed);
        other.Requests.ShouldBeEmpty();
    }

    [Theory, Trait("Trap", "T004-51")]
    [InlineData("@evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("http://evil.example/")]
    [InlineData(":8081/x")]
    [InlineData(".evil.example/")]
    [InlineData("/a\r\nHost: evil.example")]
    [InlineData("")]
    public async Task A_target_that_would_leave_the_base_url_is_refused(string target)
    {
        var result = await RunOneAsync(new Uri("http://127.0.0.1:9"), Case(target));

        (result.Status, result.Reason).ShouldBe((CaseStatus.Error, Reasons.InvalidCase));
        result.Message!.ShouldContain("target");
    }

    [Fact, Trait("Trap", "T004-51")]
    public async Task A_variable_cannot_smuggle_another_host_into_a_target()
    {
        var run = Request(new Uri("http://127.0.0.1:9"), Case("/{{x}}"));

        var result = (await RunAsync(run with { Target = run.Target with { Variables = new Dictionary<string, string> { ["x"] = "/evil.example/" } } })).Single();

        (result.Status, result.Reason).ShouldBe((CaseStatus.Error, Reasons.InvalidCase));
    }

    [Fact]
    public async Task A_closed_port_is_connection_failed_and_a_forbidden_address_is_refused_by_policy()
    {
        var closed = await RunOneAsync(new Uri("http://127.0.0.1:1"), Case("/x"));
        var run = Request(new Uri("http://127.0.0.1:1"), Case("/x"));
        var refused = (await RunAsync(run with { Target = run.Target with { Egress = new EgressPolicy() } })).Single();

        (closed.Status, closed.Reason).ShouldBe((CaseStatus.Error, Reasons.ConnectionFailed));
        (refused.Status, refused.Reason).ShouldBe((CaseStatus.Error, Reasons.ConnectionRefusedByPolicy));
    }

    private static async Task ShouldTimeOutAsync(Uri baseUrl)
    {
        var result = await RunOneAsync(baseUrl, Case("/x") with { Timeout = Short });

        (result.Status, result.Reason).ShouldBe((CaseStatus.Error, Reasons.Timeout));
        result.Duration.ShouldBeLessThan(TimeSpan.FromSeconds(8));
    }
}
