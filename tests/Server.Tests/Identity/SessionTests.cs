using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;
using Npgsql;

namespace Alicerce.Server.Tests.Identity;

/// <summary>D8: signing in with a browser.</summary>
public sealed class SessionTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_begins_without_being_refused_whoever_is_signed_in()
    {
        var nobody = await fixture.Server.Anonymous.GetFromJsonAsync<JsonElement>("/api/v1/auth/start", Ct);
        nobody.GetProperty("data").GetProperty("user").ValueKind.ShouldBe(JsonValueKind.Null);
        nobody.GetProperty("data").GetProperty("has_provider").GetBoolean().ShouldBeFalse();

        using var browser = await Browser.SignInAsync(fixture.Server, "viewer", Ct);
        using var answer = await browser.SendAsync(HttpMethod.Get, "/api/v1/auth/start", null, Ct);
        var start = (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("data");
        start.GetProperty("user").GetProperty("id").GetInt32().ShouldBe(browser.UserId);
        start.GetProperty("user").GetProperty("csrf_token").GetString().ShouldBe(browser.CsrfToken);
        start.GetProperty("needs_setup").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_user_signs_in_and_out_with_a_password()
    {
        using var browser = await Browser.SignInAsync(fixture.Server, "developer", Ct);

        using var me = await browser.SendAsync(HttpMethod.Get, "/api/v1/auth/me", null, Ct);
        var data = (await me.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("data");
        (data.GetProperty("email").GetString(), data.GetProperty("role").GetString(), data.GetProperty("csrf_token").GetString()).ShouldBe((browser.Email, "developer", browser.CsrfToken));

        var cookie = browser.Cookies.GetAllCookies().ShouldHaveSingleItem();
        (await browser.StatusAsync(HttpMethod.Post, "/api/v1/auth/logout", new { }, Ct)).ShouldBe(HttpStatusCode.NoContent);
        browser.Cookies.Add(new Cookie(cookie.Name, cookie.Value, "/", cookie.Domain));
        (await browser.StatusAsync(HttpMethod.Get, "/api/v1/auth/me", null, Ct)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    /// <summary>Two tabs at once: who comes second finds nothing to end, which is what was asked for.</summary>
    [Fact]
    public async Task Signing_out_while_another_tab_does_is_signing_out()
    {
        using var browser = await Browser.SignInAsync(fixture.Server, "developer", Ct);
        await using var connection = await fixture.Database.Source.OpenConnectionAsync(Ct);
        await using var otherTab = await connection.BeginTransactionAsync(Ct);
        await using var end = new NpgsqlCommand("UPDATE platform.sessions SET revoked_at = now() WHERE user_id = $1", connection, otherTab);
        end.Parameters.AddWithValue(browser.UserId);
        await end.ExecuteNonQueryAsync(Ct);

        var logout = browser.StatusAsync(HttpMethod.Post, "/api/v1/auth/logout", new { }, Ct);
        await Eventually.BecomesTrueAsync(() => WaitsForAsync("UPDATE platform.sessions SET revoked_at%"), "the second sign-out waits for the first", Ct);
        await otherTab.CommitAsync(Ct);

        (await logout).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    [Trait("Req", "S001-SEC-07")]
    public async Task The_cookie_is_for_no_script_and_for_no_other_site()
    {
        using var browser = await Browser.CreateUserAsync(fixture.Server, "viewer", Ct);
        using var login = await browser.LoginAsync(Browser.Password, Ct);

        var cookie = login.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=strict", Case.Insensitive);
        cookie.ShouldContain("path=/", Case.Insensitive);
        (await login.Content.ReadAsStringAsync(Ct)).ShouldNotContain(cookie.Split('=', ';')[1]);
    }

    [Fact]
    public async Task Wrong_password_unknown_address_and_locked_account_are_answered_alike()
    {
        using var browser = await Browser.CreateUserAsync(fixture.Server, "viewer", Ct);
        for (var i = 0; i < 4; i++) (await browser.LoginAsync("not the right phrase", Ct)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var fifth = await browser.LoginAsync("not the right phrase", Ct);
        using var locked = await browser.LoginAsync(Browser.Password, Ct);
        using var unknown = await fixture.Server.Anonymous.PostAsJsonAsync("/api/v1/auth/login", new { email = "nobody@example.com", password = "not the right phrase" }, Ct);

        var texts = new List<string?>();
        foreach (var response in new[] { fifth, locked, unknown })
        {
            response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            texts.Add((await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("message").GetString());
        }

        texts.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_account_is_locked_for_a_while_only()
    {
        using var browser = await Browser.CreateUserAsync(fixture.Server, "viewer", Ct);
        for (var i = 0; i < 5; i++) (await browser.LoginAsync("not the right phrase", Ct)).Dispose();
        (await browser.LoginAsync(Browser.Password, Ct)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        await ExecuteAsync("UPDATE platform.users SET locked_until = now() - interval '1 second' WHERE id = $1", browser.UserId);

        (await browser.LoginAsync(Browser.Password, Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("UPDATE platform.sessions SET last_seen_at = now() - interval '2 hours 1 second' WHERE user_id = $1")]
    [InlineData("UPDATE platform.sessions SET expires_at = now() - interval '1 second' WHERE user_id = $1")]
    [InlineData("UPDATE platform.users SET is_active = false WHERE id = $1")]
    public async Task A_session_ends_when_it_is_idle_when_its_time_is_over_and_with_its_user(string what)
    {
        using var browser = await Browser.SignInAsync(fixture.Server, "viewer", Ct);
        await ExecuteAsync(what, browser.UserId);
        (await browser.StatusAsync(HttpMethod.Get, "/api/v1/projects", null, Ct)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_session_does_not_come_back_with_its_user()
    {
        using var browser = await Browser.SignInAsync(fixture.Server, "viewer", Ct);
        await fixture.Server.PostAsync($"/api/v1/users/{browser.UserId}/deactivate", new { }, Ct);
        await fixture.Server.PostAsync($"/api/v1/users/{browser.UserId}/activate", new { }, Ct);
        (await browser.StatusAsync(HttpMethod.Get, "/api/v1/projects", null, Ct)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Signing_in_again_ends_the_session_that_the_browser_had()
    {
        using var browser = await Browser.SignInAsync(fixture.Server, "viewer", Ct);
        var old = browser.Cookies.GetAllCookies().Single();

        (await browser.LoginAsync(Browser.Password, Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await browser.StatusAsync(HttpMethod.Get, "/api/v1/projects", null, Ct)).ShouldBe(HttpStatusCode.OK);
        browser.Cookies.Add(new Cookie(old.Name, old.Value, "/", old.Domain));
        (await browser.StatusAsync(HttpMethod.Get, "/api/v1/projects", null, Ct)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Changing_the_password_ends_all_other_sessions()
    {
        using var browser = await Browser.SignInAsync(fixture.Server, "viewer", Ct);
        var old = browser.Cookies.GetAllCookies().Single();
        old.Expired = true; // As another browser: the session goes on.
        (await browser.LoginAsync(Browser.Password, Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await browser.StatusAsync(HttpMethod.Post, "/api/v1/auth/password", new { current_password = "wrong phrase of mine", new_password = "another long phrase" }, Ct)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.StatusAsync(HttpMethod.Post, "/api/v1/auth/password", new { current_password = Browser.Password, new_password = "another long phrase" }, Ct)).ShouldBe(HttpStatusCode.NoContent);

        (await browser.StatusAsync(HttpMethod.Get, "/api/v1/projects", null, Ct)).ShouldBe(HttpStatusCode.OK);
        browser.Cookies.Add(new Cookie(old.Name, old.Value, "/", old.Domain));
        (await browser.StatusAsync(HttpMethod.Get, "/api/v1/projects", null, Ct)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_password_link_works_once()
    {
        using var browser = await Browser.CreateUserAsync(fixture.Server, "viewer", Ct);
        var link = (await fixture.Server.PostAsync($"/api/v1/users/{browser.UserId}/password-link", new { }, Ct)).GetProperty("token").GetString();
        var choice = new { token = link, new_password = "yet another phrase" };

        using var first = await fixture.Server.Anonymous.PostAsJsonAsync("/api/v1/auth/password/choose", choice, Ct);
        using var second = await fixture.Server.Anonymous.PostAsJsonAsync("/api/v1/auth/password/choose", choice, Ct);

        (first.StatusCode, second.StatusCode).ShouldBe((HttpStatusCode.NoContent, HttpStatusCode.UnprocessableEntity));
    }

    [Theory]
    [InlineData("short", "bad_length")]
    [InlineData("aaaaaaaaaaaaaaaaaaa", "too_simple")]
    [InlineData("Ana Sousa and her dog", "guessable")]
    [InlineData("sousa and three umbrellas", "guessable")]
    [InlineData("password123456", "too_common")]
    [InlineData("123456789012", "too_common")]
    [InlineData("admin-admin-admin!", "too_common")]
    [InlineData("QwertyUiop123", "too_common")]
    [InlineData("P@ssw0rd2026!!", "too_common")]
    [InlineData("correct horse battery staple", "too_common")]
    public async Task A_weak_password_is_refused_with_the_reason(string password, string code)
    {
        using var browser = await Browser.SignInAsync(fixture.Server, "viewer", Ct);
        using var refused = await browser.SendAsync(HttpMethod.Post, "/api/v1/auth/password", new { current_password = Browser.Password, new_password = password }, Ct);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var text = await refused.Content.ReadAsStringAsync(Ct);
        text.ShouldContain($"\"{code}\"");
        text.ShouldNotContain(password);
    }

    [Fact]
    public async Task A_password_is_stored_as_a_slow_hash_with_a_salt_of_its_own()
    {
        using var one = await Browser.CreateUserAsync(fixture.Server, "viewer", Ct);
        using var other = await Browser.CreateUserAsync(fixture.Server, "viewer", Ct);

        var hashes = new[] { await HashAsync(one.UserId), await HashAsync(other.UserId) };

        // The framework's form: version, HMAC-SHA512, iterations, length of the salt.
        foreach (var hash in hashes) (hash[0], Number(hash, 1), Number(hash, 5), Number(hash, 9)).ShouldBe(((byte)1, 2, 210_000, 16));
        hashes[0].ShouldNotBe(hashes[1]);
    }

    private static int Number(byte[] hash, int at) => BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at));

    private async Task<byte[]> HashAsync(int userId)
    {
        await using var command = fixture.Database.Source.CreateCommand("SELECT password_hash FROM platform.users WHERE id = $1");
        command.Parameters.AddWithValue(userId);
        return Convert.FromBase64String((string)(await command.ExecuteScalarAsync(Ct))!);
    }

    private async Task ExecuteAsync(string sql, int userId)
    {
        await using var command = fixture.Database.Source.CreateCommand(sql);
        command.Parameters.AddWithValue(userId);
        await command.ExecuteNonQueryAsync(Ct);
    }

    private async Task<bool> WaitsForAsync(string statement)
    {
        await using var source = NpgsqlDataSource.Create(fixture.Database.SuperuserConnectionString);
        await using var command = source.CreateCommand("SELECT count(*) > 0 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE $1");
        command.Parameters.AddWithValue(statement);
        return (bool)(await command.ExecuteScalarAsync(Ct))!;
    }
}
