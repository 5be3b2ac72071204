using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Tests.Discovery.Quantum;

public class QuantumScannerTests
{
    [Fact, Trait("Req", "S004-DISC-03")]
    public void Every_fact_of_a_page_is_read()
    {
        Component home = Scans.Fixture("components/index.q").Components.ShouldHaveSingleItem();

        home.FilePath.ShouldBe("components/index.q");
        home.Name.ShouldBe("home");
        home.Type.ShouldBe(ComponentType.Page);
        home.Route.ShouldBe("/");
        home.LineCount.ShouldBe(20);
        home.Includes.ShouldBe(["shared/Card", "shared/header"]);
        home.Loops.ShouldBe([new Loop("query", "latest")]);
        home.ContentHash.Length.ShouldBe(64);
    }

    [Fact, Trait("Req", "S004-DISC-04")]
    public void Actions_are_read_with_their_parameters_and_rules()
    {
        ComponentAction pay = Scans.Fixture("components/checkout.q").Components[0].Actions[0];

        pay.Name.ShouldBe("pay");
        pay.Method.ShouldBe("POST");
        pay.RateLimit.ShouldBe("5/minute");
        pay.RequiresAuth.ShouldBeTrue();
        (pay.RedirectTo, pay.RedirectStatus).ShouldBe(("/thanks", 303));
        pay.Location.ShouldBe(new SourceLocation(2, 3));
        pay.Params.Select(p => p.Name).ShouldBe(["email", "name", "amount", "pieces", "coupon", "way", "cpf", "street"]);
        Parameter Named(string name) => pay.Params.Single(p => p.Name == name);
        (Named("email").Type, Named("email").Required, Named("email").Enforced).ShouldBe(("email", true, true));
        (Named("name").MinLength, Named("name").MaxLength, Named("name").Enforced).ShouldBe((2, 80, false));
        (Named("amount").Min, Named("amount").Max, Named("amount").Enforced).ShouldBe((1m, 10m, false));
        (Named("pieces").Default, Named("pieces").Enforced).ShouldBe(("1", false));
        Named("way").Enum.ShouldBe(["card", "pix"]);
        Named("cpf").Validate.ShouldBe("cpf");
        (Named("street").Required, Named("street").MinLength, Named("street").Enforced).ShouldBe((true, 3, false));
    }

    [Fact, Trait("Req", "S004-DISC-04")]
    public void Only_the_first_direct_action_is_reachable() =>
        Scans.Fixture("components/checkout.q").Components[0].Actions.Select(a => (a.Name, a.Reachable))
            .ShouldBe([("pay", true), ("cancel", false), ("inner", false)]);

    [Fact, Trait("Req", "S004-DISC-05"), Trait("Trap", "T004-34")]
    public void A_query_keeps_the_text_behind_its_parameters()
    {
        ComponentQuery query = Scans.Fixture("components/index.q").Components[0].Queries.ShouldHaveSingleItem();

        (query.Name, query.Datasource, query.ReadOnly).ShouldBe(("latest", "main", true));
        query.Sql.ShouldStartWith("SELECT id, title");
        query.Sql.ShouldEndWith("ORDER BY created_at DESC");
        query.Params.ShouldBe([new QueryParameter("active", "boolean", "true")]);
    }

    [Theory]
    [InlineData("SELECT replace(a, 'x', 'y') FROM t", true)]
    [InlineData("-- note\nWITH a AS (SELECT 1) SELECT * FROM a", true)]
    [InlineData("WITH a AS (DELETE FROM t RETURNING *) SELECT * FROM a", false)]
    [InlineData("WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a", false)]
    [InlineData("SELECT * INTO copy FROM t", false)]
    [InlineData("SELECT 1; DROP TABLE t", false)]
    [InlineData("SELECT 'insert into t'", true)]
    [InlineData("VALUES (1)", true)]
    [InlineData("UPDATE t SET a = 1", false)]
    [InlineData("", false)]
    public void Read_only_statements_are_told_from_others(string sql, bool readOnly) =>
        Scans.Component($"<q:component><q:query name='a' source='b'><![CDATA[{sql}]]></q:query></q:component>").Queries[0].ReadOnly.ShouldBe(readOnly);

    [Fact, Trait("Req", "S004-DISC-06"), Trait("Trap", "T004-33")]
    public void Forms_are_read_with_every_kind_of_field()
    {
        ComponentForm form = Scans.Fixture("components/checkout.q").Components[0].Forms.ShouldHaveSingleItem();

        (form.Id, form.Action, form.Method, form.Encoding).ShouldBe(("pay", "pay", "POST", "multipart/form-data"));
        form.Fields.Select(f => (f.Name, f.Type, f.Value)).ShouldBe(
            [("action", "hidden", "pay"), ("email", "email", null), ("age", "number", null), ("way", "radio", "card"), ("note", "textarea", "Ring twice"), ("state", "select", "SC")]);
        form.Fields.Where(f => f.Required).Select(f => f.Name).ShouldBe(["email"]);
        form.Fields[2].Min.ShouldBe(18);
        form.Fields[3].Options.ShouldBe(["card", "pix"]);
        form.Fields[5].Options.ShouldBe(["PR", "SC"]);
        form.Buttons.Select(b => (b.Name, b.Value)).ShouldBe([("do", "pay")]);
    }

