using System.Diagnostics;
using Alicerce.Harness.Fuzzing;

namespace Alicerce.Engine.Tests.Discovery.Quantum;

public class FuzzTests
{
    private static readonly string[] s_tokens =
    [
        "<q:component", "</q:component>", "<q:action", "</q:action>", "<q:query", "</q:query>", "<q:param", "<q:if", "<q:else>", "<form", "</form>",
        "<input", "<script>", "</script>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE", "[", "<?xml", "?>", "name=", "\"", "'", "=", " ", "/>", ">",
        "<", "</", "&", "&amp;", "&#x41;", "&nbsp;", ":name", "::", "{", "}", "select ", "--", "\0", "\uFEFF", "<a ", "xmlns:x=\"\"",
    ];

    [Fact]
    public void Nothing_makes_the_scanner_throw_hang_or_swell()
    {
        int count = int.TryParse(Environment.GetEnvironmentVariable("ALICERCE_FUZZ"), out int asked) ? asked : 2000;
        var mutator = new Mutator(Directory.EnumerateFiles(Scans.Fixtures, "*.q", SearchOption.AllDirectories).Order().Select(File.ReadAllBytes), s_tokens);
        int first = Environment.TickCount & 0xFFFFFF;
        TestContext.Current.SendDiagnosticMessage($"Quantum fuzzing: seeds {first} to {first + count - 1}");

        for (int seed = first; seed < first + count; seed++)
        {
            byte[] input = mutator.Make(seed);
            long before = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();

            Should.NotThrow(() => Scans.Bytes(input), $"seed {seed}");

            Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(1), $"seed {seed}");
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64L * 1024 * 1024, $"seed {seed}");
        }
    }
}
