using Alicerce.Modules.Testing.Runs;

namespace Alicerce.Testing.Tests.Runs;

public sealed class RunVerdictTests
{
    [Theory, Trait("Trap", "T004-59")]
    [InlineData(20, 0, 0, null, "passed")]
    [InlineData(19, 1, 0, null, "failed")]
    [InlineData(19, 0, 1, null, "failed")]
    [InlineData(19, 1, 0, 0.95, "passed")]
    [InlineData(18, 2, 0, 0.95, "failed")]
    [InlineData(0, 2, 0, 0.0, "failed")]
    public void A_run_passes_by_the_strict_rule_unless_its_suite_sets_a_rate(int passed, int failed, int errors, double? rate, string expected) =>
        RunVerdict.Of(new RunCounters(passed + failed + errors, passed, failed, 0, errors, 0, 0), rate).Status.ShouldBe(expected);

    [Theory, Trait("Trap", "T004-47")]
    [InlineData(0)]
    [InlineData(3)]
    public void A_run_in_which_nothing_ran_never_passes(int skipped)
    {
        var (status, message) = RunVerdict.Of(new RunCounters(skipped, 0, 0, skipped, 0, 0, 0), 0);
        status.ShouldBe("error");
        message.ShouldStartWith("No case ran");
    }
}
