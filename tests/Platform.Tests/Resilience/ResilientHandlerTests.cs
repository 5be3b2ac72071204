using System.Net;
using Alicerce.Harness;
using Alicerce.Outbound;
using Alicerce.Platform.Resilience;
using Polly.Timeout;

namespace Alicerce.Platform.Tests.Resilience;

public sealed class ResilientHandlerTests : IAsyncLifetime
{
    private static readonly TimeSpan s_soon = TimeSpan.FromMilliseconds(20);
    private static readonly ResilienceOptions s_quick = new() { FirstPause = s_soon, LongestPause = s_soon };
    private FakeService _service = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _service = await FakeService.StartAsync(Ct);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData("GET", 503, 3)]
    [InlineData("HEAD", 502, 3)]
    [InlineData("PUT", 504, 3)]
    [InlineData("DELETE", 429, 3)]
    [InlineData("OPTIONS", 408, 3)]
    [InlineData("POST", 503, 1)]
    [InlineData("PATCH", 503, 1)]
    [InlineData("GET", 500, 1)]
    [InlineData("GET", 404, 1)]
    [InlineData("GET", 422, 1)]
    [InlineData("GET", 301, 1)]
    [Trait("Trap", "T001-29")]
    public async Task Only_what_is_safe_is_sent_again_and_only_after_what_passes(string method, int status, int expected)
    {
        _service.Answer = FakeService.Status(status);
        using var http = Http(s_quick);
        using var response = await SendAsync(http, method);
        ((int)response.StatusCode).ShouldBe(status);
        _service.Requests.Count.ShouldBe(expected);
    }

    [Fact]
    [Trait("Trap", "T001-29")]
    public async Task A_POST_with_an_idempotency_key_is_sent_again_whole()
    {
        _service.Answer = (context, number) => number < 3 ? FakeService.Status(503)(context, number) : FakeService.Status(201)(context, number);
        using var http = Http(s_quick);
        using var response = await SendAsync(http, "POST", request =>
        {
            request.Headers.Add("Idempotency-Key", "k-1");
            request.Content = new StringContent("the body");
        });
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        _service.Requests.Select(request => (request.Body, request.Headers["Idempotency-Key"])).ShouldBe(Enumerable.Repeat(("the body", "k-1"), 3));
    }

    [Fact]
    public async Task A_body_that_can_be_read_only_once_is_sent_once()
    {
        _service.Answer = FakeService.Status(503);
        using var http = Http(s_quick);
        using var response = await SendAsync(http, "PUT", request => request.Content = new StreamContent(new MemoryStream([1, 2, 3])));
        _service.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_connection_that_breaks_off_is_tried_again()
    {
        _service.Answer = (context, number) =>
        {
            if (number < 3) context.Abort();
            return Task.CompletedTask;
        };
        using var http = Http(s_quick);
        using var response = await SendAsync(http, "GET");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        _service.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_in_the_middle_is_tried_again_where_answers_are_read_whole()
    {
        _service.Answer = async (context, number) =>
        {
            context.Response.ContentLength = 4;
            await context.Response.Body.WriteAsync("ab"u8.ToArray(), Ct);
            await context.Response.Body.FlushAsync(Ct);
            if (number < 2) context.Abort();
            else await context.Response.Body.WriteAsync("cd"u8.ToArray(), Ct);
        };
        using var http = Http(s_quick with { BufferedBytes = 4 });
        using var response = await SendAsync(http, "GET");
        (await response.Content.ReadAsStringAsync(Ct)).ShouldBe("abcd");
        _service.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_beyond_the_bound_fails_and_is_not_asked_for_again()
    {
        _service.Answer = FakeService.Status(200, body: "12345");
        using var http = Http(s_quick with { BufferedBytes = 4 });
        (await Should.ThrowAsync<HttpRequestException>(() => SendAsync(http, "GET"))).HttpRequestError.ShouldBe(HttpRequestError.ConfigurationLimitExceeded);
        _service.Requests.Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Trap", "T001-29")]
    public async Task A_target_is_left_alone_as_long_as_it_asks_and_not_asked_again_when_that_is_too_long()
    {
        _service.Answer = (context, number) => FakeService.Status(number == 1 ? 429 : 503, retryAfter: number == 1 ? "1" : "11")(context, number);
        using var http = Http(s_quick);
        using var response = await SendAsync(http, "GET");
        ((int)response.StatusCode).ShouldBe(503);
        var requests = _service.Requests;
        requests.Count.ShouldBe(2);
        TimeProvider.System.GetElapsedTime(requests[0].At, requests[1].At).ShouldBeGreaterThan(TimeSpan.FromSeconds(0.99));
    }

    [Fact]
    public async Task What_the_guard_refuses_is_asked_once_and_says_nothing_of_the_target()
    {
        var circuit = new ResilientHandler("shop", OutboundHttp.CreateHandler(new ConnectGuard(new EgressPolicy())), s_quick with { FailureThreshold = 1 }, TimeProvider.System);
        using var http = new HttpMessageInvoker(circuit);
        for (var i = 0; i < 2; i++)
            EgressRefusedException.FindIn(await Should.ThrowAsync<HttpRequestException>(() => SendAsync(http, "GET"))).ShouldNotBeNull();
        circuit.Circuit.State.ShouldBe(CircuitState.Closed);
    }

    [Fact]
    [Trait("Trap", "T001-31")]
    public async Task A_target_that_fails_is_not_asked_any_more_until_one_trial_succeeds()
    {
        var clock = new ForwardClock();
        _service.Answer = FakeService.Status(500);
        using var http = Http(s_quick, clock);
        for (var i = 0; i < 5; i++) (await SendAsync(http, "GET")).Dispose();

        var refused = await Should.ThrowAsync<CallRefusedException>(() => SendAsync(http, "GET"));
        refused.Message.ShouldBe("shop was not asked: it failed 5 times in a row, and is tried again 30 s after the last.");
        _service.Requests.Count.ShouldBe(5);

        // Fifty at once after the rest: one goes out, and while it is on its way the others are refused.
        var gate = new TaskCompletionSource();
        _service.Answer = (context, _) => gate.Task.WaitAsync(context.RequestAborted);
        clock.Forward(TimeSpan.FromSeconds(30));
        var calls = Enumerable.Range(0, 50).Select(_ => Task.Run(() => SendAsync(http, "GET"))).ToList();
        await Eventually.BecomesTrueAsync(() => calls.Count(call => call.IsFaulted) == 49, "all but one are refused", Ct);
        gate.SetResult();
        (await calls.Single(call => !call.IsFaulted)).StatusCode.ShouldBe(HttpStatusCode.OK);
        _service.Requests.Count.ShouldBe(6);
        (await SendAsync(http, "GET")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_circuit_counts_tries_and_ends_a_call_in_the_middle_of_them()
    {
        _service.Answer = FakeService.Status(503);
        using var http = Http(s_quick with { FailureThreshold = 2 });
        await Should.ThrowAsync<CallRefusedException>(() => SendAsync(http, "GET"));
        _service.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Callers_beyond_places_and_queue_are_refused_at_once_and_those_in_the_queue_get_their_turn()
    {
        var gate = new TaskCompletionSource();
        _service.Answer = (context, _) => gate.Task.WaitAsync(context.RequestAborted);
        using var http = Http(s_quick with { Places = 2, QueueLength = 1 });
        var running = new[] { SendAsync(http, "GET"), SendAsync(http, "GET") };
        await Eventually.BecomesTrueAsync(() => _service.Requests.Count == 2, "both places are taken", Ct);
        var queued = SendAsync(http, "GET");

        (await Should.ThrowAsync<CallRefusedException>(() => SendAsync(http, "GET"))).Message.ShouldBe("shop was not asked: 2 calls are on their way and 1 wait.");
        _service.Requests.Count.ShouldBe(2);

        gate.SetResult();
        foreach (var call in running.Append(queued)) (await call).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Trap", "T001-29")]
    public async Task The_time_of_the_whole_call_is_bounded_whatever_its_tries_do()
    {
        var clock = new ForwardClock();
        _service.Answer = FakeService.Hang;
        using var http = Http(s_quick with { Attempts = 100, FailureThreshold = 100 }, clock);
        var call = SendAsync(http, "GET");
        for (var tries = 1; !call.IsCompleted; tries++)
        {
            await Eventually.BecomesTrueAsync(() => call.IsCompleted || _service.Requests.Count >= tries, "another try is on its way", Ct);
            clock.Forward(TimeSpan.FromSeconds(10.1));
        }

        await Should.ThrowAsync<TimeoutRejectedException>(() => call);
        _service.Requests.Count.ShouldBeLessThanOrEqualTo(7);
    }

    [Fact]
    public async Task A_caller_who_leaves_ends_the_call_and_opens_no_circuit()
    {
        _service.Answer = FakeService.Hang;
        var handler = Handler(s_quick with { FailureThreshold = 1 }, TimeProvider.System);
        using var http = new HttpMessageInvoker(handler);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        using var request = new HttpRequestMessage(HttpMethod.Get, _service.Url);
        var call = http.SendAsync(request, leaving.Token);
        await Eventually.BecomesTrueAsync(() => _service.Requests.Count == 1, "the service was asked", Ct);
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => call);
        handler.Circuit.State.ShouldBe(CircuitState.Closed);
    }

    [Theory]
    [InlineData(0, 0, 0.5)]
    [InlineData(0, 1, 0.75)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 1.5)]
    [InlineData(3, 0, 4)]
    [InlineData(3, 1, 5)]
    [InlineData(1_000_000, 0, 5)]
    public void Pauses_double_from_half_a_second_to_five_and_vary(int retry, double jitter, double seconds) =>
        RetryRules.PauseBefore(retry, new ResilienceOptions(), jitter).ShouldBe(TimeSpan.FromSeconds(seconds));

    private HttpMessageInvoker Http(ResilienceOptions options, TimeProvider? clock = null) => new(Handler(options, clock ?? TimeProvider.System));

    private ResilientHandler Handler(ResilienceOptions options, TimeProvider clock) =>
        new("shop", OutboundHttp.CreateHandler(new ConnectGuard(EgressPolicy.Only(_service.Url))), options, clock);

    private async Task<HttpResponseMessage> SendAsync(HttpMessageInvoker http, string method, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_service.Url, "/things"));
        change?.Invoke(request);
        return await http.SendAsync(request, Ct);
    }
}
