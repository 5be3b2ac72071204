using System.Net;
using System.Net.Http.Json;
using Alicerce.Harness;

namespace Alicerce.Server.Tests.Web;

public sealed class IdempotencyTests(ProbeFixture fixture) : IClassFixture<ProbeFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_request_with_the_same_key_gets_the_same_answer_and_is_done_once()
    {
        var (key, name) = ($"k-{Guid.NewGuid():N}", $"p{Guid.NewGuid():N}");
        using var first = await CreateAsync(key, name);
        using var second = await CreateAsync(key, name);

        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await second.Content.ReadAsStringAsync(Ct)).ShouldBe(await first.Content.ReadAsStringAsync(Ct));
        second.Headers.Location.ShouldBe(first.Headers.Location);
        second.Headers.GetValues("Idempotent-Replayed").Single().ShouldBe("true");
    }

    [Fact]
    public async Task Fifty_callers_at_once_with_one_key_do_it_once()
    {
        var (key, name) = ($"k-{Guid.NewGuid():N}", $"p{Guid.NewGuid():N}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => CreateAsync(key, name)));
        answers.Where(answer => answer.StatusCode == HttpStatusCode.Created).Select(answer => answer.Headers.Location).Distinct().ShouldHaveSingleItem();
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created || answer.StatusCode == HttpStatusCode.Conflict);
        (await fixture.Server.GetAsync($"/api/v1/projects?name={name}", Ct)).GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_422()
    {
        var key = $"k-{Guid.NewGuid():N}";
        using var first = await CreateAsync(key, $"p{Guid.NewGuid():N}");
        using var other = await CreateAsync(key, $"p{Guid.NewGuid():N}");
        other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await other.Content.ReadAsStringAsync(Ct)).ShouldContain("idempotency.key_reused");
    }

    [Theory]
    [InlineData("done-then-fails", HttpStatusCode.InternalServerError)]
    [InlineData("large", HttpStatusCode.OK)]
    public async Task What_may_have_been_done_and_left_no_answer_is_not_done_again(string probe, HttpStatusCode firstStatus)
    {
        var (key, before) = ($"k-{Guid.NewGuid():N}", fixture.Probe.Done);
        using var first = await SendAsync(key, $"/api/v1/probe/{probe}", new { probe_name = "a", count = 1 });
        using var second = await SendAsync(key, $"/api/v1/probe/{probe}", new { probe_name = "a", count = 1 });

        first.StatusCode.ShouldBe(firstStatus);
        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await second.Content.ReadAsStringAsync(Ct)).ShouldContain("idempotency.outcome_unknown");
        (fixture.Probe.Done - before).ShouldBe(1);
    }

    [Fact]
    public async Task A_request_whose_caller_goes_away_ends_and_its_answer_waits_for_the_next_try()
    {
        var (key, before) = ($"k-{Guid.NewGuid():N}", fixture.Probe.Done);
        using (var caller = CancellationTokenSource.CreateLinkedTokenSource(Ct))
        {
            var first = SendAsync(key, "/api/v1/probe/slow", new { probe_name = "a", count = 1 }, caller.Token);
            await Eventually.BecomesTrueAsync(() => fixture.Probe.Done > before, "the first request is at work", Ct);
            await caller.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => first);
        }

        using var early = await SendAsync(key, "/api/v1/probe/slow", new { probe_name = "a", count = 1 });
        fixture.Probe.Gate.SetResult();
        HttpResponseMessage answer = early;
        await Eventually.BecomesTrueAsync(
            async () => (answer = await SendAsync(key, "/api/v1/probe/slow", new { probe_name = "a", count = 1 })).StatusCode != HttpStatusCode.Conflict, "the answer is stored", Ct);

        early.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await early.Content.ReadAsStringAsync(Ct)).ShouldContain("idempotency.still_running");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Idempotent-Replayed").Single().ShouldBe("true");
        (fixture.Probe.Done - before).ShouldBe(1);
    }

    [Fact]
    public async Task A_claim_whose_process_died_is_not_taken_over()
    {
        var (key, name) = ($"k-{Guid.NewGuid():N}", $"p{Guid.NewGuid():N}");
        using var first = await CreateAsync(key, name);
        await using var died = fixture.Database.Source.CreateCommand(
            "UPDATE platform.idempotency_keys SET status_code = NULL, body = NULL, created_at = now() - interval '6 minutes' WHERE position($1 in convert_from(body, 'UTF8')) > 0");
        died.Parameters.AddWithValue(name);
        (await died.ExecuteNonQueryAsync(Ct)).ShouldBe(1);

        using var second = await CreateAsync(key, name);

        (await second.Content.ReadAsStringAsync(Ct)).ShouldContain("idempotency.outcome_unknown");
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_does_not_spend_the_key()
    {
        var key = $"k-{Guid.NewGuid():N}";
        using var refused = await SendAsync(key, "/api/v1/projects", "no object");
        using var again = await SendAsync(key, "/api/v1/projects", "no object");

        ((int)refused.StatusCode).ShouldBeInRange(400, 422);
        again.StatusCode.ShouldBe(refused.StatusCode);
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("")]
    public async Task A_key_that_cannot_be_is_422(string key)
    {
        using var response = await CreateAsync(key, $"p{Guid.NewGuid():N}");
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private Task<HttpResponseMessage> CreateAsync(string key, string name) => SendAsync(key, "/api/v1/projects", new { name });

    private Task<HttpResponseMessage> SendAsync(string key, string path, object body, CancellationToken? ct = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return fixture.Client.SendAsync(request, ct ?? Ct);
    }
}
