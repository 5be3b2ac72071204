using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Alicerce.Harness;

namespace Alicerce.Server.Tests.Projects;

public sealed class ApprovedHostsTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("shop.example", true)]
    [InlineData("shop.example:65535", true)]
    [InlineData("localhost:5080", true)]
    [InlineData("10.0.0.7:80", true)]
    [InlineData("[::1]:5080", true)]
    [InlineData("shop.example:65536", false)]
    [InlineData("shop.example:0", false)]
    [InlineData("shop.example: 80", false)]
    [InlineData("[::1", false)]
    [InlineData("http://shop.example", false)]
    [InlineData("10.0.0.0/8", false)]
    [InlineData("", false)]
    public async Task An_approved_host_is_what_the_guard_can_read_and_the_description_says_the_same(string host, bool isGood)
    {
        var project = (await fixture.Server.PostAsync("/api/v1/projects", new { Name = $"p{Guid.NewGuid():N}" }, Ct)).GetProperty("id").GetInt32();
        using var response = await fixture.Client.PostAsJsonAsync($"/api/v1/projects/{project}/environments", new { name = "local", approved_hosts = new[] { "fine", host } }, Ct);

        var description = await fixture.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Ct);
        var pattern = description.GetProperty("components").GetProperty("schemas").GetProperty("EnvironmentsEnvironmentInput").GetProperty("properties").GetProperty("approved_hosts").GetProperty("items").GetProperty("pattern").GetString()!;
        Regex.IsMatch(host, pattern, RegexOptions.NonBacktracking).ShouldBe(isGood);
        if (isGood)
        {
            response.StatusCode.ShouldBe(HttpStatusCode.Created);
            return;
        }

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var detail = (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("details")[0];
        (detail.GetProperty("field").GetString(), detail.GetProperty("code").GetString()).ShouldBe(("approved_hosts[1]", "not_a_host"));
        detail.GetProperty("message").GetString()!.ShouldContain("shop.example:8443");
    }
}
