using System.Text;
using Alicerce.Engine.Running;
using Alicerce.Engine.Running.Assertions;
using Alicerce.Engine.Running.Http;
using Alicerce.Engine.Running.Paths;
using Alicerce.Harness;
using Alicerce.Outbound;
using static Alicerce.Engine.Tests.Running.RunSetup;

namespace Alicerce.Engine.Tests.Running.Paths;

/// <summary>Whatever a target sends and whatever an expression asks: an answer, or one clear reason, within a moment.</summary>
public sealed class BoundedMarkupTests
{
    /// <summary>All of these take a fraction of a second; without limits they take minutes to years.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);
    private static readonly string Table = $"<table>{Repeat("<tr><td class=a><b>x</b><i>y</i></td></tr>", 12_000)}</table>";
    private static readonly string Chain = Repeat("<div>", 390) + "x";

    public static TheoryData<string, string, string> Refused => new()
    {
        { "xpath", "//*[count(//*)>1]", Table },
        { "xpath", "//td[count(preceding::td)>100000]", Table },
        { "xpath", "//*[contains(string(/),'zzz')]", Table },
        { "css", "td:has(a) ~ td, tr:nth-child(n+3):nth-last-child(n+3):contains('z')", Table },
        { "css", "div", Repeat("<div>", 400_000) },
        { "xpath", "//div", Repeat("<div>", 400_000) },
        { "css", "p", Repeat("<p><font color=1><b id=2>", 60_000) },
        { "css", "p", Numbered("<p><b id=%>", 100_000) },
        { "css", "x", Repeat("<span>", 395) + Repeat("</x>", 490_000) },
        { "css", "i", Repeat("<br>", 490_000) },
        { "xpath", "//i", new string('x', 2_100_000) },
        { "css", "i", $"<i {Numbered("a% ", 200_000)}>" },
    };

    /// <summary>What takes exponential time in a matcher that goes up the page from each element; here it is answered.</summary>
    public static TheoryData<string, string, string> Answered => new()
    {
        { "css", "b div div div div div div div div div div", Chain },
        { "css", "td ~ td ~ td ~ td, tr + tr + tr td > b + i", Table },
        { "css", "tr:nth-child(2)", Table },
        { "xpath", "//tr[11000]/td/b", Table },
        { "xpath", "//td[@class='z']//b[.='q']", Table },
        { "xpath", "//div[not(div)]", Chain },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task What_would_take_too_long_is_refused_with_a_reason(string type, string subject, string body)
    {
        var (message, time) = await LookAsync(type, subject, body);
        message.ShouldNotBeNull();
        message.ShouldMatch("the body|this body");
        time.ShouldBeLessThan(Moment);
    }

    [Theory, MemberData(nameof(Answered))]
    public async Task What_only_looks_hard_is_answered(string type, string subject, string body)
    {
        var (message, time) = await LookAsync(type, subject, body);
        (message ?? "").ShouldNotContain("body");
        time.ShouldBeLessThan(Moment);
    }

    [Theory]
    [InlineData("div:not(:has(:not(a)))")]
    [InlineData("div:has(a b c d)")]
    [InlineData("li:nth-child(2n+1 of ul li a)")]
    [InlineData("a /* \" */ b")]
    [InlineData("col || td")]
    public async Task A_selector_that_nests_or_joins_in_a_way_that_is_not_known_is_told_before_anything_is_sent(string selector)
    {
        await using var target = await FakeTarget.StartAsync("<p>");
        var result = await RunOneAsync(target.BaseUrl, Case("/", That("css", op: "exists", subject: selector)));
        result.Message.ShouldNotBeNull().ShouldContain(selector);
        target.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("div:not(.a, [b='(x y)']) > a", 1), InlineData("div:has(> a)", 1), InlineData("a:nth-child(2n + 1)", 2), InlineData(":is(a, p)", 3), InlineData("div ~ p", 1), InlineData("a ~ p", 0), InlineData("div + p, p a", 2), InlineData("p:contains('( and )')", 0)]
    [InlineData("div a", 1), InlineData("html > body > div > a", 1), InlineData("*", 7)]
    public async Task Selectors_name_what_they_say(string selector, int count)
    {
        await using var target = await FakeTarget.StartAsync("<body><div><a></a></div><p><a></a></p>");
        (await JudgeAsync(target, That("css", count, "count", selector))).ToString().ShouldContain("Passed = True");
    }

    /// <summary>All of it on one thread, so that its own work can be measured.</summary>
    private static async Task<(string? Message, TimeSpan Time)> LookAsync(string type, string subject, string body)
    {
        var bytes = await BoundedBody.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)), new RunLimits().MaxBodyBytes, TestContext.Current.CancellationToken);
        using var answer = new Answer(new PreparedRequest("GET", new Uri("http://shop.example/"), [], null), new HttpResponseMessage { Content = new StringContent("", Encoding.UTF8, "text/html") }, bytes);
        var clock = ThreadClock.Start();
        var (_, problem) = type == "css" ? Extraction.Css(subject, answer, new ExpressionCache()) : Extraction.XPath(subject, answer);
        return (problem, clock.Worked);
    }

    private static string Repeat(string piece, int count) => string.Concat(Enumerable.Repeat(piece, count));

    private static string Numbered(string piece, int count) => string.Concat(Enumerable.Range(0, count).Select(i => piece.Replace("%", $"{i}", StringComparison.Ordinal)));
}
