using System.Net;
using Alicerce.Harness;
using Alicerce.Outbound;
using Alicerce.Platform.Services;
using Alicerce.Platform.Tests.Resilience;
using Alicerce.Platform.Web;
using Microsoft.Extensions.Configuration;

namespace Alicerce.Platform.Tests.Services;

public sealed class ServiceClientTests : IAsyncLifetime
{
    private const string Key = "key-0123456789abcdef0123456789abcdef";
    private FakeService _service = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private sealed record Answer(string Name);

    public async ValueTask InitializeAsync() => _service = await FakeService.StartAsync(Ct);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    [Trait("Req", "S001-COM-04")]
    public async Task A_call_says_who_asks_for_which_request_is_tried_three_times_with_growing_pauses_and_raises_what_is_no_success()
    {
        using var client = Client();
        CorrelationId.Current = "request-7";
        _service.Answer = FakeService.Status(200, body: """{"name": "ana"}""");
        (await client.GetAsync<Answer>("/users/1?full=true", Ct)).ShouldBe(new Answer("ana"));
        (await client.PostAsync<Answer>("users", new { FirstName = "ana" }, Ct)).ShouldBe(new Answer("ana"));

        _service.Requests.Select(request => (request.Method, request.Path, request.Body))
            .ShouldBe([("GET", "/users/1?full=true", ""), ("POST", "/users", """{"first_name":"ana"}""")]);
        foreach (var request in _service.Requests)
        {
            request.Headers["X-Internal-Key"].ShouldBe(Key);
            request.Headers["X-Request-ID"].ShouldBe("request-7");
            request.Headers["X-Source-Service"].ShouldBe("alicerce");
            request.Headers["Content-Type"].ShouldStartWith("application/json");
            request.Headers.Keys.ShouldNotContain("Authorization");
        }

        _service.Answer = FakeService.Status(503, body: """{"message": "resting"}""");
        var failed = await Should.ThrowAsync<ServiceCallException>(() => client.GetAsync<Answer>("/users/1", Ct));
        (failed.Message, failed.Status, failed.IsAway).ShouldBe(("GET /users/1 of billing answered 503: resting", HttpStatusCode.ServiceUnavailable, true));
        var tries = _service.Requests.Skip(2).ToList();
        tries.Count.ShouldBe(3);
        TimeProvider.System.GetElapsedTime(tries[0].At, tries[1].At).ShouldBeGreaterThan(TimeSpan.FromSeconds(0.49));
        TimeProvider.System.GetElapsedTime(tries[1].At, tries[2].At).ShouldBeGreaterThan(TimeSpan.FromSeconds(0.99));
    }

    [Fact]
    [Trait("Req", "S001-COM-04")]
    public async Task A_GET_waits_ten_seconds_and_a_POST_thirty()
    {
        var clock = new ForwardClock();
        using var client = Client(options => options with { Resilience = options.Resilience with { Attempts = 1 } }, clock);
        _service.Answer = FakeService.Hang;

        (await TimedOutAsync(clock, 10, () => client.GetAsync<Answer>("/", Ct))).ShouldBe("GET / of billing failed: no answer within 10 s");
        (await TimedOutAsync(clock, 30, () => client.PostAsync<Answer>("/", 1, Ct))).ShouldBe("POST / of billing failed: no answer within 30 s");
        _service.Requests.Count.ShouldBe(2, "an answer that does not come says nothing of whether the POST was done");
    }

