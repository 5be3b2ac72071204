using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Tests.Discovery.Quantum;

public class RuleTests
{
    private const string Declared = "declared_not_enforced.";

    [Theory]
    [InlineData("<q:action name='a'><q:validate field='t' required='true'/></q:action>", Declared + "validate_tag", "t")]
    [InlineData("<q:action name='a'><q:param name='t' minLength='3'/></q:action>", Declared + "camel_case_length", "a.t")]
    [InlineData("<q:action name='a'><q:param name='t' type='number' min='3'/></q:action>", Declared + "number_min_max", "a.t")]
    [InlineData("<q:action name='a'><q:param name='t' type='integer' max='3'/></q:action>", Declared + "integer_min_max", "a.t")]
    [InlineData("<q:action name='a'><q:param name='t' pattern='[A-Z]{3}'/></q:action>", Declared + "pattern_prefix", "a.t")]
    [InlineData("<q:action name='a'><q:param name='t' validate='cpf'/></q:action>", Declared + "param_validate", "a.t")]
    [InlineData("<q:action name='a'/><q:action name='b'/>", Declared + "unreachable_action", "b")]
    [InlineData("<div><q:action name='a'/></div>", Declared + "nested_action", "a")]
    [InlineData("<q:action name='a' csrf='true'/>", Declared + "csrf", "a")]
    [InlineData("<q:action name='a' rate_limit='5/minute'/>", Declared + "rate_limit", "a")]
    [InlineData("<q:action name='a' require_auth='true'/>", Declared + "action_require_auth", "a")]
    [InlineData("<q:action name='a' method='PATCH'/>", Declared + "patch_action", "a")]
    [InlineData("<q:action name='a' method='GET'/>", "action.unknown_method", "a")]
    [InlineData("<q:action name='a'><q:query name='q' source='s'>SELECT 1</q:query></q:action>", Declared + "query_in_action", "a")]
    [InlineData("<q:action name='a'><q:set name='x' value='1'/></q:action>", "action.unsupported_statement", "a")]
    [InlineData("<q:action name='a'><q:if condition='x'/></q:action>", "action.unsupported_statement", "a")]
    [InlineData("<q:include component='shared/header'/>", Declared + "include_tag", "shared/header")]
    [InlineData("<q:param name='id' required='true'/>", Declared + "component_param_required", "id")]
    [InlineData("<q:if condition='x'/><q:else/>", Declared + "else_sibling", null)]
    [InlineData("<q:redirect to='/x'/>", Declared + "redirect_to", "/x")]
    [InlineData("<q:function name='f' endpoint='/f'/>", Declared + "function_endpoint", "f")]
    [InlineData("<q:query name='q' source='s'>SELECT a::text</q:query>", Declared + "sql_cast", "q")]
    [InlineData("<q:query name='q' source='s'>SELECT '{x}'</q:query>", Declared + "brace_in_sql", "q")]
    [InlineData("<q:query name='q' source='s'>SELECT :id</q:query>", "query.unbound_parameter", "q.id")]
    [InlineData("<q:query source='s'>SELECT 1</q:query>", "query.without_name", "query-1")]
    [InlineData("<q:query name='q'>SELECT 1</q:query>", "query.without_datasource", "q")]
    public void What_the_runtime_does_otherwise_is_one_finding(string body, string code, string? subject)
    {
        Finding finding = Scans.Text($"<q:component>\n{body}</q:component>").Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Subject, finding.Location.Line).ShouldBe((code, subject, 2));
        finding.Hint.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void A_role_without_authentication_is_an_error()
    {
        Finding finding = Scans.Text("<q:component require_role='admin'/>").Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Severity).ShouldBe((Declared + "role_without_auth", FindingSeverity.Error));
        Scans.Text("<q:component require_role='admin' require_auth='true'/>").Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<q:action name='a' csrf='false'><q:param name='t' type='string' min='3' minlength='2' pattern='x$'/><q:redirect url='/'/></q:action>")]
    [InlineData("<q:query name='q' source='s'>SELECT ':a', -- :b\n /* :c::d */ \"e:f\" FROM t WHERE i = :i<q:param name='i' value='1'/></q:query>")]
    [InlineData("<q:query name='q' datasource='knowledge:docs'>what is :this {x}</q:query>")]
    [InlineData("<q:if condition='x'><q:elseif condition='y'/><q:else/></q:if>")]
    public void What_the_runtime_keeps_gives_no_finding(string body) => Scans.Text($"<q:component>{body}</q:component>").Findings.ShouldBeEmpty();

    [Fact]
    public void Findings_are_ordered_by_place() =>
        Scans.Fixture("components/checkout.q").Findings.Select(f => f.Location.Line).ShouldBeInOrder();
}
