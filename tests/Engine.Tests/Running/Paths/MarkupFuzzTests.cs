using System.Text;
using Alicerce.Engine.Running.Assertions;
using Alicerce.Engine.Running.Auth;
using Alicerce.Engine.Running.Http;
using Alicerce.Engine.Running.Paths;
using Alicerce.Harness.Fuzzing;
using Alicerce.Outbound;

namespace Alicerce.Engine.Tests.Running.Paths;

/// <summary>Pages, cookies and the expressions that look at them may be anything.</summary>
public sealed class MarkupFuzzTests
{
    private const string Page = """
        <!DOCTYPE html><html lang=pt><head><meta name="csrf-token" content="t1"><title>Shop</title></head><body><form action=/login><input name=_csrf value=abc>
        <select><option selected>1<option>2</select></form><table><tr><td>1<td>2</table><p><b><i>x</b>y</i><svg><g/></svg><script>if (a<b) x("</p>")</script><!-- c --></body></html>
        """;

    private static readonly Uri Url = new("http://shop.example/a/b");

    private static readonly string[] Pages =
        [Page, "<a xmlns='u:x' xmlns:p='u:p'><p:b c='1'>t<![CDATA[x]]></p:b><?pi x?></a>", """<meta name=csrf_token content="x"><input type=hidden name=__RequestVerificationToken value="a&amp;b">"""];

    private static readonly string[] MarkupTokens =
    [
        "<", "</", ">", "/>", "<div>", "</div>", "<p>", "<b id=1>", "</b>", "<table>", "<tr>", "<td>", "<select>", "<svg>", "<math>", "<template>", "<frameset>", "<script>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE ",
        "<input name=_csrf value=", "<meta name=csrf-token content=", "&", "&#x110000;", "&amp", "=", "\"", "'", "xmlns:p=\"u\"", "<p:q ", "<?xml version='1.1'?>", "\0", "\uFEFF", "🎉", "\uFFFE",
    ];

    private static readonly string[] Selectors =
        ["table td:nth-child(2) > b", "a.next[href^='/p' i]:not(.x, [y])", "p ~ p, i + b", "div:has(> a):contains('x')", "#id::before", "*|a", "li:nth-last-of-type(-2n+1)"];

    private static readonly string[] SelectorTokens = ["a", "*", " ", ">", "+", "~", "||", "|", ",", ":", "::", ":not(", ":has(", ":is(", ":nth-child(", ")", "[", "]", "=", "\"", "\\", ".x", "#y", "2n+1", " of ", ":root", ":empty", "/*", "*/", "é", "\0"];

    private static readonly string[] XPaths =
        ["//table//td[2]/following::i[count(preceding::b) > 0]", "translate(string(//title), 'S', 's')", "sum(//td) div 2", "//*[@name='_csrf']/@value | //b", "id('x')/ancestor-or-self::*[last()]", "boolean(//a[contains(., 'x')])"];

    private static readonly string[] XPathTokens =
        ["/", "//", "*", "@", ".", "..", "|", "[", "]", "(", ")", "::", "preceding::", "ancestor::node()", "following-sibling::*", "namespace::*", "count(", "concat(", "substring(", "id(", "lang(", "$v", "p:q", "'", "\"", "1", "-", " div ", " and ", "text()", "processing-instruction()", "1e9", "\0"];

    [Fact]
    public Task Nothing_in_a_page_makes_looking_into_it_throw_hang_or_swell() =>
        Fuzz.CheckAsync(Mutations(Pages, MarkupTokens), async input =>
        {
            using var answer = await AnswerAsync(input);
            var expressions = new ExpressionCache();
            foreach (var selector in Selectors.Take(4)) Extraction.Css(selector, answer, expressions);
            foreach (var path in XPaths) Extraction.XPath(path, answer);
            if (CsrfToken.FindIn(answer.Body.Html(out var problem)) is { } token) token.Value.ShouldNotBeEmpty();
            else if (answer.Body.Html(out _) is null) problem.ShouldNotBeNullOrEmpty();
        });

    [Fact]
    public Task Nothing_in_a_selector_makes_it_throw_hang_or_swell() =>
        Fuzz.CheckAsync(Mutations(Selectors, SelectorTokens), async input =>
        {
            using var answer = await AnswerAsync(Encoding.UTF8.GetBytes(Page));
            var selector = Encoding.UTF8.GetString(input);
            var (_, problem) = Extraction.Css(selector, answer, new ExpressionCache());
            problem?.Length.ShouldBeGreaterThan(10);
        });

    [Fact]
    public Task Nothing_in_an_XPath_makes_it_throw_hang_or_swell() =>
        Fuzz.CheckAsync(Mutations(XPaths, XPathTokens), async input =>
        {
            using var answer = await AnswerAsync(Encoding.UTF8.GetBytes(Page));
            var path = Encoding.UTF8.GetString(input);
            if (new ExpressionCache().XPathProblem(path) is { } problem) problem.Length.ShouldBeGreaterThan(10);
            else Extraction.XPath(path, answer);
        });

    [Fact]
    public Task Nothing_in_a_cookie_makes_the_jar_throw_hang_or_swell() =>
        Fuzz.CheckAsync(
            Mutations(
                ["session=abc; Path=/; HttpOnly; SameSite=Lax", "a=1; Domain=.shop.example; Expires=Wed, 21 Oct 2037 07:28:00 GMT; Secure, b=2", "x=\"a b\"; Max-Age=10; Version=1"],
                ["=", ";", ",", "\"", "$Version", "Path=", "Domain=", "Expires=", "Max-Age=-1", "99999999999999999999", "é", "\0", "\n", "\t", " "]),
            async input =>
            {
                using var answer = await AnswerAsync([], Encoding.UTF8.GetString(input).Split('\n'));
                var jar = new CookieJar();
                jar.Store(Url, answer);
                (jar.Copy().HeaderFor(Url) ?? "").ShouldNotContain("\n");
                CookieValue.Find("session[Path]", answer, jar);
            });

    private static Mutator Mutations(string[] real, string[] tokens) => new(real.Select(Encoding.UTF8.GetBytes), tokens);

    private static async Task<Answer> AnswerAsync(byte[] body, params string[] cookies)
    {
        var response = new HttpResponseMessage();
        foreach (var cookie in cookies) response.Headers.TryAddWithoutValidation("Set-Cookie", cookie);
        return new Answer(new PreparedRequest("GET", Url, [], null), response, await BoundedBody.ReadAsync(new MemoryStream(body), 1_000_000, CancellationToken.None));
    }
}