    [Fact]
    [Trait("Trap", "T001-30")]
    public async Task Calls_share_connections()
    {
        using var client = Client();
        for (var i = 0; i < 5; i++) await client.PostAsync<object>("/", i, Ct);
        _service.Requests.Select(request => request.Connection).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task The_users_token_goes_in_place_of_the_key_and_only_where_it_is_asked_for()
    {
        using var client = Client();
        await client.GetAsync<object>("/", Ct, new ServiceCall { UserToken = new Secret("user-token") });
        var request = _service.Requests.Single();
        request.Headers["Authorization"].ShouldBe("Bearer user-token");
        request.Headers.Keys.ShouldNotContain("X-Internal-Key");
    }

    [Fact]
    public async Task A_POST_with_a_key_for_repeating_is_tried_again()
    {
        using var client = Client();
        _service.Answer = (context, number) => number == 1 ? FakeService.Status(503)(context, number) : FakeService.Status(200, body: """{"name": "ana"}""")(context, number);
        (await client.PostAsync<Answer>("/", 1, Ct, new ServiceCall { IdempotencyKey = "k" })).Name.ShouldBe("ana");
        _service.Requests.Select(request => request.Headers["Idempotency-Key"]).ShouldBe(["k", "k"]);
    }

    [Fact]
    public async Task The_key_goes_to_the_configured_address_only_and_follows_no_redirect()
    {
        await using var other = await FakeService.StartAsync(Ct);
        _service.Answer = (context, _) =>
        {
            context.Response.Redirect($"{other.Url}stolen");
            return Task.CompletedTask;
        };
        using var client = Client();
        (await Should.ThrowAsync<ServiceCallException>(() => client.GetAsync<object>("/", Ct))).Status.ShouldBe(HttpStatusCode.Redirect);
        foreach (var path in new[] { $"{other.Url}x", "https://user@elsewhere/", "file:///etc/passwd" })
            await Should.ThrowAsync<ArgumentException>(() => client.GetAsync<object>(path, Ct));
        other.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Our_own_database_is_no_service_whatever_the_settings_say()
    {
        using var client = new ServiceClient(new ServiceClientOptions("billing", _service.Url), new OwnEndpoints([new IPEndPoint(IPAddress.Loopback, _service.Url.Port)]), TimeProvider.System);
        (await Should.ThrowAsync<ServiceCallException>(() => client.GetAsync<object>("/", Ct))).Message.ShouldContain("a port of Alicerce itself");
        _service.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_that_is_gone_is_one_clear_error_without_the_key()
    {
        using var client = Client(options => options with { Resilience = options.Resilience with { FirstPause = TimeSpan.Zero } });
        await _service.DisposeAsync();
        var failed = await Should.ThrowAsync<ServiceCallException>(() => client.GetAsync<object>("/", Ct));
        failed.IsAway.ShouldBeTrue();
        failed.Message.ShouldStartWith("GET / of billing failed: ");
        failed.ToString().ShouldNotContain(Key);
    }

    [Fact]
    public async Task An_answer_that_is_not_the_expected_JSON_is_one_clear_error()
    {
        using var client = Client();
        foreach (var body in new[] { "<html>", "null", """{"other": 1}""" })
        {
            _service.Answer = FakeService.Status(200, body: body);
            (await Should.ThrowAsync<ServiceCallException>(() => client.GetAsync<Answer>("/a", Ct))).Message.ShouldStartWith("The answer to GET /a of billing cannot be read: ");
        }
    }

    [Theory]
    [InlineData("ftp://billing:8001")]
    [InlineData("billing:8001")]
    [InlineData("http://user:secret@billing:8001")]
    [InlineData("http://billing:8001/?key=secret")]
    public void A_setting_that_is_no_address_is_named_and_not_repeated(string url)
    {
        var mistake = ServiceClientOptions.CheckConfiguration("ai-svc", Settings(("AI_SVC_URL", url))).Single();
        mistake.ShouldStartWith("AI_SVC_URL is not an address of a service");
        mistake.ShouldNotContain("secret");
    }

    [Fact]
    public void The_address_and_the_key_that_is_sent_come_from_the_settings()
    {
        var options = ServiceClientOptions.Read("ai-svc", Settings(("AI_SVC_URL", "http://ai-svc:8001/api"), ("INTERNAL_SERVICE_KEY", $"{Key}, other"))).ShouldNotBeNull();
        options.BaseUrl.ShouldBe(new Uri("http://ai-svc:8001/api/"));
        options.Key!.Reveal().ShouldBe(Key);
        ServiceClientOptions.Read("ai-svc", Settings()).ShouldBeNull();
        ServiceClientOptions.CheckConfiguration("ai-svc", Settings()).ShouldBeEmpty();
    }

    private ServiceClient Client(Func<ServiceClientOptions, ServiceClientOptions>? change = null, TimeProvider? clock = null)
    {
        var options = new ServiceClientOptions("billing", _service.Url) { Key = new Secret(Key) };
        return new ServiceClient(change?.Invoke(options) ?? options, new OwnEndpoints([]), clock ?? TimeProvider.System);
    }

    private async Task<string> TimedOutAsync(ForwardClock clock, int seconds, Func<Task> call)
    {
        var before = _service.Requests.Count;
        var calling = call();
        await Eventually.BecomesTrueAsync(() => _service.Requests.Count > before, "the service was asked", Ct);
        clock.Forward(TimeSpan.FromSeconds(seconds - 2));
        calling.IsCompleted.ShouldBeFalse();
        clock.Forward(TimeSpan.FromSeconds(2));
        return (await Should.ThrowAsync<ServiceCallException>(() => calling)).Message;
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value))).Build();
}
