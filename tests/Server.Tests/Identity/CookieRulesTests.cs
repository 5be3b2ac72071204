using System.Net;
using System.Text;
using Alicerce.Harness;

namespace Alicerce.Server.Tests.Identity;

/// <summary>D8: a cookie counts only for a request that no page but ours can send.</summary>
public sealed class CookieRulesTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static object Project => new { name = $"p{Guid.NewGuid():N}" };

    [Fact]
    public async Task Our_own_page_can_change_things()
    {
        using var browser = await Browser.SignInAsync(fixture.Server, "developer", Ct);
        (await browser.StatusAsync(HttpMethod.Post, "/api/v1/projects", Project, Ct)).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    [Trait("Req", "S001-SEC-07")]
    public async Task A_change_without_the_CSRF_token_is_refused_and_says_why()
    {
        using var browser = await Browser.SignInAsync(fixture.Server, "developer", Ct);
        using var refused = await browser.SendAsync(HttpMethod.Post, "/api/v1/projects", Project, Ct, request => request.Headers.Remove("X-CSRF-Token"));
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await refused.Content.ReadAsStringAsync(Ct)).ShouldContain("X-CSRF-Token");
    }

    [Fact]
    public async Task Somebody_elses_CSRF_token_does_not_count()
    {
        using var browser = await Browser.SignInAsync(fixture.Server, "developer", Ct);
        using var other = await Browser.SignInAsync(fixture.Server, "developer", Ct);
        (await browser.StatusAsync(HttpMethod.Post, "/api/v1/projects", Project, Ct, request => Replace(request, "X-CSRF-Token", other.CsrfToken))).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_page_on_another_port_of_the_same_host_changes_nothing()
    {
        using var browser = await Browser.SignInAsync(fixture.Server, "developer", Ct);
        (await browser.StatusAsync(HttpMethod.Post, "/api/v1/projects", Project, Ct, request => Replace(request, "Origin", "http://127.0.0.1:1"))).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_change_without_an_origin_is_refused()
    {
        using var browser = await Browser.SignInAsync(fixture.Server, "developer", Ct);
        (await browser.StatusAsync(HttpMethod.Post, "/api/v1/projects", Project, Ct, request => request.Headers.Remove("Origin"))).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task What_a_plain_form_can_send_is_refused(string contentType)
    {
        using var browser = await Browser.SignInAsync(fixture.Server, "developer", Ct);
        (await browser.StatusAsync(HttpMethod.Post, "/api/v1/projects", null, Ct, request =>
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"name":"x"}"""));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        })).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("same-site")]
    [InlineData("cross-site")]
    public async Task Another_page_cannot_even_read(string site)
    {
        using var browser = await Browser.SignInAsync(fixture.Server, "developer", Ct);
        (await browser.StatusAsync(HttpMethod.Get, "/api/v1/projects", null, Ct, request => request.Headers.Add("Sec-Fetch-Site", site))).ShouldBe(HttpStatusCode.Forbidden);
        (await browser.StatusAsync(HttpMethod.Get, "/api/v1/projects", null, Ct, request => request.Headers.Add("Sec-Fetch-Site", "same-origin"))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Bare_routes_ignore_cookies()
    {
        using var browser = await Browser.SignInAsync(fixture.Server, "admin", Ct);
        (await browser.StatusAsync(HttpMethod.Get, "/test-runs/1", null, Ct)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static void Replace(HttpRequestMessage request, string header, string value)
    {
        request.Headers.Remove(header);
        request.Headers.Add(header, value);
    }
}
