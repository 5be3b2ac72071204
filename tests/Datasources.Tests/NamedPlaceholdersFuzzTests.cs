using System.Text;
using Alicerce.Harness.Fuzzing;

namespace Alicerce.Datasources.Tests;

public class NamedPlaceholdersFuzzTests
{
    private static readonly string[] s_queries =
    [
        "SELECT * FROM t WHERE a = :a AND b::int > :b -- :c\n", "SELECT ':a', \"q:b\", $$ :c $$, $x$ :d $x$, E'\\':e' /* :f /* :g */ */", "SELECT arr[1:2], arr[:from::to] FROM t LIMIT :limit OFFSET :offset",
    ];

    private static readonly string[] s_tokens = [":", "::", ":=", ":a", "'", "''", "\"", "$$", "$x$", "$1", "--", "/*", "*/", "[", "]", "E'", "\\", "\n", ";", "é", "\0"];

    [Fact]
    public Task Nothing_makes_the_reader_of_placeholders_throw_hang_or_swell() =>
        Fuzz.CheckAsync(new Mutator(s_queries.Select(Encoding.UTF8.GetBytes), s_tokens), input =>
        {
            var read = NamedPlaceholders.Translate(Encoding.UTF8.GetString(input), name => name.Length == 1);
            read.Names.Distinct(StringComparer.Ordinal).Count().ShouldBe(read.Names.Count);
        });
}
