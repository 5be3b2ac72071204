using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Platform.Data;

namespace Alicerce.Server.Tests.Identity;

/// <summary>Bearer JWTs at the door of the real server, signed by a provider of the test's own (T001-26).</summary>
public sealed class BearerJwtTests(BearerJwtTests.WithProvider fixture) : IClassFixture<BearerJwtTests.WithProvider>
{
    private readonly FakeIssuer _provider = fixture.Provider;
    private readonly TestServer _server = fixture.Server;

    public sealed class WithProvider : IAsyncLifetime
    {
        private TestDatabase? _database;
        private TestServer? _server;
        private FakeIssuer? _provider;

        public FakeIssuer Provider => _provider ?? throw new InvalidOperationException("The fixture has not been initialised.");

        public TestDatabase Database => _database ?? throw new InvalidOperationException("The fixture has not been initialised.");

        public TestServer Server => _server ?? throw new InvalidOperationException("The fixture has not been initialised.");

        public async ValueTask InitializeAsync()
        {
            _provider = await FakeIssuer.StartAsync(CancellationToken.None);
            _database = await TestCluster.CreateDatabaseAsync([.. Rooms.All.Select(room => room.Schema).OfType<ModuleSchema>()], CancellationToken.None);
            _server = await TestServer.StartAsync(_database, CancellationToken.None, _provider.Settings());
        }

        public async ValueTask DisposeAsync()
        {
            if (_server is not null) await _server.DisposeAsync();
            if (_database is not null) await _database.DisposeAsync();
            if (_provider is not null) await _provider.DisposeAsync();
        }
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Trap", "T001-20")]
    [Trait("Trap", "T001-26")]
    public async Task The_first_token_of_a_subject_makes_a_user_and_the_next_ones_find_it()
    {
        var first = await MeAsync(TokenOf("ana", "developer", "Ana Sousa"));
        (first.GetProperty("name").GetString(), first.GetProperty("role").GetString()).ShouldBe(("Ana Sousa", "developer"));
        var second = await MeAsync(TokenOf("ana", "developer", "Ana de Sousa"));
        second.GetProperty("id").GetInt32().ShouldBe(first.GetProperty("id").GetInt32());
        (await MeAsync(TokenOf("rui", "viewer", "Rui"))).GetProperty("id").GetInt32().ShouldNotBe(first.GetProperty("id").GetInt32());
        _provider.KeyReads.ShouldBe(1);
    }

    [Fact]
    public async Task Tokens_that_come_at_once_make_one_user()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 12).Select(async i => (await MeAsync(TokenOf("many", "viewer", $"Name {i}"))).GetProperty("id").GetInt32()));
        ids.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("Req", "S001-AUTH-05")]
    public async Task The_role_in_the_token_decides_and_changes_with_it()
    {
        (await StatusAsync(HttpMethod.Post, "/api/v1/projects", TokenOf("eva", "viewer", "Eva"), new { name = "a" })).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(HttpMethod.Post, "/api/v1/projects", TokenOf("eva", "developer", "Eva"), new { name = "a" })).ShouldBe(HttpStatusCode.Created);
        (await MeAsync(TokenOf("eva", "admin", "Eva"))).GetProperty("role").GetString().ShouldBe("admin");
        (await MeAsync(TokenOf("eva", "nothing", "Eva"))).GetProperty("role").GetString().ShouldBe("viewer");
    }

    [Fact]
    public async Task An_account_with_a_password_stays_its_owners_whatever_address_a_token_has()
    {
        var local = (await _server.PostAsync("/api/v1/users", new { email = "admin@example.com", name = "Local", role = "admin" }, Ct)).GetProperty("id").GetInt32();
        var claims = _provider.Claims("thief");
        (claims["email"], claims["email_verified"]) = ("Admin@example.com", true);
        var me = await MeAsync(_provider.Sign(claims));
        me.GetProperty("id").GetInt32().ShouldNotBe(local);
        (me.GetProperty("role").GetString(), me.GetProperty("email").ValueKind).ShouldBe(("viewer", JsonValueKind.Null));
    }

    [Theory]
    [InlineData(true, "eva@example.com")]
    [InlineData(false, null)]
    public async Task An_address_is_written_down_only_when_the_provider_has_verified_it(bool isVerified, string? expected)
    {
        var claims = _provider.Claims($"verified {isVerified}");
        (claims["email"], claims["email_verified"]) = ("Eva@example.com", isVerified);
        (await MeAsync(_provider.Sign(claims))).GetProperty("email").GetString().ShouldBe(expected);
    }

    [Fact]
    public async Task Somebody_whom_an_admin_deleted_does_not_come_back_with_a_token()
    {
        var token = TokenOf("gone", "admin", "Gone");
        var id = (await MeAsync(token)).GetProperty("id").GetInt32();
        (await _server.Client.DeleteAsync($"/api/v1/users/{id}", Ct)).EnsureSuccessStatusCode();
        await Eventually.BecomesTrueAsync(async () => await StatusAsync(HttpMethod.Get, "/api/v1/auth/me", token) == HttpStatusCode.Unauthorized, "the known token is refused", Ct);
        (await StatusAsync(HttpMethod.Get, "/api/v1/auth/me", TokenOf("gone", "admin", "Gone again"))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Trait("Trap", "T001-16")]
    [Trait("Trap", "T001-17")]
    public async Task A_refusal_says_nothing_about_the_reason()
    {
        var header = _provider.Header();
        header.Remove("kid");
        var old = _provider.Claims();
        old["exp"] = 1;
        var bodies = new List<string>();
        foreach (var token in new[] { _provider.Key.Sign(header, _provider.Claims()), _provider.Sign(old), "a.b.c", "no-token-at-all" })
        {
            using var response = await SendAsync(HttpMethod.Get, "/api/v1/auth/me", token, null);
            response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
            var body = await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
            bodies.Add(body.GetProperty("code").GetString() + body.GetProperty("message").GetString() + body.GetProperty("details"));
        }

        bodies.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("Trap", "T001-18")]
    public async Task No_token_is_401_and_too_little_a_role_is_403()
    {
        using var anonymous = await _server.Anonymous.GetAsync("/api/v1/users", Ct);
        anonymous.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var viewer = await SendAsync(HttpMethod.Get, "/api/v1/users", TokenOf("low", "viewer", "Low"), null);
        viewer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_token_of_ours_works_beside_the_providers() => (await _server.GetAsync("/api/v1/auth/me", Ct)).GetProperty("name").GetString().ShouldBe("admin");

    private string TokenOf(string subject, string role, string name)
    {
        var claims = _provider.Claims(subject);
        (claims["realm_access"], claims["name"]) = (new { roles = new[] { role } }, name);
        return _provider.Sign(claims);
    }

    private async Task<JsonElement> MeAsync(string token)
    {
        using var response = await SendAsync(HttpMethod.Get, "/api/v1/auth/me", token, null);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("data");
    }

    private async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path, string token, object? body = null)
    {
        using var response = await SendAsync(method, path, token, body);
        return response.StatusCode;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string token, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await _server.Anonymous.SendAsync(request, Ct);
    }
}
