using Alicerce.Engine.Cases;
using Alicerce.Engine.Files;

namespace Alicerce.Engine.Tests.Cases;

public class KnownFailuresTests
{
    internal const string Text = """
        known_failures:
          - key: cart.q|api|add
            reason: Rounding of cents
            expires: 2026-06-30
            issue: https://tracker.example.com/17
          - key: "admin/*|security|*"
            reason: Headers come with the new proxy
            expires: 2026-03-01
          - {key: gone, reason: Was removed, expires: 2027-01-01}
        """;

    [Fact]
    public void An_entry_holds_until_its_last_day()
    {
        KnownFailureMatch match = On("2026-06-30").Find("cart.q|api|add").ShouldNotBeNull();
        match.Expired.ShouldBeFalse();
        match.Message.ShouldContain("tracker.example.com/17");
    }

    [Fact]
    public void An_expired_entry_counts_as_a_failure_again_and_says_so()
    {
        KnownFailureMatch match = On("2026-03-02").Find("admin/users.q|security|headers").ShouldNotBeNull();
        match.Expired.ShouldBeTrue();
        match.Message.ShouldContain("expired on 2026-03-01");
    }

    [Fact]
    public void Cases_that_nobody_named_are_not_known() => On("2026-01-01").Find("cart.q|api|remove").ShouldBeNull();

    [Fact]
    public void Entries_that_expired_or_fit_no_case_are_warned_of()
    {
        IReadOnlyList<FileProblem> problems = On("2026-04-01").Check(["cart.q|api|add", "admin/users.q|security|headers"]);
        problems.Select(p => (p.Line, p.Severity)).ShouldBe([(6, ProblemSeverity.Warning), (9, ProblemSeverity.Warning)]);
    }

    [Theory]
    [InlineData("known_failures:\n  - key: a\n    reason: b\n    expires: soon\n", 4, 14)]
    [InlineData("known_failures:\n  - key: a\n    reason: b\n", 2, 5)]
    [InlineData("known_failures:\n  - key: a\n    reson: b\n    expires: 2026-01-01\n", 3, 5)]
    [InlineData("known: []\n", 1, 1)]
    [InlineData("- a\n", 1, 1)]
    public void A_broken_entry_is_named_with_its_place(string text, int line, int column)
    {
        (IReadOnlyList<KnownFailure> failures, IReadOnlyList<FileProblem> problems) = KnownFailuresFile.Read(text, "known-failures.yaml");
        failures.ShouldBeEmpty();
        problems.ShouldContain(p => p.Line == line && p.Column == column);
    }

    private static KnownFailures On(string day)
    {
        (IReadOnlyList<KnownFailure> failures, IReadOnlyList<FileProblem> problems) = KnownFailuresFile.Read(Text, "known-failures.yaml");
        problems.ShouldBeEmpty();
        return new KnownFailures(failures, "known-failures.yaml", new Clock(DateTimeOffset.Parse(day + "T12:00:00Z")));
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
