using Alicerce.Platform.Caching;
using FsCheck;
using FsCheck.Fluent;

namespace Alicerce.Platform.Tests.Caching;

public sealed class CacheKeyTests
{
    [Fact]
    [Trait("Req", "S001-RED-02")]
    public void One_thing_has_its_id_in_the_key()
    {
        CacheKey.Of("core", "user", 42).ToString().ShouldBe("cache:core:user:42");
        CacheKey.Of("core", "user", 42, "profile").ToString().ShouldBe("cache:core:user:42:profile");
    }

    [Fact]
    [Trait("Req", "S001-RED-03")]
    public void A_list_has_the_hash_of_its_arguments_in_the_key() =>
        CacheKey.List("core", "products", "chair", 10, null).ToString().ShouldMatch("^cache:core:products:list:[0-9a-f]{32}$");

    [Fact]
    [Trait("Trap", "T001-57")]
    public void Different_parts_never_make_the_same_key()
    {
        // The longest texts are hashed, the shortest empty; colons, per cent signs and the words with a meaning are where they hurt most.
        var part = Gen.Elements("", "a", "b", ":", "a:b", "%", "%3A", "%null", "list", "%6Cist", "%hash", new string('x', 101), new string('x', 102)).Select(text => (object?)text);
        var parts = Gen.OneOf(part, Gen.Constant<object?>(null)).NonEmptyListOf();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000).WithQuietOnSuccess(true), Prop.ForAll(Gen.Zip(parts, parts).ToArbitrary(), two =>
        {
            var (one, other) = (two.Item1.ToArray(), two.Item2.ToArray());
            var same = one.SequenceEqual(other);
            return CacheKey.Of("s", "e", one) == CacheKey.Of("s", "e", other) == same
                && CacheKey.List("s", "e", one) == CacheKey.List("s", "e", other) == same
                && CacheKey.Of("s", "e", one) != CacheKey.List("s", "e", other);
        }));
        CacheKey.Of("a:b", "c", 1).ShouldNotBe(CacheKey.Of("a", "b:c", 1));
        CacheKey.Of("s", "e", "list", CacheKey.List("s", "e", 1).ToString()[^32..]).ShouldNotBe(CacheKey.List("s", "e", 1));
        CacheKey.List("s", "e", 1).ShouldNotBe(CacheKey.List("s", "e", "1"));
        CacheKey.List("s", "e", "a", "b").ShouldNotBe(CacheKey.List("s", "e", "aStringb"));
        CacheKey.List("s", "e", "a", "b").ShouldNotBe(CacheKey.List("s", "e", "a;String:1:b"));
    }

    [Fact]
    public void What_has_no_one_form_as_text_is_refused()
    {
        Should.Throw<ArgumentException>(() => CacheKey.Of("s", "e", new List<int> { 1, 2 })).Message.ShouldContain("name its parts one by one");
        Should.Throw<ArgumentException>(() => CacheKey.List("s", "e", new { Id = 1 }));
        Should.Throw<ArgumentException>(() => CacheKey.Of("s", "e")).Message.ShouldContain("needs its id");
        Should.Throw<ArgumentException>(() => CacheKey.Of("", "e", 1)).Message.ShouldContain("names of its service and its entity");
    }
}
