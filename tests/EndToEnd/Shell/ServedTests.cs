using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Alicerce.EndToEnd.Shell;

/// <summary>How the console's files are handed out (D26).</summary>
public sealed partial class ServedTests(ConsoleServer server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_root_leads_to_the_console()
    {
        using var answer = await server.Server.Anonymous.GetAsync("/", Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/console");
    }

    [Theory]
    [InlineData("/console")]
    [InlineData("/console/projects/7")]
    [InlineData("/console/no/such/page")]
    public async Task Every_address_of_the_console_is_its_one_page_under_a_strict_policy(string path)
    {
        using var answer = await server.Server.Anonymous.GetAsync(path, Ct);
        var page = await answer.Content.ReadAsStringAsync(Ct);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        answer.Headers.CacheControl!.NoCache.ShouldBeTrue();
        policy.ShouldContain("default-src 'none'; script-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        page.ShouldContain(NonceOf(policy));
        page.ShouldNotContain("{{nonce}}");
    }

    [Fact]
    public async Task Each_page_has_a_nonce_of_its_own()
    {
        var policies = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            using var answer = await server.Server.Anonymous.GetAsync("/console", Ct);
            policies.Add(NonceOf(answer.Headers.GetValues("Content-Security-Policy").Single()));
        }

        policies.ShouldBeUnique();
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Files_named_by_their_content_are_kept_for_ever_and_come_compressed(string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, await ScriptAsync());
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        using var answer = await server.Server.Anonymous.SendAsync(request, Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentEncoding.ShouldBe([encoding]);
        answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        answer.Headers.Vary.ShouldBe(["Accept-Encoding"]);
        answer.Headers.ETag.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_file_that_the_browser_has_is_not_sent_again()
    {
        using var first = await server.Server.Anonymous.GetAsync("/console/theme.js", Ct);
        first.Headers.CacheControl!.NoCache.ShouldBeTrue();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/console/theme.js");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await server.Server.Anonymous.SendAsync(request, Ct);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task A_script_of_an_earlier_version_is_missing_and_not_a_page()
    {
        using var answer = await server.Server.Anonymous.GetAsync("/console/assets/index-00000000.js", Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
    }

    [Theory]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/nothing")]
    [InlineData("/nothing")]
    public async Task An_address_outside_of_the_console_that_nobody_has_is_a_JSON_404(string path)
    {
        using var answer = await server.Client.GetAsync(path, Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
    }

    [Fact]
    public async Task The_build_s_own_notes_are_not_handed_out()
    {
        using var answer = await server.Server.Anonymous.GetAsync("/console/.vite/manifest.json", Ct);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    private static string NonceOf(string policy) => Nonce().Match(policy).Groups["nonce"].Value;

    private async Task<string> ScriptAsync() => Script().Match(await server.Server.Anonymous.GetStringAsync("/console", Ct)).Groups["path"].Value;

    [GeneratedRegex("'nonce-(?<nonce>[^']{20,})'", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Nonce();

    [GeneratedRegex("src=\"(?<path>/console/assets/[^\"]+\\.js)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Script();
}
