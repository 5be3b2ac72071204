using Alicerce.Engine.Discovery;
using Alicerce.Engine.Reporting;
using Alicerce.Engine.Running;

namespace Alicerce.Engine.Tests.Reporting;

[Trait("Trap", "T004-76")]
public sealed class CoverageTests
{
    private static readonly Component[] s_components =
    [
        SampleRun.Component("login.q") with
        {
            Actions = [new ComponentAction { Name = "login" }, new ComponentAction { Name = "ghost", Reachable = false }],
            Forms = [new ComponentForm { Id = "login-form" }, new ComponentForm()],
            Queries = [new ComponentQuery { Name = "users", Sql = "select 1" }],
        },
        SampleRun.Component("frame.q", ComponentType.Layout, route: null),
        SampleRun.Component("api.yaml#/paths/~1a", ComponentType.Api) with { Actions = [new ComponentAction { Name = "GET /a:b" }, new ComponentAction { Name = "POST /a:b" }] },
    ];

    private static CaseResult Result(string path, string source, CaseStatus status = CaseStatus.Passed) =>
        SampleRun.Result($"{path}|api|x", "x", status) is var result ? result with { Case = result.Case with { ComponentPath = path, GenerationSource = source } } : throw new InvalidOperationException();

    private static IEnumerable<(string, int, int, int)> Shares(Coverage coverage) => coverage.Shares.Select(share => (share.Kind, share.Found, share.WithCase, share.Passed));

    [Fact]
    public void Pages_actions_forms_and_queries_are_counted_apart()
    {
        Shares(new Coverage(s_components)).ShouldBe([("pages", 1, 0, 0), ("actions", 3, 0, 0), ("forms", 2, 0, 0), ("queries", 1, 0, 0)]);
        new Coverage([]).Shares.ShouldAllBe(share => share.CaseShare == null && share.PassedShare == null);
    }

    [Fact]
    public async Task A_thing_passes_when_a_case_of_it_passed_and_none_failed()
    {
        var coverage = new Coverage(s_components);
        await SampleRun.PlayAsync(coverage,
        [
            Result("login.q", "component:login.q"), Result("login.q", "action:login"), Result("login.q", "action:login:invalid", CaseStatus.Failed),
            Result("login.q", "form:login-form"), Result("login.q", "query:users", CaseStatus.Skipped),
            Result("api.yaml#/paths/~1a", "action:GET /a:b"), Result("api.yaml#/paths/~1a", "action:POST /a:b:invalid:email"),
        ], finish: true);
        Shares(coverage).ShouldBe([("pages", 1, 1, 1), ("actions", 3, 3, 2), ("forms", 2, 1, 1), ("queries", 1, 1, 0)]);
        coverage.Shares[2].CaseShare.ShouldBe(0.5);
    }

    [Theory]
    [InlineData("login.q", "action:ghost", true)]
    [InlineData("login.q", "action:nothing", true)]
    [InlineData("other.q", "action:login", true)]
    [InlineData("login.q", "what is this", true)]
    [InlineData("login.q", ":", true)]
    [InlineData("login.q", "action:login", false)]
    public void Cases_of_unknown_things_and_inactive_ones_cover_nothing(string path, string source, bool active)
    {
        var coverage = new Coverage(s_components);
        coverage.AddCase(Result(path, source).Case with { IsActive = active });
        coverage.Shares.ShouldAllBe(share => share.WithCase == 0);
    }

    [Fact]
    public void A_failed_attempt_that_is_tried_again_is_not_held_against_it()
    {
        var coverage = new Coverage(s_components);
        coverage.AddResult(Result("login.q", "query:users", CaseStatus.Failed) with { IsFinal = false });
        coverage.AddResult(Result("login.q", "query:users"));
        coverage.Shares[3].Passed.ShouldBe(1);
    }
}
