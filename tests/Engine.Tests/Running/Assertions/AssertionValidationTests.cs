using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Running;
using Alicerce.Engine.Running.Assertions;
using static Alicerce.Engine.Tests.Running.RunSetup;

namespace Alicerce.Engine.Tests.Running.Assertions;

public sealed class AssertionValidationTests
{
    [Theory, Trait("Trap", "T004-50")]
    [InlineData("statsu", null, null, "200", "not known")]
    [InlineData("status", null, "about", "200", "operator")]
    [InlineData("status", null, null, "\"20x\"", "class")]
    [InlineData("status", null, "in", "200", "list")]
    [InlineData("contains", null, null, "500", "got number")]
    [InlineData("contains", null, null, null, "got nothing")]
    [InlineData("contains", null, null, "{}", "got object")]
    [InlineData("regex", "(", null, null, "regular expression")]
    [InlineData("jsonpath", "id", null, null, "JSON path")]
    [InlineData("xpath", "//[", null, null, "XPath")]
    [InlineData("css", "a[", null, null, "CSS")]
    [InlineData("header", null, null, null, "name")]
    [InlineData("jsonpath", "$.a", "matches", "\"(\"", "regular expression")]
    [InlineData("jsonpath", "$.a", "lt", "\"x\"", "number")]
    [InlineData("schema", null, null, "3", "schema")]
    [InlineData("rejected", null, null, "[200]", "statuses")]
    [InlineData("no_errors", null, null, "false", "not: no_errors")]
    [InlineData("content_type", null, null, "[1]", "media type")]
    public async Task A_badly_written_assertion_is_refused_before_anything_is_sent(string type, string? subject, string? op, string? value, string says)
    {
        var written = Case("/x", That(type, value is null ? null : JsonNode.Parse(value), op, subject));
        AssertionValidation.Check(written).ShouldHaveSingleItem().ShouldContain(says);

        await using var target = await FakeTarget.StartAsync("ok");
        var result = await RunOneAsync(target.BaseUrl, written);
        (result.Status, result.Reason).ShouldBe((CaseStatus.Error, Reasons.InvalidCase));
        target.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_listed_with_its_step()
    {
        var problems = AssertionValidation.Check(Story("x", Get("nope"), new Step(), Get("/ok") with { Captures = [new Capture("a", "moon")] }));
        problems.Select(p => p[..7]).ShouldBe(["step 1:", "step 2:", "step 3:"]);
        AssertionValidation.Check(Story("none")).ShouldHaveSingleItem().ShouldContain("no steps");
        AssertionValidation.Check(Case("/fine", That("status", 200))).ShouldBeEmpty();
    }
}
