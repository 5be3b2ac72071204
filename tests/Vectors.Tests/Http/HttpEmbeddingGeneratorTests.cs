using System.Globalization;
using System.Net;
using Alicerce.Harness;
using Alicerce.Outbound;
using Alicerce.Vectors.Embedding.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;

namespace Alicerce.Vectors.Tests.Http;

public sealed class HttpEmbeddingGeneratorTests : IAsyncLifetime
{
    private const string Key = "test-key-7f3a";

    // Where the clock is put forward for the waits between attempts, no attempt may end by it.
    private static readonly TimeSpan s_long = TimeSpan.FromHours(10);
    private readonly ForwardClock _clock = new();
    private FakeEmbeddingService _service = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _service = await FakeEmbeddingService.StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    [Trait("Req", "S001-EMB-01")]
    public async Task Texts_go_in_batches_of_a_hundred_and_their_vectors_come_in_their_order()
    {
        using var generator = Generator(options => options);
        var texts = Enumerable.Range(0, 250).Select(i => $"scenario {i}").ToArray();
        var vectors = await generator.GenerateAsync(texts, cancellationToken: Ct);
        _service.Requests.Select(request => request["input"]!.AsArray().Count).ShouldBe([100, 100, 50]);
        _service.Requests.Select(request => (request["model"]!.GetValue<string>(), request["dimensions"]!.GetValue<int>())).Distinct().ShouldBe([("text-embedding-3-small", 1_536)]);
        vectors.Select(vector => vector.Vector.ToArray()).ShouldBe(texts.Select(text => FakeEmbeddingService.VectorOf(text, 1_536)));
        vectors.Usage!.InputTokenCount.ShouldBe(750);
        (await generator.GenerateAsync(["one alone"], cancellationToken: Ct))[0].Vector.ToArray().ShouldBe(FakeEmbeddingService.VectorOf("one alone", 1_536));
        _service.Keys.Distinct().ShouldBe([$"Bearer {Key}"]);
    }

    [Fact]
    public async Task Model_and_dimensions_are_settings_and_the_parameter_can_be_left_out()
    {
        using var asking = Generator(options => options with { Model = "other", Dimensions = 256 });
        (await asking.GenerateAsync(["a"], cancellationToken: Ct))[0].Dimensions.ShouldBe(256);
        (await asking.GenerateAsync(["a"], new EmbeddingGenerationOptions { Dimensions = 64, ModelId = "third" }, Ct))[0].Dimensions.ShouldBe(64);
        using var silent = Generator(options => options with { SendsDimensions = false, ApiKey = null });
        (await silent.GenerateAsync(["a"], cancellationToken: Ct)).Count.ShouldBe(1);
        _service.Requests.Select(request => (request["model"]!.GetValue<string>(), request["dimensions"]?.GetValue<int>())).ShouldBe([("other", 256), ("third", 64), ("text-embedding-3-small", (int?)null)]);
        _service.Keys.Last().ShouldBeNull();
        (await silent.GenerateAsync([], cancellationToken: Ct)).ShouldBeEmpty();
        _service.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("date")]
    public async Task A_busy_service_is_asked_again_when_it_says(string retryAfter)
    {
        List<long> asked = [];
        _service.Misbehave = (context, count) =>
        {
            asked.Add(_clock.GetTimestamp());
            if (count > 1) return Task.FromResult(false);
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = retryAfter == "date" ? _clock.GetUtcNow().AddSeconds(8).ToString("R", CultureInfo.InvariantCulture) : retryAfter;
            return Task.FromResult(true);
        };
        using var generator = Generator(options => options with { Timeout = s_long, FirstWait = TimeSpan.FromMilliseconds(1) });
        var vectors = generator.GenerateAsync(["a"], cancellationToken: Ct);
        await ForwardUntilAsync(vectors, TimeSpan.FromSeconds(0.5));
        (await vectors).Count.ShouldBe(1);
        asked.Count.ShouldBe(2);
        _clock.GetElapsedTime(asked[0], asked[1]).TotalSeconds.ShouldBeGreaterThan(6.9);
    }

