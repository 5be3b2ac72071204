using System.Text.Json;
using System.Xml.Linq;
using Alicerce.Engine.Reporting;
using Alicerce.Engine.Running;
using AngleSharp.Html.Parser;

namespace Alicerce.Engine.Tests.Reporting;

public sealed class HostileContentTests
{
    [Fact]
    public async Task Xml_stays_well_formed_whatever_a_target_answers()
    {
        var xml = XDocument.Parse(await SampleRun.WriteAsync(path => new JUnitReport(path), SampleRun.HostileFailure));
        var failure = xml.Descendants("failure").ShouldHaveSingleItem();
        failure.Value.ShouldContain("</script><script>alert(1)</script> ]]>");
        failure.Value.ShouldContain("😀");
        failure.Value.ShouldNotContain("\u001b");
    }

    [Fact]
    public async Task Json_stays_well_formed_whatever_a_target_answers()
    {
        using var json = JsonDocument.Parse(await SampleRun.WriteAsync(path => new CtrfReport(path), SampleRun.HostileFailure));
        var test = json.RootElement.GetProperty("results").GetProperty("tests")[0];
        test.GetProperty("name").GetString().ShouldBe(SampleRun.Hostile.Replace("\0\u0001\u001b", "\uFFFD\uFFFD\uFFFD").Replace("\ud800 x \udc00", "\uFFFD x \uFFFD"));
        test.GetProperty("tags")[0].GetString()!.ShouldContain("]]>");
    }

    [Fact]
    public async Task Html_holds_no_element_that_a_target_sent()
    {
        var text = await SampleRun.WriteAsync(path => new HtmlReport(path), SampleRun.HostileFailure, SampleRun.HostileFailure with { Status = CaseStatus.Skipped });
        var page = new HtmlParser().ParseDocument(text);
        page.Scripts.Length.ShouldBe(1);
        page.Images.Length.ShouldBe(0);
        page.QuerySelectorAll("[style], [onclick], iframe, object, link, base").Length.ShouldBe(0);
        page.QuerySelectorAll("pre").ShouldAllBe(pre => pre.Children.Length == 0);
        page.QuerySelector("details summary")!.TextContent.ShouldContain("<script>alert(1)</script>");
        text.ShouldNotContain("\u001b");
    }

    [Fact]
    public async Task The_html_policy_allows_only_the_style_and_the_script_of_the_report()
    {
        var page = new HtmlParser().ParseDocument(await SampleRun.WriteAsync(path => new HtmlReport(path), SampleRun.All));
        var policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;
        policy.ShouldStartWith("default-src 'none'; ");
        policy.ShouldNotContain("unsafe");
        foreach (var element in page.QuerySelectorAll("style, script"))
            policy.ShouldContain($"{element.LocalName}-src 'sha256-{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(element.TextContent)))}'");
    }

    [Fact]
    public async Task Html_can_be_used_by_keyboard_and_screen_reader()
    {
        var page = new HtmlParser().ParseDocument(await SampleRun.WriteAsync(path => new HtmlReport(path), SampleRun.All));
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.QuerySelectorAll("main").Length.ShouldBe(1);
        page.QuerySelector("#shown")!.GetAttribute("role").ShouldBe("status");
        page.QuerySelectorAll("input").ShouldAllBe(input => input.ParentElement!.LocalName == "label");
        page.QuerySelectorAll("a").ShouldAllBe(link => page.GetElementById(link.GetAttribute("href")!.TrimStart('#')) != null);
    }

    [Fact]
    public async Task Html_is_told_in_Portuguese_with_no_English_label_left()
    {
        async Task<AngleSharp.Dom.IDocument> In(ReportLanguage language) =>
            new HtmlParser().ParseDocument(await SampleRun.WriteAsync(path => new HtmlReport(path, new Coverage([SampleRun.Component("login.q")]), language), SampleRun.All));

        var (english, portuguese) = (await In(ReportLanguage.English), await In(ReportLanguage.Portuguese));
        portuguese.DocumentElement.GetAttribute("lang").ShouldBe("pt-BR");
        foreach (var labels in new[] { "dt", "h2", "thead th:not(:nth-child(4))", "tbody th", "legend", "label", "span.status", "h3:has(+ pre)" })
        {
            var theirs = english.QuerySelectorAll(labels).Select(e => e.TextContent.Trim()).ToHashSet();
            var ours = portuguese.QuerySelectorAll(labels).Select(e => e.TextContent.Trim()).ToHashSet();
            ours.Count.ShouldBe(theirs.Count, labels);
            ours.Intersect(theirs).ShouldBeEmpty(labels);
        }
        portuguese.QuerySelectorAll("[data-status]").Select(e => e.GetAttribute("data-status")).ShouldBe(english.QuerySelectorAll("[data-status]").Select(e => e.GetAttribute("data-status")));
    }

    [Theory]
    [InlineData("pt-BR", ReportLanguage.Portuguese)]
    [InlineData("pt_BR.UTF-8", ReportLanguage.Portuguese)]
    [InlineData("C.UTF-8", ReportLanguage.English)]
    [InlineData("de-DE", null)]
    [InlineData("", null)]
    public void A_language_is_known_by_the_names_that_systems_and_browsers_use(string name, ReportLanguage? language) => ReportLanguages.Find(name).ShouldBe(language);

    [Fact]
    public async Task Markdown_shows_what_a_target_sent_as_code_only()
    {
        var text = await SampleRun.WriteAsync(path => new MarkdownReport(path), SampleRun.HostileFailure);
        foreach (var line in text.Split('\n').Where(line => line.Contains("@someone", StringComparison.Ordinal) && !line.StartsWith("    ", StringComparison.Ordinal)))
            line[..line.IndexOf("</script>", StringComparison.Ordinal)].ShouldEndWith("`");
        text.ShouldContain("\n    ````sh\n");
    }
}
