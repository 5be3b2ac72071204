using System.Diagnostics;
using System.Text;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Discovery.Quantum;

namespace Alicerce.Engine.Tests.Discovery.Quantum;

public class QuantumParserTests
{
    private static QuantumDocument Parse(string text) => QuantumParser.Parse(Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("<q:component>\n  <input required />\n</q:component>", "parse.bare_attribute", 2, 10)]
    [InlineData("<q:component><p>a & b</p></q:component>", "parse.raw_ampersand", 1, 19)]
    [InlineData("<q:component><p>&nbsp;</p></q:component>", "parse.undefined_entity", 1, 17)]
    [InlineData("<q:component>\n<a t=\"{a < b}\"/></q:component>", "parse.less_than_in_attribute", 2, 10)]
    [InlineData("<q:component><p>1 < 2</p></q:component>", "parse.raw_less_than", 1, 19)]
    [InlineData("<q:component><br></q:component>", "parse.unclosed_tag", 1, 14)]
    [InlineData("<q:component><div><b>x</div></q:component>", "parse.unclosed_tag", 1, 19)]
    [InlineData("<q:component></p></q:component>", "parse.stray_end_tag", 1, 14)]
    [InlineData("<q:component><p a=1 /></q:component>", "parse.unquoted_attribute", 1, 17)]
    [InlineData("<q:component><p a='1' a='2' /></q:component>", "parse.duplicate_attribute", 1, 23)]
    [InlineData("<q:component><p @click='x' /></q:component>", "parse.invalid_attribute_name", 1, 17)]
    [InlineData("<q:component><x:p /></q:component>", "parse.unbound_prefix", 1, 14)]
    [InlineData("<q:component><!-- a -- b --></q:component>", "parse.comment", 1, 14)]
    [InlineData("<q:component><!DOCTYPE html></q:component>", "parse.misplaced_doctype", 1, 14)]
    [InlineData("\n<?xml version='1.0'?><q:component/>", "parse.misplaced_declaration", 2, 1)]
    [InlineData("<q:component><script>if (a && b) {}</script></q:component>", "parse.raw_text", 1, 28)]
    [InlineData("<q:component>a\u0001</q:component>", "parse.illegal_character", 1, 15)]
    [InlineData("<q:component>]]></q:component>", "parse.cdata_end", 1, 14)]
    [InlineData("<q:component><![CDATA[ x </q:component>", "parse.unclosed_cdata", 1, 14)]
    [InlineData("<q:component><p></p", "parse.broken_end_tag", 1, 17)]
    [InlineData("<q:component><p", "parse.unclosed_start_tag", 1, 14)]
    [Trait("Trap", "T004-31")]
    public void What_strict_xml_refuses_is_told_with_its_place(string text, string code, int line, int column)
    {
        QuantumProblem problem = Parse(text).Problems[0];
        (problem.Code, problem.Location).ShouldBe((code, new SourceLocation(line, column)));
    }

