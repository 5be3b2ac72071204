using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Generation;
using static Alicerce.Engine.Tests.Generation.Shop;

namespace Alicerce.Engine.Tests.Generation.Quantum;

public class ProbeCasesTests
{
    [Fact, Trait("Req", "S004-GEN-10")]
    public void Each_declared_rule_gets_values_at_and_beyond_its_border()
    {
        var nome = Param("nome") with { MinLength = 3, MaxLength = 5 };

        var checks = CasesOf("edge", Page("a", Action("x", nome))).ToDictionary(c => c.Key["components/a.q|edge|x:nome:".Length..], c => c.Steps[0].Checks());

        checks.Keys.ShouldBe(["missing", "empty", "min_length-1", "min_length", "max_length", "max_length+1", "unicode", "nul", "very_long"], ignoreOrder: true);
        foreach (var refused in new[] { "missing", "empty", "min_length-1", "max_length+1" }) checks[refused].ShouldBe("rejected");
        foreach (var taken in new[] { "min_length", "max_length" }) checks[taken].ShouldContain("not rejected");
        foreach (var odd in new[] { "unicode", "nul", "very_long" }) checks[odd].ShouldBe("status lt 500; no_errors");
    }

    [Theory, Trait("Req", "S004-GEN-10")]
    [InlineData("email", "wrong_type")]
    [InlineData("integer", "wrong_type")]
    [InlineData("boolean", "wrong_type")]
    public void Types_that_the_runtime_checks_refuse_other_values(string type, string label) =>
        CasesOf("edge", Page("a", Action("x", Param("p", type)))).Single(c => c.Key.EndsWith(label, StringComparison.Ordinal)).Steps[0].Checks().ShouldBe("rejected");

    [Fact]
    public void A_rule_that_is_not_enforced_is_probed_and_never_turns_a_run_red()
    {
        var page = Page("a", Action("x", Param("n", "number") with { Max = 10, Enforced = false }));
        var finding = new Finding { Code = "declared_not_enforced.number_min_max", Severity = FindingSeverity.Warning, FilePath = page.FilePath, Message = "", Subject = "x.n" };

        var cases = SuiteGenerator.Generate(Scan([page], [finding]), new() { Types = ["edge"] }).Cases.ToDictionary(c => c.Key["components/a.q|edge|x:n:".Length..]);

        cases["max+1"].ProbesFinding.ShouldBe(finding.Id);
        cases["wrong_type"].ProbesFinding.ShouldBe(finding.Id);
        (cases["wrong_type:survives"].ProbesFinding, cases["wrong_type:survives"].Steps[0].Checks()).ShouldBe((null, "status lt 500; no_errors"));
        cases["missing"].ProbesFinding.ShouldBeNull();
    }

    [Fact]
    public void A_rule_that_nobody_vouches_for_is_not_asserted()
    {
        var cases = CasesOf("edge", Page("a", Action("x", Param("n", "number") with { Max = 10, Enforced = false })));

        cases.ShouldAllBe(c => c.Steps[0].Checks() != "rejected");
    }

    [Fact]
    public void Csrf_and_rate_limits_are_probed_as_findings()
    {
        var page = Page("a", Action("x", Param("p")) with { RateLimit = "3/minute" });
        Finding Of(string rule) => new() { Code = $"declared_not_enforced.{rule}", Severity = FindingSeverity.Warning, FilePath = page.FilePath, Message = "", Subject = "x" };

        var cases = SuiteGenerator.Generate(Scan([page], [Of("csrf"), Of("rate_limit")]), new() { Types = ["security"] }).Cases;

        cases.Single(c => c.Key.EndsWith(":csrf", StringComparison.Ordinal)).ProbesFinding.ShouldBe(Of("csrf").Id);
        cases.Single(c => c.Key.EndsWith(":rate-limit", StringComparison.Ordinal)).Steps.Count.ShouldBe(4);
        CasesOf("security", page).ShouldNotContain(c => c.ProbesFinding != null || c.Key.EndsWith("csrf", StringComparison.Ordinal));
    }

    [Fact, Trait("Trap", "T004-42")]
    public void Only_the_right_role_comes_in()
    {
        var options = new GenerationOptions
        {
            Types = ["auth"],
            AuthProfileNames = ["rui", "ana"],
            DefaultAuth = "ana",
            RoleProfiles = new Dictionary<string, string> { ["admin"] = "rui", ["cliente"] = "ana" },
        };

        var cases = Suite(options, Page("admin") with { RequiresAuth = true, RequiredRole = "admin" }).Cases;

        cases.Select(c => (c.Key["components/admin.q|auth|".Length..], c.Steps[0].Request!.Auth, c.Steps[0].Checks())).ShouldBe(
        [
            ("no-session", "none", "status in [301,302,303,307,401,403]"),
            ("made-up-session", "none", "status in [301,302,303,307,401,403]"),
            ("signed-in", "rui", "status eq 200; no_errors"),
            ("wrong-role:ana", "ana", "status eq 403"),
        ]);
    }

    [Fact, Trait("Trap", "T004-75")]
    public void What_a_page_reads_from_its_address_is_probed()
    {
        var page = Page("busca") with { Forms = [new() { Fields = [Field("q")] }], Queries = [new() { Name = "l", Sql = "s", Params = [new("id", "integer", "{query.id}")] }] };

        var cases = CasesOf("security", page);

        cases.ShouldContain(c => c.Steps[0].Checks() == "header x-content-type-options eq \"nosniff\"");
        cases.Single(c => c.Key.EndsWith("|query:q:sql-quote", StringComparison.Ordinal)).Steps[0].Checks().ShouldBe("no_sql_error; status lt 500");
        cases.Single(c => c.Key.EndsWith("|query:q:script", StringComparison.Ordinal)).Steps[0].Checks().ShouldStartWith("not contains");
        cases.ShouldContain(c => c.Key.EndsWith("|query:id:sql-quote", StringComparison.Ordinal));
    }

    [Fact, Trait("Trap", "T004-75")]
    public void The_story_of_a_visit_signs_in_before_it_opens_the_page()
    {
        var options = new GenerationOptions { Types = ["e2e"], LoginFields = new Dictionary<string, string> { ["senha"] = "x" } };

        var story = Suite(options, [.. WithLogin, Page("sair")]).Cases.ShouldHaveSingleItem();

        story.Steps.Select(s => s.Name).ShouldBe(["GET /conta", "POST /login", "GET /conta", "GET /sair", "GET /conta"]);
        story.Kind.ShouldBe(CaseKind.E2e);
    }

    [Fact, Trait("Trap", "T004-75")]
    public void Load_is_bounded_and_only_made_when_asked_for()
    {
        var made = CasesOf("load", Page("a")).ShouldHaveSingleItem();

        made.Load.ShouldBe(new LoadProfile(5, TimeSpan.FromSeconds(10)));
        made.Timeout.ShouldBeGreaterThan(made.Load!.Duration);
        Suite(new(), Page("a")).Cases.ShouldNotContain(c => c.Kind == CaseKind.Load);
    }
}
