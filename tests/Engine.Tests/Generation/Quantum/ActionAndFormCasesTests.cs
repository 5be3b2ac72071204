using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Generation;
using static Alicerce.Engine.Tests.Generation.Shop;

namespace Alicerce.Engine.Tests.Generation.Quantum;

public class ActionAndFormCasesTests
{
    [Fact]
    public void A_function_with_an_endpoint_probes_whether_a_server_mounts_it()
    {
        var page = Page("frete") with { Route = null, Functions = [new() { Name = "calcular", Endpoint = "/api/frete", Params = [Param("cep", "cep")] }, new() { Name = "interna" }] };
        var finding = new Finding { Code = "declared_not_enforced.function_endpoint", Severity = FindingSeverity.Info, FilePath = page.FilePath, Message = "", Subject = "calcular" };

        var made = SuiteGenerator.Generate(Scan([page], [finding]), new()).Cases.ShouldHaveSingleItem();

        (made.Key, made.ProbesFinding).ShouldBe(("components/frete.q|api|function:calcular", finding.Id));
        made.Steps[0].Request!.Target.ShouldBe("/api/frete");
        made.Steps[0].Request!.Query.ShouldHaveSingleItem().Name.ShouldBe("cep");
    }

    [Fact]
    public void An_endpoint_that_is_not_tried_gets_a_note()
    {
        var suite = Suite(new(), Page("rotas") with { Functions = [new() { Name = "GET /api/x/{id}", Endpoint = "/api/x/{id}" }] });

        suite.Notes.ShouldContain(n => n.Code == "endpoint_not_tried");
    }

    [Fact]
    public void Actions_that_the_runtime_never_runs_give_a_note()
    {
        var suite = Suite(new() { Types = ["api", "edge", "security"] }, Page("a", Action("morta", Param("x")) with { Reachable = false }));

        suite.Cases.ShouldAllBe(c => c.GenerationSource != "action:morta");
        suite.Notes.ShouldContain(n => n.Code == "unreachable_action" && n.Severity == FindingSeverity.Warning);
    }

    [Fact, Trait("Trap", "T004-39")]
    public void Input_travels_as_the_method_allows()
    {
        RequestSpec Sent(string method, string type = "string") =>
            CasesOf("api", Page("a", Action("x", Param("p", type)) with { Method = method })).Single(c => c.Key.EndsWith("|x", StringComparison.Ordinal)).Steps[0].Request!;

        Sent("GET").Query.ShouldBe([new NameValue("p", "test_p")]);
        Sent("GET").Body.ShouldBeNull();
        Sent("DELETE").Body!.Text.ShouldBe("""{"p":"test_p"}""");
        Sent("POST", "file").Body!.Kind.ShouldBe(BodyKind.Multipart);
    }

    [Fact, Trait("Trap", "T004-39")]
    public void The_hidden_field_that_routes_a_request_goes_with_the_action()
    {
        var page = Page("a", Action("salvar", Param("nome"))) with { Forms = [Form(Field("nome"), Field("acao", "hidden", "salvar"), Field("id", "hidden", "{p.id}"))] };

        var made = CasesOf("api", page)[0];

        made.Steps.Count.ShouldBe(2);
        made.Steps[0].Captures.Select(c => c.Name).ShouldBe(["field_id"]);
        made.Steps[1].Request!.Body!.Fields.ShouldBe([new("nome", "test_nome"), new("acao", "salvar"), new("id", "{{field_id}}")]);
    }

    [Fact, Trait("Trap", "T004-42")]
    public void A_form_is_sent_once_per_button_and_option_and_without_each_required_field()
    {
        var page = Page("a", Action("salvar", Param("nome"), Param("nota", required: false))) with
        {
            Forms = [Form(Field("nome"), Field("nota"), Field("cor", "select") with { Options = ["", "azul", "verde"] }) with { Buttons = [Field("ir", "submit", "loja"), Field("ir", "submit", "sac")] }],
        };

        CasesOf("form", page).Select(c => c.Key["components/a.q|form|pedido:".Length..]).ShouldBe(["submit", "button:ir=sac", "option:cor=verde", "without:nome"]);
    }

    [Fact, Trait("Trap", "T004-42")]
    public void A_csrf_token_is_taken_from_the_page()
    {
        var made = CasesOf("form", Page("a") with { Forms = [Form(Field("nome"), Field("csrf_token", "hidden", "{csrf}"))] }).Single();

        made.Steps[0].Captures.ShouldBe([new Capture("csrf", "csrf")]);
        made.Steps[1].Request!.Body!.Fields.ShouldContain(new BodyField("csrf_token", "{{csrf}}"));
    }

    [Theory, Trait("Trap", "T004-42")]
    [InlineData(null, "/loja/novo")]
    [InlineData("/outro", "/outro")]
    [InlineData("outro", "/loja/outro")]
    [InlineData("salvar", "/loja/novo")]
    [InlineData("https://elsewhere.example/x", null)]
    [InlineData("{url}", null)]
    public void A_form_goes_where_its_action_says(string? action, string? expected)
    {
        var page = Page("loja/novo", Action("salvar")) with { Forms = [Form(Field("nome")) with { Action = action }] };

        CasesOf("form", page).Select(c => c.Steps[^1].Request!.Target).FirstOrDefault().ShouldBe(expected);
    }

    [Fact]
    public void A_login_is_judged_by_given_credentials_or_only_for_breaking()
    {
        CasesOf("form", WithLogin)[0].Steps[0].Checks().ShouldNotContain("not rejected");

        var known = new GenerationOptions { Types = ["form"], LoginFields = new Dictionary<string, string> { ["senha"] = "${secret:SENHA}" } };
        var made = Suite(known, WithLogin).Cases[0];
        made.Steps[0].Checks().ShouldContain("not rejected");
        made.Steps[0].Request!.Body!.Fields.ShouldContain(new BodyField("senha", "${secret:SENHA}"));
    }

    [Fact]
    public void Components_with_side_effects_get_valid_input_only()
    {
        var page = Page("a", Action("enviar", Param("nome"))) with { SideEffects = ["mail"], Forms = [Form(Field("nome"))] };
        var types = new GenerationOptions { Types = ["api", "form", "edge", "security"] };

        var careful = Suite(types, page).Cases;

        careful.ShouldAllBe(c => c.Tags.Contains("side-effect"));
        careful.ShouldNotContain(c => c.Key.Contains("invalid") || c.Key.Contains("without") || c.Kind == CaseKind.Edge);
        Suite(types with { AllowSideEffects = true }, page).Cases.ShouldContain(c => c.Kind == CaseKind.Edge);
    }

    [Fact]
    public void Pages_behind_a_login_need_a_profile_or_are_expected_to_refuse()
    {
        var page = Page("conta", Action("salvar", Param("nome"))) with { RequiresAuth = true };

        var without = Suite(new(), page);
        var with = Suite(new() { DefaultAuth = "cliente", AuthProfileNames = ["cliente"] }, page);

        without.Cases.ShouldHaveSingleItem().Steps[0].Checks().ShouldBe("status in [301,302,303,307,401,403]; no_errors");
        without.Notes.ShouldContain(n => n.Code == "needs_auth_profile");
        with.Cases.ShouldAllBe(c => c.Steps[0].Request!.Auth == "cliente");
    }
}
