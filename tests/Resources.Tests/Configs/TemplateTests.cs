using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Modules.Resources.Configs;
using Alicerce.Resources.Tests.Ports;

namespace Alicerce.Resources.Tests.Configs;

public sealed class TemplateTests(PortsFixture fixture) : IClassFixture<PortsFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{{project}} in {{environment}} on {{host}} at {{ base_url }}", "shop in staging on 10.10.1.40 at https://shop.example")]
    [InlineData("listen {{host:shop-db}}:{{port:shop-db}};", "listen 10.10.1.40:5400;")]
    [InlineData("{{url:shop-api}}", "https://10.10.1.41:8010")]
    [InlineData("lang: {{var:language}}", "lang: pt-BR")]
    [InlineData("greeting: {{var:GREETING|yaml}}", "greeting: \"it's \\\"5 o'clock\\\" # $HOME\"")]
    [InlineData("GREETING={{var:GREETING|env}}", "GREETING=\"it's \\\"5 o'clock\\\" # \\$HOME\"")]
    [InlineData("{{var:GREETING|raw}}", "it's \"5 o'clock\" # $HOME")]
    [InlineData("{{open}} .Names }} $host ${PORT}", "{{ .Names }} $host ${PORT}")]
    public void Places_are_filled_in_and_all_else_stays(string template, string expected) => ConfigTemplate.Render(template, Facts.Shop).ShouldBe(expected);

    [Theory]
    [InlineData("a\n{{port:nobody}}", "Line 2: No port is allocated for 'nobody' on 10.10.1.40.")]
    [InlineData("{{url:nobody}}", "Line 1: There is no registered service 'nobody' in shop-staging.")]
    [InlineData("{{var:NOBODY}}", "Line 1: There is no variable 'NOBODY'")]
    [InlineData("{{var:GREETING}}", "Line 1: {{var:GREETING}} is not plain: say how it is quoted")]
    [InlineData("{{var:GREETING|xml}}", "Line 1: There is no quoting 'xml'")]
    [InlineData("{{secret:DB_PASSWORD}}", "Line 1: A secret is written into the env file only")]
    [InlineData("{{nothing}}", "Line 1: There is no place 'nothing'")]
    [InlineData("{{}}", "Line 1: There is no place ''")]
    [InlineData("{{project", "Line 1: two braces are opened and not closed")]
    [InlineData("\n{{pro\nject}}", "Line 2: two braces are opened and not closed")]
    public void What_cannot_be_filled_in_is_a_mistake_with_its_line(string template, string expected) =>
        Should.Throw<ConfigMistakesException>(() => ConfigTemplate.Render(template, Facts.Shop)).Mistakes.ShouldHaveSingleItem().ShouldStartWith(expected);

    [Fact]
    [Trait("Req", "S004-CFG-05")]
    public async Task A_template_is_filled_in_over_the_API_and_all_of_its_mistakes_are_listed()
    {
        var project = await fixture.ProjectAsync();
        var port = await fixture.AllocateAsync($"web-{project}", "localhost", new { project_id = project });
        using var good = await fixture.Client.PostAsJsonAsync($"/resources/generate/template/{project}", new { content = $"listen {{{{port:web-{project}}}}};", filename = "app.conf" }, Ct);
        var answer = JsonElement.Parse(await good.Content.ReadAsStringAsync(Ct));
        answer.GetProperty("content").GetString().ShouldBe($"listen {port};");
        answer.GetProperty("filename").GetString().ShouldBe("app.conf");

        using var bad = await fixture.Client.PostAsJsonAsync($"/api/v1/resources/generate/template/{project}", new { content = "{{port:a}}\n{{environment}}\n{{secret:K}}" }, Ct);
        bad.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        JsonElement.Parse(await bad.Content.ReadAsStringAsync(Ct)).GetProperty("details").EnumerateArray().Select(detail => detail.GetProperty("message").GetString()![..7])
            .ShouldBe(["Line 1:", "Line 2:", "Line 3:"]);
    }
}
