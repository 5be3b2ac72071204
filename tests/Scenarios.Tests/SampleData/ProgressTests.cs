using Alicerce.Harness;
using Alicerce.Platform.Web;

namespace Alicerce.Scenarios.Tests.SampleData;

public sealed class ProgressTests(ProgressTests.Fixture fixture) : IClassFixture<ProgressTests.Fixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S000-GEN-06")]
    public async Task Each_thousand_is_told_between_the_beginning_and_the_end()
    {
        (await fixture.SendAsync(HttpMethod.Post, "/generate-test-data", new { NumRecords = 2_500 })).Status.ShouldBe(202);
        await Eventually.BecomesTrueAsync(() => fixture.Lines.Contains("2500 test scenarios generated"), "it is done", Ct);
        fixture.Lines.Where(line => line.Contains("scenarios", StringComparison.Ordinal) && line.Contains("enerat", StringComparison.Ordinal)).ShouldBe(
            ["Generating 2500 test scenarios", "Generated 1000/2500 scenarios", "Generated 2000/2500 scenarios", "Generated 2500/2500 scenarios", "2500 test scenarios generated"]);
    }

    public sealed class Fixture : ScenariosFixture
    {
        private readonly LogListener _listener = new();

        public IReadOnlyList<string> Lines => [.. _listener.Lines];

        protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?> { ["LOG_LEVEL"] = "INFO" };

        protected override IModule[] ExtraModules => [_listener];
    }
}
