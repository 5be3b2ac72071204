using System.Text;
using System.Text.Json;
using Alicerce.Engine.Running.Paths;
using Alicerce.Harness.Fuzzing;

namespace Alicerce.Engine.Tests.Running.Paths;

public sealed class JsonPathFuzzTests
{
    private static readonly string[] s_paths =
    [
        "$.store.book[0].title", "$['a b'][\"c\"]", "$..price", "$.book[-1:]", "$.book[::2]", "$.a[?@.isbn]", "$.a[?(@.price < 10 && @.x == 'y') || !@.z]",
        "$..[?@[0] >= $.limit]", "$[*]..*", "$.a[?@.b[?@.c[?@.d == null]]]", "$['\\u00e9\\n']",
    ];

    private static readonly string[] s_tokens =
        ["$", ".", "..", "[", "]", "*", "?", "@", "'", "\"", "\\", "\\u", ":", ",", "(", ")", "!", "&&", "||", "==", "!=", "<", "<=", "true", "null", "-", "0", "9999999999999999999", "1e400", "é", "😀", "\0", " "];

    private static readonly JsonElement s_document = JsonDocument.Parse(
        """{"store":{"book":[{"title":"A","price":8.95,"isbn":"1"},{"title":"B","price":12}]},"a":[[1,2],[3,[4,[5]]]],"limit":10,"a b":{"c":null}}""").RootElement;

    [Fact]
    public Task Nothing_makes_a_path_throw_hang_or_swell() =>
        Fuzz.CheckAsync(new Mutator(s_paths.Select(Encoding.UTF8.GetBytes), s_tokens), input =>
        {
            if (JsonPath.TryParse(Encoding.UTF8.GetString(input), out var path, out var problem)) path.Select(s_document);
            else problem.ShouldNotBeNullOrEmpty();
        });
}