    [Fact]
    public async Task A_service_that_wants_too_long_a_wait_fails_the_call_at_once()
    {
        _service.Misbehave = (context, _) =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "3600";
            return Task.FromResult(true);
        };
        using var generator = Generator(options => options);
        var failure = await Should.ThrowAsync<EmbeddingServiceException>(() => generator.GenerateAsync(["a"], cancellationToken: Ct));
        failure.Message.ShouldEndWith("answered 429. It asks to wait 3600 s.");
        _service.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_service_that_keeps_failing_is_asked_four_times(int status)
    {
        _service.Misbehave = (context, _) => FailAsync(context, status, "overloaded");
        using var generator = Generator(options => options with { Timeout = s_long });
        var vectors = generator.GenerateAsync(["a"], cancellationToken: Ct);
        await ForwardUntilAsync(vectors, TimeSpan.FromSeconds(5));
        var failure = await Should.ThrowAsync<EmbeddingServiceException>(vectors);
        failure.Message.ShouldBe($"The embedding service at {_service.Endpoint}/embeddings answered {status}: overloaded. It was asked 4 times.");
        failure.Status.ShouldBe((HttpStatusCode)status);
        _service.Requests.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(302)]
    public async Task A_refusal_is_told_at_once_and_without_the_key(int status)
    {
        _service.Misbehave = (context, _) => FailAsync(context, status, $"Incorrect API key provided: {Key}\n.");
        using var generator = Generator(options => options);
        var failure = await Should.ThrowAsync<EmbeddingServiceException>(() => generator.GenerateAsync(["a secret title"], cancellationToken: Ct));
        failure.Message.ShouldContain($"answered {status}: Incorrect API key provided: *** .");
        failure.ToString().ShouldNotContain(Key);
        failure.ToString().ShouldNotContain("a secret title");
        _service.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_service_that_hangs_is_left_in_time_and_a_caller_who_leaves_is_let_go()
    {
        _service.Misbehave = async (context, _) =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
            return true;
        };
        using var generator = Generator(options => options with { MaxAttempts = 2 });
        var vectors = generator.GenerateAsync(["a"], cancellationToken: Ct);
        await ForwardUntilAsync(vectors, TimeSpan.FromSeconds(5));
        (await Should.ThrowAsync<EmbeddingServiceException>(vectors)).Message.ShouldEndWith("did not answer within 30 s. It was asked 2 times.");

        var before = _service.Requests.Count;
        using var leaving = new CancellationTokenSource();
        using var patient = Generator(options => options with { MaxAttempts = 1 });
        var left = patient.GenerateAsync(["a"], cancellationToken: leaving.Token);
        await Eventually.BecomesTrueAsync(() => _service.Requests.Count > before, "the request of the caller who leaves", Ct);
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(left);
    }

    [Fact]
    public async Task A_connection_that_breaks_off_in_an_answer_is_tried_again()
    {
        _service.Misbehave = async (context, count) =>
        {
            if (count > 1) return false;
            await context.Response.WriteAsync("{\"data\":[", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
            return true;
        };
        using var generator = Generator(options => options with { Timeout = s_long });
        var vectors = generator.GenerateAsync(["a"], cancellationToken: Ct);
        await ForwardUntilAsync(vectors, TimeSpan.FromSeconds(1));
        (await vectors).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("{\"data\":", "did not answer with the JSON of an embedding service")]
    [InlineData("<html>", "did not answer with the JSON of an embedding service")]
    [InlineData("null", "answered with nothing")]
    [InlineData("{}", "answered 0 vectors for 2 texts")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1,2,3]}]}""", "answered 3 dimensions, and 2 are wanted")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"index":0,"embedding":[1,2]}]}""", "index is missing, double or out of range")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"index":2,"embedding":[1,2]}]}""", "index is missing, double or out of range")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},null]}""", "index is missing, double or out of range")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1,1e99]}]}""", "values that are no numbers")]
    public async Task An_answer_that_is_not_what_was_asked_for_gives_no_vectors(string answer, string message)
    {
        _service.Misbehave = async (context, _) =>
        {
            await context.Response.WriteAsync(answer, context.RequestAborted);
            return true;
        };
        using var generator = Generator(options => options with { Dimensions = 2 });
        (await Should.ThrowAsync<EmbeddingServiceException>(() => generator.GenerateAsync(["a", "b"], cancellationToken: Ct))).Message.ShouldContain(message);
        _service.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_without_end_is_left_at_its_limit()
    {
        _service.Misbehave = async (context, _) =>
        {
            var kilobyte = new byte[1024];
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(kilobyte, context.RequestAborted);
            return true;
        };
        using var generator = Generator(options => options with { MaxAnswerBytes = 100_000 });
        (await Should.ThrowAsync<EmbeddingServiceException>(() => generator.GenerateAsync(["a"], cancellationToken: Ct))).Message.ShouldContain("answered with more than 100,000 bytes");
    }

    [Fact]
    public async Task The_guard_decides_where_texts_may_go()
    {
        using var generator = new HttpEmbeddingGenerator(new ConnectGuard(new EgressPolicy()), new HttpEmbeddingOptions { Endpoint = _service.Endpoint }, _clock);
        (await Should.ThrowAsync<EmbeddingServiceException>(() => generator.GenerateAsync(["a"], cancellationToken: Ct))).Message.ShouldContain("loopback addresses are closed unless listed");
        _service.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ftp://host/v1")]
    [InlineData("https://user:pass@host/v1")]
    [InlineData("https://host/v1?key=1")]
    public void An_endpoint_that_would_show_a_credential_or_is_none_is_refused(string endpoint) =>
        Should.Throw<ArgumentException>(() => new HttpEmbeddingOptions { Endpoint = new Uri(endpoint) }).Message.ShouldContain("http or https address without user, query");

    private static async Task<bool> FailAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsJsonAsync(new { error = new { message, type = "t", code = "c" } }, context.RequestAborted);
        return true;
    }

    /// <summary>Puts the clock forward until the call ends: each wait within it is passed as it begins.</summary>
    private Task ForwardUntilAsync(Task call, TimeSpan step) => Eventually.BecomesTrueAsync(() =>
    {
        if (!call.IsCompleted) _clock.Forward(step);
        return call.IsCompleted;
    }, "the end of the call", Ct);

    private HttpEmbeddingGenerator Generator(Func<HttpEmbeddingOptions, HttpEmbeddingOptions> change) =>
        new(new ConnectGuard(EgressPolicy.Only(_service.Endpoint)), change(new HttpEmbeddingOptions { Endpoint = _service.Endpoint, ApiKey = new Secret(Key) }), _clock);
}
