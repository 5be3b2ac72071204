using System.Text;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Discovery.Quantum;
using Alicerce.Harness.Fuzzing;

namespace Alicerce.Engine.Tests.Discovery.Quantum;

public sealed class QuantumConfigFuzzTests
{
    private const string Planted = "correct-horse";

    private static readonly string[] s_tokens =
        ["server:\n", "  debug: true\n", "datasources:\n", "  driver: ", "password: ", "token: ", "${X:", "${X}", "}", "{", "[", "]", "- ", ": ", "? ", "&a ", "*a", "!!str ", "|\n", ">-\n", "\"", "'", "#", "---\n", "\t", "\n", "  ", "\0", "\uFEFF", "<<: *a\n"];

    [Fact]
    public Task Nothing_makes_the_scanner_throw_hang_swell_or_tell_a_value() =>
        Fuzz.CheckAsync(new Mutator([File.ReadAllBytes(Path.Combine(Scans.Fixtures, "quantum.config.yaml")), Encoding.UTF8.GetBytes($"auth: {{token: {Planted}, list: [{{secret: '{Planted}'}}]}}\n")], s_tokens), input =>
        {
            ScannedFile scanned = new QuantumConfigScanner().Scan(new SourceFile("quantum.config.yaml", input, null), _ => null);
            // A finding names the place, so a name that a mutation made of the value may be told.
            if (QuantumConfig.Read(input).Values.Any(v => v.Path.Contains(Planted, StringComparison.Ordinal))) return;
            foreach (Finding finding in scanned.Findings) finding.ToString().ShouldNotContain(Planted);
        });
}
