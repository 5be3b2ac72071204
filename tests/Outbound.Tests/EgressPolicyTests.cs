namespace Alicerce.Outbound.Tests;

public sealed class EgressPolicyTests
{
    [Fact]
    public void The_setting_lists_entries_between_commas_and_white_space() =>
        EgressPolicy.Parse(" shop.local, localhost:5080\n10.0.0.0/8\t[::1]:80,,").Allowed.ShouldBe(["shop.local", "localhost:5080", "10.0.0.0/8", "[::1]:80"]);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" , ")]
    public void An_empty_setting_lists_nothing(string? setting) => EgressPolicy.Parse(setting).Allowed.ShouldBeEmpty();

    [Theory]
    [InlineData("http://shop.local")]
    [InlineData("shop.local/")]
    [InlineData("shop.local:0")]
    [InlineData("shop.local:65536")]
    [InlineData("shop.local:http")]
    [InlineData("shop.local:")]
    [InlineData("user@shop.local")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.1/x")]
    [InlineData("[::1")]
    [InlineData(":80")]
    [InlineData("*.shop.local")]
    public void A_bad_entry_is_named_with_the_forms_that_would_do(string entry)
    {
        var error = Should.Throw<FormatException>(() => EgressPolicy.Parse($"good.example {entry}"));
        error.Message.ShouldContain(entry);
        error.Message.ShouldContain("localhost:5080");
    }
}
