using Alicerce.Platform.Data;
using Npgsql;

namespace Alicerce.Platform.Tests.Data;

public sealed class DatabaseUrlTests
{
    [Fact]
    public void A_full_url_is_read_with_its_escapes()
    {
        DatabaseUrl.TryParse("postgres://us%40er:p%2Fw%3A1@db.example:6543/shop?sslmode=require", out var text, out _).ShouldBeTrue();
        var settings = new NpgsqlConnectionStringBuilder(text);
        (settings.Host, settings.Port, settings.Database, settings.Username, settings.Password, settings.SslMode)
            .ShouldBe(("db.example", 6543, "shop", "us@er", "p/w:1", SslMode.Require));
    }

    [Fact]
    public void The_port_is_5432_unless_given_and_ipv6_works()
    {
        DatabaseUrl.TryParse("postgresql://me@[::1]/shop", out var text, out _).ShouldBeTrue();
        var settings = new NpgsqlConnectionStringBuilder(text);
        (settings.Host, settings.Port).ShouldBe(("::1", 5432));
    }

    [Theory]
    [InlineData("Host=localhost", "is not a URL")]
    [InlineData("mysql://me@host/db", "is not a URL")]
    [InlineData("postgres://me@host", "names no database")]
    [InlineData("postgres://host/db", "names no user")]
    [InlineData("postgres://me:secret@host/db?sslmode=maybe", "unknown sslmode 'maybe'")]
    [InlineData("postgres://me:secret@host/db?foo=1", "unknown parameter 'foo'")]
    public void A_bad_url_is_explained_without_its_password(string url, string expected)
    {
        DatabaseUrl.TryParse(url, out _, out var problem).ShouldBeFalse();
        problem.ShouldContain(expected);
        problem.ShouldNotContain("secret");
    }
}
