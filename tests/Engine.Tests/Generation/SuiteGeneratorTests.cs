using System.Text.Json;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Generation;
using static Alicerce.Engine.Tests.Generation.Shop;

namespace Alicerce.Engine.Tests.Generation;

public class SuiteGeneratorTests
{
    private static readonly Component[] Many =
    [
        .. Enumerable.Range(0, 60).Select(i => Page($"p{i}", Action("salvar", Param("nome"), Param("cpf", "cpf"), Param("id", "uuid")), Action("salvar")) with
        {
            Forms = [Form(Field("nome")), Form(Field("nome")), Form(Field("nome")) with { Id = null }],
            Queries = [new() { Name = "q", Datasource = "d", Sql = "SELECT 1" }, new() { Name = "q", Datasource = "d", Sql = "SELECT 2" }],
        }),
        .. WithLogin,
    ];

    private static readonly GenerationOptions All = new()
    {
        Types = GenerationKinds.All,
        AuthProfileNames = ["cliente"],
        DefaultAuth = "cliente",
        LoginFields = new Dictionary<string, string> { ["email"] = "ana@loja.test", ["senha"] = "${secret:SENHA}" },
    };

    [Fact, Trait("Req", "S004-GEN-01")]
    public void The_default_types_are_smoke_api_form_and_query()
    {
        var page = Page("contato", Action("criar", Param("nome"))) with
        {
            Forms = [Form(Field("nome"))],
            Queries = [new() { Name = "q", Datasource = "d", Sql = "SELECT 1" }],
        };

        Suite(new(), page).Cases.Select(c => c.Kind).Distinct().ShouldBe([CaseKind.Smoke, CaseKind.Api, CaseKind.Form, CaseKind.Query]);
    }

    [Fact, Trait("Trap", "T004-42")]
    public void An_unknown_type_is_refused_with_the_known_ones()
    {
        var thrown = Should.Throw<ArgumentException>(() => Suite(new() { Types = ["smoke", "chaos"] }, Page("a")));

        thrown.Message.ShouldContain("'chaos'");
        thrown.Message.ShouldContain("smoke, api, form, query, auth, edge, security, e2e, load");
    }

    [Fact, Trait("Trap", "T004-43")]
    public void No_components_give_a_warning()
    {
        var note = Suite(new()).Notes.ShouldHaveSingleItem();

        (note.Code, note.Severity).ShouldBe(("no_components", FindingSeverity.Warning));
    }

    [Fact, Trait("Trap", "T004-42")]
    public void Generating_again_gives_the_same_suite()
    {
        Json(Suite(All, Many)).ShouldBe(Json(Suite(All, Many)));
    }

    [Fact]
    public void The_order_of_components_does_not_matter()
    {
        Json(Suite(All, [.. Many.Reverse()])).ShouldBe(Json(Suite(All, Many)));
    }

    [Fact]
    public void Another_component_does_not_change_a_case()
    {
        var alone = Suite(All, Many[7]).Cases;

        var among = Suite(All, Many).Cases.Where(c => c.ComponentPath == Many[7].FilePath).ToList();

        among.Select(c => JsonSerializer.Serialize(c with { Order = 0 })).ShouldBe(alone.Select(c => JsonSerializer.Serialize(c with { Order = 0 })));
    }

    [Fact]
    public void Another_seed_changes_drawn_values_and_no_key()
    {
        var one = Suite(All, Many[..3]);
        var two = Suite(All with { Seed = 2 }, Many[..3]);

        two.Cases.Select(c => c.Key).ShouldBe(one.Cases.Select(c => c.Key));
        Json(two).ShouldNotBe(Json(one));
    }

    [Fact]
    public void Keys_are_unique_and_orders_ascend()
    {
        var cases = Suite(All, Many).Cases;

        cases.Count.ShouldBeGreaterThan(1_000);
        cases.Select(c => c.Key).Distinct().Count().ShouldBe(cases.Count);
        cases.Select(c => c.Order).ShouldBe(Enumerable.Range(1, cases.Count));
    }

    [Fact]
    public void Ignored_routes_get_no_cases()
    {
        Suite(new() { IgnoredRoutes = ["/admin*"] }, Page("admin/index"), Page("a")).Cases.ShouldAllBe(c => c.ComponentPath == "components/a.q");
    }

    [Fact, Trait("Trap", "T004-40")]
    public void Only_reads_are_said_not_to_change_state()
    {
        foreach (var made in Suite(All, Many[..3]).Cases)
            made.Mutates.ShouldBe(made.Steps.Any(s => s.Request is { Method: not "GET" }), made.Key);
    }

    private static string Json(GeneratedSuite suite) => JsonSerializer.Serialize(suite);
}
