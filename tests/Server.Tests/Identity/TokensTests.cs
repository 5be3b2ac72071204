using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Server.Tests.Identity;

/// <summary>D8: personal access tokens, hashed, with scope, expiry and last use.</summary>
public sealed class TokensTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_shown_once_and_stored_only_as_a_hash()
    {
        var (_, token) = await CreateAsync("write");

        (await fixture.Client.GetStringAsync("/api/v1/auth/tokens?per_page=100", Ct)).ShouldNotContain(token);
        await using var command = fixture.Database.Source.CreateCommand("SELECT count(*) FROM platform.access_tokens t WHERE t::text LIKE '%' || $1 || '%'");
        command.Parameters.AddWithValue(token);
        (await command.ExecuteScalarAsync(Ct)).ShouldBe(0L);
    }

    [Fact]
    public async Task A_repeated_request_for_a_token_shows_no_token_again()
    {
        async Task<HttpResponseMessage> SendAsync(string key)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/tokens") { Content = JsonContent.Create(new { name = "ci" }) };
            request.Headers.Add("Idempotency-Key", key);
            return await fixture.Client.SendAsync(request, Ct);
        }

        var key = $"{Guid.NewGuid()}";
        using var first = await SendAsync(key);
        using var second = await SendAsync(key);

        (first.StatusCode, second.StatusCode).ShouldBe((HttpStatusCode.Created, HttpStatusCode.Conflict));
        await using var command = fixture.Database.Source.CreateCommand("SELECT count(*) FROM platform.idempotency_keys WHERE convert_from(coalesce(body, ''), 'UTF8') LIKE '%alc_%'");
        (await command.ExecuteScalarAsync(Ct)).ShouldBe(0L);
    }

    [Theory]
    [InlineData("read", "GET", "/api/v1/projects", HttpStatusCode.OK)]
    [InlineData("read", "POST", "/api/v1/projects", HttpStatusCode.Forbidden)]
    [InlineData("write", "POST", "/api/v1/projects", HttpStatusCode.Created)]
    [InlineData("write", "GET", "/api/v1/users", HttpStatusCode.Forbidden)]
    [InlineData("admin", "GET", "/api/v1/users", HttpStatusCode.OK)]
    public async Task A_scope_limits_what_its_owner_may_do_with_it(string scope, string method, string path, HttpStatusCode expected)
    {
        var (_, token) = await CreateAsync(scope);
        (await StatusAsync(token, method, path, new { name = $"p{Guid.NewGuid():N}" })).ShouldBe(expected);
    }

    [Fact]
    public async Task A_token_makes_none_that_may_do_more_than_itself()
    {
        var (_, token) = await CreateAsync("read");
        (await StatusAsync(token, "POST", "/api/v1/auth/tokens", new { name = "more", scope = "write" })).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(token, "POST", "/api/v1/auth/tokens", new { name = "same", scope = "read" })).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_revoked_token_is_refused_at_once_in_every_process()
    {
        var (id, token) = await CreateAsync("read");
        await using var other = await TestServer.StartAsync(fixture.Database, Ct);
        (await StatusAsync(token, "GET", "/api/v1/projects", null)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(token, "GET", "/api/v1/projects", null, other.Url)).ShouldBe(HttpStatusCode.OK);

        (await fixture.Client.DeleteAsync($"/api/v1/auth/tokens/{id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        foreach (var url in new[] { fixture.Server.Url, other.Url })
            await Eventually.BecomesTrueAsync(async () => await StatusAsync(token, "GET", "/api/v1/projects", null, url) == HttpStatusCode.Unauthorized, "the token is refused", Ct);
    }

    [Fact]
    public async Task An_expired_token_is_refused()
    {
        var (id, token) = await CreateAsync("read");
        await using var command = fixture.Database.Source.CreateCommand("UPDATE platform.access_tokens SET expires_at = now() - interval '1 second' WHERE id = $1");
        command.Parameters.AddWithValue(id);
        await command.ExecuteNonQueryAsync(Ct);
        (await StatusAsync(token, "GET", "/api/v1/projects", null)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_list_says_when_a_token_was_last_used()
    {
        var (id, token) = await CreateAsync("read");
        (await FindAsync(id)).GetProperty("last_used_at").ValueKind.ShouldBe(JsonValueKind.Null);
        await StatusAsync(token, "GET", "/api/v1/projects", null);
        (await FindAsync(id)).GetProperty("last_used_at").ValueKind.ShouldBe(JsonValueKind.String);
    }

    private async Task<JsonElement> FindAsync(int id) =>
        (await fixture.Server.GetAsync("/api/v1/auth/tokens?per_page=100", Ct)).EnumerateArray().Single(token => token.GetProperty("id").GetInt32() == id);

    private async Task<(int Id, string Token)> CreateAsync(string scope)
    {
        var made = await fixture.Server.PostAsync("/api/v1/auth/tokens", new { name = "ci", scope }, Ct);
        return (made.GetProperty("id").GetInt32(), made.GetProperty("token").GetString()!);
    }

    private async Task<HttpStatusCode> StatusAsync(string token, string method, string path, object? body, Uri? server = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(server ?? fixture.Server.Url, path)) { Content = method == "GET" ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await fixture.Server.Anonymous.SendAsync(request, Ct);
        return response.StatusCode;
    }
}
