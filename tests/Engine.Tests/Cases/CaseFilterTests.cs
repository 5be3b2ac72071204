using Alicerce.Engine.Cases;

namespace Alicerce.Engine.Tests.Cases;

public class CaseFilterTests
{
    private static readonly TestCase Login = new()
    {
        Key = "components/login.q|api|login",
        Name = "Login lets a customer in",
        Kind = CaseKind.Api,
        Tags = ["smoke", "slow"],
        ComponentPath = "components/login.q",
        Steps = [new Step { Request = new RequestSpec { Target = "/entrar" } }],
    };

    [Theory]
    [InlineData("login", true)]
    [InlineData("LOGIN LETS", true)]
    [InlineData("/entrar", true)]
    [InlineData("components/*|api|*", true)]
    [InlineData("components/*|form|*", false)]
    [InlineData("log?n", false)]
    [InlineData("*log?n*", true)]
    [InlineData("cart", false)]
    public void A_text_fits_key_name_and_path(string text, bool fits) => new CaseFilter(texts: [text]).Includes(Login).ShouldBe(fits);

    [Theory]
    [InlineData("smoke", true)]
    [InlineData("other,smoke", true)]
    [InlineData("other", false)]
    [InlineData("!slow", false)]
    [InlineData("smoke,!other", true)]
    [InlineData("smoke,!slow", false)]
    public void Tags_ask_and_forbid(string tags, bool fits) => new CaseFilter(tags: [tags]).Includes(Login).ShouldBe(fits);

    [Fact]
    public void Kinds_and_texts_must_both_fit()
    {
        new CaseFilter(["login"], kinds: [CaseKind.Api]).Includes(Login).ShouldBeTrue();
        new CaseFilter(["login"], kinds: [CaseKind.Form]).Includes(Login).ShouldBeFalse();
        new CaseFilter().Includes(Login).ShouldBeTrue();
    }

    [Theory]
    [InlineData("old/**", "old/a/b.q", true)]
    [InlineData("**/x.q", "x.q", true)]
    [InlineData("**/x.q", "a/b/x.q", true)]
    [InlineData("a/*.q", "a/b.q", true)]
    [InlineData("a/*.q", "a/b/c.q", false)]
    [InlineData("", "", true)]
    [InlineData("*", "", true)]
    public void Globs_know_segments(string glob, string text, bool fits) => GlobPattern.Parse(glob).IsMatch(text).ShouldBe(fits);

    [Fact]
    public void A_glob_made_to_be_slow_is_not() =>
        GlobPattern.Parse(string.Concat(Enumerable.Repeat("*a", 200))).IsMatch(new string('a', 5_000) + "b").ShouldBeFalse();
}
