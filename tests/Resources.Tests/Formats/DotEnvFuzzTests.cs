using System.Text;
using Alicerce.Harness.Fuzzing;
using Alicerce.Modules.Resources.Formats;

namespace Alicerce.Resources.Tests.Formats;

public sealed class DotEnvFuzzTests
{
    private static readonly string[] s_files =
    [
        "# comment\nexport A='one # two'\nB=\"x\\n$HOME \\\"q\\\"\"\nC=bare value # comment\n\nD=\n", "KEY='two\nlines'\r\nOTHER=\"back\\\\slash\"",
    ];

    private static readonly string[] s_tokens = ["=", "'", "\"", "\\", "#", "\n", "\r\n", "export ", "$", "`", " ", "\t", "\r", "\\r", "\f", "A=", "\0", "é", "\u2028"];

    [Fact]
    public Task Nothing_makes_the_reader_of_variables_fail_and_what_it_read_it_reads_again_after_writing() =>
        Fuzz.CheckAsync(new Mutator(s_files.Select(Encoding.UTF8.GetBytes), s_tokens), input =>
        {
            IReadOnlyList<DotEnvEntry> entries;
            try
            {
                entries = DotEnv.Read(Encoding.UTF8.GetString(input));
            }
            catch (DotEnvException)
            {
                return;
            }

            var written = string.Concat(entries.Select(entry => DotEnv.Write(entry.Key, entry.Value) + "\n"));
            DotEnv.Read(written).Select(entry => (entry.Key, entry.Value)).ShouldBe(entries.Select(entry => (entry.Key, entry.Value)));
        });
}
