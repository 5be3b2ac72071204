using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;
using static Alicerce.Engine.Tests.Generation.Shop;

namespace Alicerce.Engine.Tests.Generation;

/// <summary>The cases of S004, word by word; where the requirement's own trap corrects it, the trap wins.</summary>
public class GoldenCasesTests
{
    [Fact, Trait("Req", "S004-GEN-02")]
    public void A_page_gets_a_smoke_case()
    {
        var made = CasesOf("smoke", Page("produtos")).ShouldHaveSingleItem();

        made.Key.ShouldBe("components/produtos.q|smoke|loads");
        made.Name.ShouldBe("Smoke: produtos loads");
        made.Description.ShouldBe("Verify components/produtos.q loads without errors");
        made.GenerationSource.ShouldBe("component:components/produtos.q");
        made.Mutates.ShouldBeFalse();
        var step = made.Steps.ShouldHaveSingleItem();
        (step.Request!.Method, step.Request.Target).ShouldBe(("GET", "/produtos"));
        step.Checks().ShouldBe("status eq 200; no_errors");
    }

    [Fact, Trait("Trap", "T004-38")]
    public void Only_what_has_an_address_is_smoked()
    {
        var layout = Page("base") with { Type = ComponentType.Layout, Route = null };
        var partial = Page("header") with { Type = ComponentType.Partial };
        var query = Page("my.query") with { Route = "/my.query" };

        CasesOf("smoke", layout, partial, query).Select(c => c.Steps[0].Request!.Target).ShouldBe(["/my.query"]);
    }

    [Fact, Trait("Req", "S004-GEN-03")]
    public void An_action_gets_a_success_case()
    {
        var action = Action("criar", Param("nome")) with { RedirectTo = "/obrigado", RedirectStatus = 302 };

        var made = CasesOf("api", Page("contato", action)).Single(c => c.Key == "components/contato.q|api|criar");

        made.Name.ShouldBe("API: criar - success");
        made.Description.ShouldBe("Test criar action with valid input");
        made.GenerationSource.ShouldBe("action:criar");
        (made.Mutates, made.Idempotent).ShouldBe((true, false));
        var step = made.Steps.ShouldHaveSingleItem();
        (step.Request!.Method, step.Request.Target).ShouldBe(("POST", "/contato"));
        step.Request.Body!.Kind.ShouldBe(BodyKind.Form);
        step.Request.Body.Fields.ShouldBe([new BodyField("nome", "test_nome")]);
        step.Checks().ShouldBe("status in [200,201,302,303]; no_errors; not rejected; redirect eq \"/obrigado\"");
    }

    [Fact, Trait("Req", "S004-GEN-04")]
    public void An_action_with_required_input_gets_an_invalid_case()
    {
        var made = CasesOf("api", Page("contato", Action("criar", Param("nome")))).Single(c => c.Key == "components/contato.q|api|criar:invalid");

        made.Name.ShouldBe("API: criar - invalid input");
        made.Description.ShouldBe("Test criar with missing required fields");
        made.GenerationSource.ShouldBe("action:criar:invalid");
        made.Mutates.ShouldBeTrue();
        made.Steps[0].Request!.Body!.Fields.ShouldBeEmpty();
        made.Steps[0].Request!.Headers.ShouldContain(new NameValue("Referer", "{{base_url}}/contato"));
        made.Steps[0].Checks().ShouldBe("rejected");
    }

    [Fact, Trait("Req", "S004-GEN-05")]
    public void A_form_gets_a_submit_case()
    {
        var made = CasesOf("form", Page("contato") with { Forms = [Form(Field("nome"), Field("email", "email"))] }).ShouldHaveSingleItem();

        made.Key.ShouldBe("components/contato.q|form|pedido:submit");
        made.Name.ShouldBe("Form: pedido - submit");
        made.Description.ShouldBe("Test form submission with valid data");
        made.GenerationSource.ShouldBe("form:pedido");
        (made.Steps[0].Request!.Method, made.Steps[0].Request!.Target).ShouldBe(("POST", "/contato"));
        made.Steps[0].Checks().ShouldStartWith("status in [200,201,302,303]");
    }

    [Fact, Trait("Req", "S004-GEN-05")]
    public void A_form_without_an_id_is_called_form()
    {
        var form = Form(Field("nome")) with { Id = null };

        var made = CasesOf("form", Page("contato") with { Forms = [form, form] });

        made.Select(c => (c.Name, c.GenerationSource)).ShouldBe([("Form: form - submit", "form:form"), ("Form: form-2 - submit", "form:form")]);
    }

    [Fact, Trait("Req", "S004-GEN-06")]
    public void A_query_gets_a_case_on_its_datasource()
    {
        var query = new ComponentQuery
        {
            Name = "lista",
            Datasource = "loja",
            Sql = "SELECT 1 WHERE :id = 1",
            Params = [new("id", "integer", "{query.id}"), new("estado", "string", "ativo")],
        };

        var made = CasesOf("query", Page("produtos") with { Queries = [query] }).ShouldHaveSingleItem();

        made.Name.ShouldBe("Query: lista - executes");
        made.Description.ShouldBe("Verify query executes without SQL errors");
        made.GenerationSource.ShouldBe("query:lista");
        made.Steps[0].Query!.Datasource.ShouldBe("loja");
        made.Steps[0].Query!.Arguments.ShouldBe([new QueryArgument("id", "integer", "1"), new QueryArgument("estado", "string", "ativo")]);
        made.Steps[0].Checks().ShouldBe("no_sql_error; returns_data");
    }

    [Fact, Trait("Trap", "T004-41")]
    public void Queries_that_write_or_have_no_datasource_are_not_run()
    {
        var writes = new ComponentQuery { Name = "apaga", Datasource = "loja", Sql = "DELETE FROM produtos", ReadOnly = false };
        var nowhere = new ComponentQuery { Name = "perdida", Sql = "SELECT 1" };

        var suite = Suite(new() { Types = ["query"] }, Page("produtos") with { Queries = [writes, nowhere] });

        suite.Cases.ShouldBeEmpty();
        suite.Notes.Count(n => n.Code == "query_left_out").ShouldBe(2);
    }

    [Fact, Trait("Req", "S004-GEN-09")]
    public void Every_case_is_marked_generated_and_linked_to_its_component()
    {
        var page = Page("contato", Action("criar", Param("nome"))) with { Forms = [Form(Field("nome"))] };

        var made = CasesOf("edge", page).Concat(CasesOf("security", page)).Concat(CasesOf("api", page)).Concat(CasesOf("form", page)).ToList();

        made.ShouldNotBeEmpty();
        made.ShouldAllBe(c => c.AutoGenerated && c.ComponentPath == page.FilePath && c.GenerationSource != null);
    }
}