    [Theory]
    [InlineData("required")]
    [InlineData("required=''")]
    [InlineData("required='required'")]
    [InlineData("required='true'")]
    [Trait("Trap", "T004-33")]
    public void Required_counts_in_any_form(string attribute) =>
        Scans.Component($"<q:component><form><input name='a' {attribute} /></form></q:component>").Forms[0].Fields[0].Required.ShouldBeTrue();

    [Fact, Trait("Req", "S004-DISC-07")]
    public void Conditionals_count_their_branches()
    {
        Scans.Fixture("components/index.q").Components[0].Conditionals.ShouldBe([new Conditional("session.isLoggedIn", 2)]);
        Scans.Fixture("components/checkout.q").Components[0].Conditionals.ShouldBe([new Conditional("a", 3)]);
    }

    [Fact, Trait("Req", "S004-DISC-08"), Trait("Trap", "T004-37")]
    public void Complexity_follows_the_documented_formula()
    {
        Scans.Component("<q:component><p>x</p></q:component>").ComplexityScore.ShouldBe(1);
        // 1 + 3 branches + 0 loops + 2 x 3 actions + 2 queries + 1 form
        Scans.Fixture("components/checkout.q").Components[0].ComplexityScore.ShouldBe(13);
        // 1 + 2 branches + 1 loop + 1 query
        Scans.Fixture("components/index.q").Components[0].ComplexityScore.ShouldBe(5);
    }

    [Theory]
    [InlineData("components/index.q", ComponentType.Page)]
    [InlineData("components/checkout.q", ComponentType.Page)]
    [InlineData("components/my.query.q", ComponentType.Page)]
    [InlineData("components/site.q", ComponentType.Page)]
    [InlineData("components/shared/Card.q", ComponentType.Partial)]
    [InlineData("components/behaviour.q", ComponentType.Partial)]
    [InlineData("components/layouts/main.q", ComponentType.Layout)]
    [InlineData("components/admin/api.q", ComponentType.Api)]
    [Trait("Req", "S004-DISC-09")]
    public void The_type_rule_tells_components_apart(string path, ComponentType type) => Scans.Fixture(path).Components[0].Type.ShouldBe(type);

    [Fact]
    public void Flags_functions_routes_and_effects_are_read()
    {
        Component admin = Scans.Fixture("components/admin/index.q").Components[0];
        (admin.RequiresAuth, admin.RequiredRole, admin.Route).ShouldBe((true, "admin.read", "/admin"));

        ComponentFunction function = Scans.Fixture("components/admin/api.q").Components[0].Functions.ShouldHaveSingleItem();
        (function.Name, function.Endpoint, function.Method, function.Auth).ShouldBe(("list", "/api/list", "GET", "admin"));
        function.Params.ShouldHaveSingleItem().Source.ShouldBe("query");

        Scans.Fixture("components/site.q").Components[0].Functions.Select(f => f.Name).ShouldBe(["GET /about", "POST /send"]);
        Scans.Fixture("components/checkout.q").Components[0].SideEffects.ShouldBe(["mail", "invoke:https://pay.example/charge"]);
        Scans.Fixture("components/shared/Card.q").Components[0].Parameters.ShouldHaveSingleItem().Name.ShouldBe("title");
    }

    [Theory]
    [InlineData("")]
    [InlineData("xmlns:q=\"https://quantum.lang/ns\"")]
    [InlineData("xmlns:q=\"urn:quantum\"")]
    [Trait("Trap", "T004-30")]
    public void The_prefix_decides_and_the_namespace_does_not(string declaration)
    {
        ScannedFile scanned = Scans.Text($"<q:component {declaration}><q:action name='a'/><form q:action='a'/></q:component>");
        scanned.Components[0].Actions.ShouldHaveSingleItem();
        scanned.Components[0].Forms[0].Action.ShouldBe("a");
        scanned.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Bare_statements_directly_under_the_component_count()
    {
        Component component = Scans.Fixture("components/tolerant.q").Components[0];
        component.Actions.ShouldHaveSingleItem().Params.ShouldHaveSingleItem().Required.ShouldBeTrue();
        Scans.Component("<q:component><div><action name='x'/></div></q:component>").Actions.ShouldBeEmpty();
    }

    [Fact, Trait("Trap", "T004-32")]
    public void A_file_over_the_limit_costs_one_finding()
    {
        ScannedFile scanned = Scans.Bytes([.. Enumerable.Repeat((byte)'<', (4 * 1024 * 1024) + 1)]);
        scanned.Components.ShouldBeEmpty();
        scanned.Codes().ShouldBe(["source.file_too_large"]);
    }
}