    [Fact, Trait("Trap", "T004-31")]
    public void A_finding_of_the_parser_says_what_the_runtime_will_do()
    {
        Finding finding = Scans.Text("<q:component><p>a & b</p></q:component>").Findings.ShouldHaveSingleItem();
        finding.Message.ShouldContain("the runtime will answer 400 for this page");
        finding.Hint.ShouldBe("write &amp;");
        finding.Severity.ShouldBe(FindingSeverity.Error);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE html><q:component><br/><p a=\"1 &amp; 2\">&#160;&lt;</p></q:component>")]
    [InlineData("<q:component><script><![CDATA[ if (a < b && c) {} ]]></script><style>a > b {}</style></q:component>")]
    [InlineData("<q:component xmlns:x=\"urn:x\"><x:p ui:a=\"1\"/><input></input><!-- fine --></q:component>")]
    [InlineData("\uFEFF<q:component><q:query name='a' source='b'>SELECT 1 &lt; 2</q:query></q:component>")]
    public void What_strict_xml_accepts_gives_no_finding(string text) => Scans.Text(text).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("", "parse.no_root")]
    [InlineData("just text", "parse.no_root")]
    [InlineData("<div></div>", "parse.unknown_root")]
    [InlineData("<q:component></q:component><q:component></q:component>", "parse.second_root")]
    [InlineData("<q:component></q:component>tail", "parse.text_outside_root")]
    public void The_root_is_checked(string text, string code) => Scans.Text(text).Codes().ShouldBe([code]);

    [Fact, Trait("Trap", "T004-31")]
    public void Nothing_behind_a_mistake_is_lost()
    {
        ScannedFile scanned = Scans.Fixture("components/tolerant.q");
        Component page = scanned.Components[0];

        page.Queries.ShouldHaveSingleItem().Sql.ShouldBe("SELECT 1 WHERE price <limit_price AND 2 < 3");
        page.Actions.ShouldHaveSingleItem().Name.ShouldBe("save");
        scanned.Findings.Select(f => (f.Code, f.Location.Line)).Distinct().ShouldBe(
        [
            ("parse.unclosed_tag", 4), ("parse.raw_ampersand", 4), ("parse.undefined_entity", 4), ("parse.unclosed_tag", 5), ("parse.bare_attribute", 5),
            ("parse.less_than_in_attribute", 6), ("parse.raw_text", 8), ("parse.raw_less_than", 10), ("parse.unclosed_tag", 11),
        ], ignoreOrder: true);
    }

    [Fact]
    public void An_end_tag_closes_all_inside_it_and_a_stray_one_nothing()
    {
        QuantumElement root = Parse("<q:component><div><b><i>x</div></u><p/></q:component>").Root!;
        root.Children.Select(c => c.LocalName).ShouldBe(["div", "p"]);
        root.Children[0].Children[0].Children[0].Text.ShouldBe("x");
    }

    [Fact, Trait("Trap", "T004-32")]
    public void Declared_entities_are_not_expanded()
    {
        QuantumDocument document = Parse("<!DOCTYPE a [<!ENTITY x \"boom\"><!ENTITY y SYSTEM \"file:///etc/hostname\">]><q:component><p>&x;&y;</p></q:component>");
        document.Root!.Children[0].Text.ShouldBe("&x;&y;");
    }

    [Fact]
    public void References_are_resolved_in_text_and_attributes_and_not_in_cdata()
    {
        QuantumElement root = Parse("<q:component a='&lt;&#x41;&#66;&amp;lt;'>1 &gt; 0<![CDATA[&gt;]]>&quot;</q:component>").Root!;
        root["a"].ShouldBe("<AB&lt;");
        root.Text.ShouldBe("1 > 0&gt;\"");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void Byte_order_marks_are_understood(string encoding)
    {
        Encoding of = Encoding.GetEncoding(encoding);
        byte[] content = [.. of.GetPreamble(), .. of.GetBytes("<q:component name='ação'/>")];
        Scans.Bytes(content).Components[0].Name.ShouldBe("ação");
    }

    [Fact]
    public void Bytes_that_are_no_text_are_told() => Scans.Bytes([.. "<q:component>"u8, 0xFF, .. "</q:component>"u8]).Codes().ShouldBe(["parse.encoding"]);

    [Fact, Trait("Trap", "T004-32")]
    public void Depth_is_bounded_and_told_once()
    {
        ScannedFile scanned = Scans.Text("<q:component>" + string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000)) + "<q:action name='x'/></q:component>");
        scanned.Codes().ShouldBe(["parse.too_deep"]);
        scanned.Components[0].Actions.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("<")]
    [InlineData("<a ")]
    [InlineData("<a b=\"")]
    [InlineData("<a b='\"")]
    [InlineData("</a")]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("<!DOCTYPE [")]
    [InlineData("<script>")]
    [InlineData("<br>  ")]
    [InlineData("&")]
    [InlineData("<a></b>")]
    [InlineData("a=b ")]
    public void Time_is_linear_whatever_the_text_repeats(string piece)
    {
        byte[] content = Encoding.UTF8.GetBytes("<q:component>" + string.Concat(Enumerable.Repeat(piece, 3_500_000 / piece.Length)));
        long start = Stopwatch.GetTimestamp();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Scans.Bytes(content);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(256L * 1024 * 1024);
        // Quadratic behaviour takes minutes here; the wide margin is for a busy machine.
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }
}
