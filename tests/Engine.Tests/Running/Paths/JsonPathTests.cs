using System.Text.Json;
using Alicerce.Engine.Running.Paths;

namespace Alicerce.Engine.Tests.Running.Paths;

public sealed class JsonPathTests
{
    private const string Store = """
        {"store":{"book":[{"title":"A","price":8.95,"tags":["x"]},{"title":"B","price":12.99},{"title":"C","price":8.99,"isbn":"1"},{"title":"D","price":22.99,"isbn":"2"}],
        "bicycle":{"color":"red","price":399}},"limit":10,"a b":{"it's":true},"null":null,"nested":[[1,2],[3,4]]}
        """;

    [Theory]
    [InlineData("$.limit", "[10]")]
    [InlineData("$['limit']", "[10]")]
    [InlineData("$[\"a b\"]['it\\'s']", "[true]")]
    [InlineData("$.null", "[null]")]
    [InlineData("$.missing", "[]")]
    [InlineData("$.store.book[0].title", "[\"A\"]")]
    [InlineData("$.store.book[-1].title", "[\"D\"]")]
    [InlineData("$.store.book[9]", "[]")]
    [InlineData("$.store.book[*].title", "[\"A\",\"B\",\"C\",\"D\"]")]
    [InlineData("$.store.book[0,2].title", "[\"A\",\"C\"]")]
    [InlineData("$.store.book[1:3].title", "[\"B\",\"C\"]")]
    [InlineData("$.store.book[:2].title", "[\"A\",\"B\"]")]
    [InlineData("$.store.book[-2:].title", "[\"C\",\"D\"]")]
    [InlineData("$.store.book[::2].title", "[\"A\",\"C\"]")]
    [InlineData("$.store.book[::-1].title", "[\"D\",\"C\",\"B\",\"A\"]")]
    [InlineData("$.store.book[3:0:-2].title", "[\"D\",\"B\"]")]
    [InlineData("$.store.book[::0].title", "[]")]
    [InlineData("$..price", "[8.95,12.99,8.99,22.99,399]")]
    [InlineData("$..book[0].title", "[\"A\"]")]
    [InlineData("$.nested[*][*]", "[1,2,3,4]")]
    [InlineData("$.nested..[0]", "[[1,2],1,3]")]
    [InlineData("$.store.book[?@.isbn].title", "[\"C\",\"D\"]")]
    [InlineData("$.store.book[?!@.isbn].title", "[\"A\",\"B\"]")]
    [InlineData("$.store.book[?@.price < 10].title", "[\"A\",\"C\"]")]
    [InlineData("$.store.book[?(@.price >= 12.99)].title", "[\"B\",\"D\"]")]
    [InlineData("$.store.book[?@.price < $.limit && @.isbn].title", "[\"C\"]")]
    [InlineData("$.store.book[?@.title == 'A' || @.title == \"B\"].title", "[\"A\",\"B\"]")]
    [InlineData("$.store.book[?!(@.price > 10)].title", "[\"A\",\"C\"]")]
    [InlineData("$.store.book[?@.isbn == @.none].title", "[\"A\",\"B\"]")]
    [InlineData("$.store.book[?@.tags[0] == 'x'].title", "[\"A\"]")]
    [InlineData("$.store[?@.color != 'blue'].price", "[399]")]
    public void A_path_names_its_places(string path, string expected)
    {
        JsonPath.TryParse(path, out var parsed, out var problem).ShouldBeTrue(problem);
        using var document = JsonDocument.Parse(Store);
        JsonSerializer.Serialize(parsed.Select(document.RootElement)).ShouldBe(expected);
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("limit"), InlineData("$."), InlineData("$["), InlineData("$[]"), InlineData("$['a"), InlineData("$[?]"), InlineData("$[?@.a ==]")]
    [InlineData("$[?length(@.a) > 1]"), InlineData("$ "), InlineData("$[99999999999]"), InlineData("$[?@.* == 1]"), InlineData("$[?1]"), InlineData("$[1:2:3:4]"), InlineData("$['\\u12']"), InlineData("$['\\ud83d']")]
    public void A_broken_path_is_refused_with_a_reason(string? path)
    {
        JsonPath.TryParse(path, out var parsed, out var problem).ShouldBeFalse();
        parsed.ShouldBeNull();
        problem.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Deep_filters_are_refused_instead_of_overflowing_the_stack()
    {
        JsonPath.TryParse("$[?" + new string('(', 900), out _, out var problem).ShouldBeFalse();
        problem!.ShouldContain("deeper");
        JsonPath.TryParse("$[?" + new string('!', 900), out _, out problem).ShouldBeFalse();
        problem!.ShouldContain("deeper");
    }

    [Fact]
    public void A_selection_that_explodes_ends_within_its_budget()
    {
        using var document = JsonDocument.Parse(string.Concat(Enumerable.Repeat("[", 60)) + "1,2" + string.Concat(Enumerable.Repeat("]", 60)));
        JsonPath.TryParse("$" + string.Concat(Enumerable.Repeat("..*", 40)), out var path, out _).ShouldBeTrue();
        path.Select(document.RootElement).Count.ShouldBeLessThanOrEqualTo(PathBudget.MaxNodes);
    }

    [Fact]
    public void Any_text_is_read_or_refused_and_never_throws()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("ALICERCE_FUZZ"), out var wanted) ? wanted : 2000;
        var seed = int.TryParse(Environment.GetEnvironmentVariable("ALICERCE_FUZZ_SEED"), out var given) ? given : Random.Shared.Next();
        var random = new Random(seed);
        using var document = JsonDocument.Parse(Store);
        string[] real = ["$.store.book[?@.price < 10 && @.isbn].title", "$..book[-1:]['title',\"price\"]", "$['a b'][*]", "$[?!(@.a == 'x' || $.b >= -1.5e3)]", "$.a[1:10:2]"];
        const string Alphabet = "$@.*[]()?!&|=<>'\"\\:,-0123456789eE+ abu\u0000\u00e9\ud83d{}";
        for (var i = 0; i < count; i++)
        {
            var text = (i % 2 == 0 ? real[random.Next(real.Length)] : new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => Alphabet[random.Next(Alphabet.Length)])])).ToList();
            for (var edits = random.Next(6); edits > 0 && text.Count > 0; edits--)
            {
                var at = random.Next(text.Count);
                if (random.Next(3) == 0) text.RemoveAt(at);
                else text.Insert(at, Alphabet[random.Next(Alphabet.Length)]);
            }
            var path = new string([.. text]);
            try
            {
                if (JsonPath.TryParse(path, out var parsed, out _)) parsed.Select(document.RootElement);
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed}, input {i} '{path}': {e}");
            }
        }
    }
}
