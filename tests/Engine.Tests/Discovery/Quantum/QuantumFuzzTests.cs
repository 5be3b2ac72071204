using Alicerce.Harness.Fuzzing;

namespace Alicerce.Engine.Tests.Discovery.Quantum;

public class QuantumFuzzTests
{
    private static readonly string[] s_tokens =
    [
        "<q:component", "</q:component>", "<q:action", "</q:action>", "<q:query", "</q:query>", "<q:param", "<q:if", "<q:else>", "<form", "</form>",
        "<input", "<script>", "</script>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE", "[", "<?xml", "?>", "name=", "\"", "'", "=", " ", "/>", ">",
        "<", "</", "&", "&amp;", "&#x41;", "&nbsp;", ":name", "::", "{", "}", "select ", "--", "\0", "\uFEFF", "<a ", "xmlns:x=\"\"",
    ];

    [Fact]
    public Task Nothing_makes_the_scanner_throw_hang_or_swell() =>
        Fuzz.CheckAsync(
            new Mutator(Directory.EnumerateFiles(Scans.Fixtures, "*.q", SearchOption.AllDirectories).Order().Select(File.ReadAllBytes), s_tokens),
            input => { Scans.Bytes(input); });
}
