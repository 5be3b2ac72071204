using Alicerce.Modules.Resources.Services.Health;

namespace Alicerce.Resources.Tests.Services;

public sealed class HealthStateTests
{
    /// <summary>One letter a look: <c>+</c> well, <c>s</c> well but slow, <c>-</c> failed; and the state's first letter after each (<c>x</c> for unhealthy).</summary>
    [Theory]
    [InlineData("+++", "hhh")]
    [InlineData("+---", "hddx")]
    [InlineData("---", "ddx")]
    [InlineData("--+--", "ddddd")]
    [InlineData("---++", "ddxdh")]
    [InlineData("----+-", "ddxxdd")]
    [InlineData("+s+", "hdd")]
    [InlineData("+s++", "hddh")]
    [InlineData("s", "d")]
    [InlineData("---sss++", "ddxddddh")]
    public void A_state_changes_only_after_enough_looks(string looks, string states)
    {
        var state = new HealthState(HealthStatus.Unknown, 0, 0);
        var seen = string.Concat(looks.Select(look =>
        {
            state = state.After(look != '-', look == 's');
            return state.Status == HealthStatus.Unhealthy ? 'x' : state.Status[0];
        }));
        seen.ShouldBe(states);
    }

    [Fact]
    public void Failures_and_successes_are_counted_in_a_row()
    {
        var state = new HealthState(HealthStatus.Unknown, 0, 0).After(false, false).After(false, false);
        state.Failures.ShouldBe(2);
        state.After(true, false).ShouldBe(new HealthState(HealthStatus.Degraded, 0, 1));
    }
}
