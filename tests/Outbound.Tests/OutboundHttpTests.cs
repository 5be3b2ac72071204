using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Alicerce.Outbound.Tests;

public sealed class OutboundHttpTests : IAsyncLifetime
{
    private WebApplication _target = null!;
    private Uri _url = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _target = builder.Build();
        _target.MapGet("/ok", (HttpContext context) => context.Request.Headers.ContainsKey("traceparent") ? "traced" : "ok");
        _target.MapGet("/redirect", () => Results.Redirect("/ok"));
        _target.MapGet("/cookie", (HttpContext context) =>
        {
            context.Response.Cookies.Append("session", "1");
            return context.Request.Headers.Cookie.ToString();
        });
        _target.MapGet("/headers", (HttpContext context) => context.Response.Headers["X-Long"] = new string('x', 200_000));
        _target.MapGet("/endless", async (HttpContext context) =>
        {
            var chunk = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
        });
        await _target.StartAsync();
        _url = new Uri(_target.Urls.Single());
    }

    public async ValueTask DisposeAsync() => await _target.DisposeAsync();

    private HttpMessageInvoker Invoker() => OutboundHttp.CreateInvoker(new ConnectGuard(EgressPolicy.Only(_url)));

    private HttpRequestMessage Get(string path) => new(HttpMethod.Get, new Uri(_url, path));

    [Fact]
    public async Task A_refused_connection_carries_the_reason_through_the_client()
    {
        using var closed = OutboundHttp.CreateClient(new ConnectGuard(new EgressPolicy()), TimeSpan.FromSeconds(10));
        var error = await Should.ThrowAsync<HttpRequestException>(() => closed.GetAsync(_url, Ct));
        EgressRefusedException.FindIn(error).ShouldNotBeNull().Message.ShouldContain("loopback");
    }

    [Fact]
    public async Task Redirects_are_answers_and_are_not_followed()
    {
        using var invoker = Invoker();
        using var response = await invoker.SendAsync(Get("/redirect"), Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Cookies_are_not_kept_between_requests()
    {
        using var invoker = Invoker();
        using var first = await invoker.SendAsync(Get("/cookie"), Ct);
        using var second = await invoker.SendAsync(Get("/cookie"), Ct);
        (await second.Content.ReadAsStringAsync(Ct)).ShouldBe("");
    }

    [Fact]
    public async Task Nothing_of_our_tracing_is_told_to_the_target()
    {
        using var activity = new System.Diagnostics.Activity("test").Start();
        using var invoker = Invoker();
        using var response = await invoker.SendAsync(Get("/ok"), Ct);
        (await response.Content.ReadAsStringAsync(Ct)).ShouldBe("ok");
    }

    [Fact]
    public async Task Headers_without_end_fail_the_request()
    {
        using var invoker = Invoker();
        await Should.ThrowAsync<HttpRequestException>(() => invoker.SendAsync(Get("/headers"), Ct));
    }

    [Fact]
    public async Task A_request_for_http_3_stays_on_the_connection_that_was_checked()
    {
        using var invoker = Invoker();
        var request = Get("/ok");
        request.Version = HttpVersion.Version30;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionOrHigher;
        using var response = await invoker.SendAsync(request, Ct);
        response.Version.ShouldBe(HttpVersion.Version11);
    }

    [Fact]
    public async Task An_endless_answer_is_cut_at_the_limit()
    {
        using var invoker = Invoker();
        using var response = await invoker.SendAsync(Get("/endless"), Ct);
        await using var stream = await response.Content.ReadAsStreamAsync(Ct);
        using var body = await BoundedBody.ReadAsync(stream, 1_000_000, Ct);
        body.Bytes.Length.ShouldBe(1_000_000);
        body.Truncated.ShouldBeTrue();
    }
}
