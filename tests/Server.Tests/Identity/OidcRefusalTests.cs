using System.Net;
using System.Text.Json;
using Alicerce.Harness;
using Microsoft.AspNetCore.WebUtilities;

namespace Alicerce.Server.Tests.Identity;

/// <summary>What a provider's answer to a sign-in has to be; this provider answers whatever the test wants.</summary>
public sealed class OidcRefusalTests(BearerJwtTests.WithProvider fixture) : IClassFixture<BearerJwtTests.WithProvider>
{
    private static readonly Dictionary<string, string> s_none = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_good_answer_begins_a_session_and_the_question_was_a_safe_one()
    {
        var (status, question) = await SignInAsync("{}", s_none);
        status.ShouldBe(HttpStatusCode.Redirect);
        (question["response_type"], question["code_challenge_method"], question["client_id"]).ShouldBe(("code", "S256", FakeIssuer.ClientId));
        question["redirect_uri"].ShouldBe($"{new Uri(fixture.Server.Url, "/api/v1/auth/oidc/callback")}");
        new[] { question["state"], question["nonce"], question["code_challenge"] }.Distinct().ShouldAllBe(value => value.Length == 43);
    }

    [Theory]
    [InlineData("""{"nonce":"another"}""")]
    [InlineData("""{"nonce":null}""")]
    [InlineData("""{"aud":"my-api"}""")]
    [InlineData("""{"azp":"other-spa"}""")]
    [InlineData("""{"iss":"https://other.example.com"}""")]
    [InlineData("""{"exp":1}""")]
    public async Task A_token_that_was_not_made_for_this_question_signs_nobody_in(string changes) =>
        (await SignInAsync(changes, s_none)).Status.ShouldBe(HttpStatusCode.Unauthorized);

    [Theory]
    [InlineData("state", "another")]
    [InlineData("state", "")]
    [InlineData("iss", "https://other.example.com")]
    [InlineData("code", "")]
    public async Task An_answer_that_does_not_fit_the_question_signs_nobody_in(string name, string value) =>
        (await SignInAsync("{}", new() { [name] = value })).Status.ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task Without_a_provider_in_the_settings_there_is_nothing_to_begin()
    {
        var settings = fixture.Provider.Settings();
        settings.Remove("OIDC_CLIENT_ID");
        await using var server = await TestServer.StartAsync(fixture.Database, Ct, settings);
        using var response = await server.Anonymous.GetAsync("/api/v1/auth/oidc/start", Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData("same-site", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", HttpStatusCode.Redirect)]
    [InlineData("none", HttpStatusCode.Redirect)]
    public async Task Another_page_cannot_begin_a_sign_in(string site, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/auth/oidc/start") { Headers = { { "Sec-Fetch-Site", site } } };
        using var start = await fixture.Server.Anonymous.SendAsync(request, Ct);
        start.StatusCode.ShouldBe(status);
        start.Headers.Contains("Set-Cookie").ShouldBe(status == HttpStatusCode.Redirect);
    }

    private async Task<(HttpStatusCode Status, Dictionary<string, string> Question)> SignInAsync(string claimChanges, Dictionary<string, string> answerChanges)
    {
        using var start = await fixture.Server.Anonymous.GetAsync("/api/v1/auth/oidc/start", Ct);
        start.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var question = QueryHelpers.ParseQuery(start.Headers.Location!.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        var cookie = start.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("httponly");

        var claims = fixture.Provider.Claims("signing in");
        (claims["aud"], claims["nonce"]) = (FakeIssuer.ClientId, question["nonce"]);
        foreach (var change in JsonElement.Parse(claimChanges).EnumerateObject()) claims[change.Name] = change.Value;
        fixture.Provider.IdToken = fixture.Provider.Sign(claims);
        var answer = new Dictionary<string, string?> { ["code"] = "a code", ["state"] = question["state"] };
        foreach (var (name, value) in answerChanges) answer[name] = value;
        using var request = new HttpRequestMessage(HttpMethod.Get, QueryHelpers.AddQueryString("/api/v1/auth/oidc/callback", answer));
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        using var back = await fixture.Server.Anonymous.SendAsync(request, Ct);
        return (back.StatusCode, question);
    }
}
