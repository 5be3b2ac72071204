namespace Alicerce.Architecture.Tests;

/// <summary>What no build of this repository lets through. The compiler itself is asked, so a rule that is turned off turns its test red.</summary>
public sealed class CompilerRulesTests(ForbiddenCode forbidden) : IClassFixture<ForbiddenCode>
{
    [Theory]
    [InlineData("LocalNow")]
    [InlineData("NaiveUtcNow")]
    [Trait("Req", "S001-ANTI-06")]
    public void A_time_without_zone_does_not_compile(string member) => forbidden.ErrorsOf(member).ShouldBe(["RS0030"]);

    [Fact]
    [Trait("Req", "S001-SEC-05")]
    [Trait("Req", "S001-ANTI-04")]
    public void A_statement_built_from_text_does_not_compile() => forbidden.ErrorsOf("SqlFromText").ShouldBe(["CA2100"]);

    [Fact]
    [Trait("Req", "S001-COD-02")]
    public void Nothing_where_a_value_is_promised_does_not_compile() => forbidden.ErrorsOf("NotNullable").ShouldBe(["CS8603"]);

    [Theory]
    [InlineData("BlockingResult")]
    [InlineData("BlockingWait")]
    [Trait("Req", "S001-COD-06")]
    public void Waiting_for_work_by_blocking_a_thread_does_not_compile(string member) => forbidden.ErrorsOf(member).ShouldBe(["RS0030"]);

    [Fact]
    [Trait("Req", "S001-ANTI-08")]
    public void A_method_of_a_hundred_lines_does_not_compile() => forbidden.ErrorsOf("TooLong").ShouldBe(["MA0051"]);

    [Fact]
    public void A_connection_past_the_guard_does_not_compile() => forbidden.ErrorsOf("OwnClient").ShouldBe(["RS0030"]);
}
