using System.Net;
using System.Net.Http.Json;

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

    [Fact]
    public async Task A_failure_on_our_side_frees_the_key()
    {
        var key = $"k-{Guid.NewGuid():N}";
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var failed = await SendAsync(key, "/api/v1/probe/fails", new { probe_name = "a", count = 1 });
            failed.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
            failed.Headers.Contains("Idempotent-Replayed").ShouldBeFalse();
        }
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

    private Task<HttpResponseMessage> SendAsync(string key, string path, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return fixture.Client.SendAsync(request, Ct);
    }
}
