using Alicerce.Platform.Redis;

namespace Alicerce.Platform.Tests.Redis;

public sealed class RedisUrlTests
{
    [Fact]
    [Trait("Req", "S001-RED-01")]
    public void A_full_url_is_read_with_its_escapes_and_at_most_20_connections_are_made()
    {
        RedisUrl.TryParse("rediss://us%40er:p%2Fw%3A1@cache.example:6390/3", out var options, out _).ShouldBeTrue();
        (options.Host, options.Port, options.Database, options.User, options.Password!.Reveal(), options.Tls, options.Connections)
            .ShouldBe(("cache.example", 6390, 3, "us@er", "p/w:1", true, 20));
        options.ToString().ShouldBe("rediss://cache.example:6390/3");
    }

    [Fact]
    public void Port_database_and_account_may_be_left_out_and_ipv6_works()
    {
        RedisUrl.TryParse("redis://[::1]", out var options, out _).ShouldBeTrue();
        (options.Host, options.Port, options.Database, options.User, options.Password, options.Tls).ShouldBe(("::1", 6379, 0, null, null, false));
        RedisUrl.TryParse("redis://:word@cache", out options, out _).ShouldBeTrue();
        (options.User, options.Password!.Reveal()).ShouldBe((null, "word"));
    }

    [Theory]
    [InlineData("cache:6379", "is not a URL")]
    [InlineData("http://cache", "is not a URL")]
    [InlineData("redis://user:sec/ret@cache", "is not a URL")]
    [InlineData("redis://user:12/secret@cache", "has a path that is not the number of a database")]
    [InlineData("redis://cache#secret", "has a '#' in it")]
    [InlineData("redis://secret@cache", "names a user without a password")]
    [InlineData("redis://cache?secret=1", "has a parameter that is not ca=")]
    [InlineData("redis://cache?ca=/etc/hosts", "has a parameter that is not ca=")]
    [InlineData("rediss://cache?ca=/no/secret", "names a file of authorities")]
    [InlineData("redis://cache/secret", "has a path that is not the number of a database")]
    public void A_bad_url_is_explained_and_nothing_of_it_repeated(string url, string expected)
    {
        RedisUrl.TryParse(url, out _, out var problem).ShouldBeFalse();
        problem.ShouldContain(expected);
        problem.ShouldNotContain("secret");
    }
}
