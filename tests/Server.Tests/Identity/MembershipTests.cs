using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Server.Tests.Identity;

/// <summary>D8: who is no member of a project does not learn that it exists.</summary>
public sealed class MembershipTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_project_of_others_is_answered_like_one_that_there_is_not()
    {
        var (project, environment, suite) = await ProjectAsync();
        using var stranger = await TestUser.AddAsync(fixture, "developer", Ct);

        foreach (var path in new[] { $"/api/v1/projects/{{0}}|{project}", $"/api/v1/environments/{{0}}|{environment}", $"/api/v1/test-suites/{{0}}|{suite}", $"/api/v1/projects/{{0}}/test-suites|{project}" })
        {
            var (template, id) = (path.Split('|')[0], path.Split('|')[1]);
            var hidden = await BodyAsync(stranger.Client, template.Replace("{0}", id, StringComparison.Ordinal));
            var missing = await BodyAsync(stranger.Client, template.Replace("{0}", "999999", StringComparison.Ordinal));
            hidden.Status.ShouldBe(HttpStatusCode.NotFound, path);
            hidden.Message.Replace(id, "999999", StringComparison.Ordinal).ShouldBe(missing.Message);
        }

        (await BodyAsync(stranger.Client, $"/api/v1/projects?name=p{project}")).Status.ShouldBe(HttpStatusCode.OK);
        (await stranger.Client.GetStringAsync("/api/v1/projects?per_page=100", Ct)).ShouldNotContain($"\"id\":{project},");
    }

    [Theory]
    [InlineData("viewer", HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("developer", HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.Forbidden)]
    [InlineData("admin", HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.Created)]
    public async Task A_member_may_what_the_role_in_the_project_says(string role, HttpStatusCode read, HttpStatusCode change, HttpStatusCode address)
    {
        var (project, _, _) = await ProjectAsync();
        using var member = await TestUser.AddAsync(fixture, "viewer", Ct);
        await fixture.Client.PutAsJsonAsync($"/api/v1/projects/{project}/members/{member.Id}", new { role }, Ct);

        (await member.Client.GetAsync($"/api/v1/projects/{project}", Ct)).StatusCode.ShouldBe(read);
        (await member.Client.PostAsJsonAsync($"/api/v1/projects/{project}/test-suites", new { name = "s" }, Ct)).StatusCode.ShouldBe(change);
        (await member.Client.PostAsJsonAsync($"/api/v1/projects/{project}/environments", new { name = "staging" }, Ct)).StatusCode.ShouldBe(address);
        (await member.Client.PostAsJsonAsync("/api/v1/projects", new { name = $"p{Guid.NewGuid():N}" }, Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_admin_of_a_project_does_not_rename_it_because_secrets_belong_to_its_name()
    {
        var (project, _, _) = await ProjectAsync();
        using var member = await TestUser.AddAsync(fixture, "developer", Ct);
        await member.JoinAsync(project, "admin", Ct);
        (await member.Client.PatchAsJsonAsync($"/api/v1/projects/{project}", new { name = "another-name" }, Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Who_creates_a_project_is_its_member_and_works_on_it_at_once()
    {
        using var developer = await TestUser.AddAsync(fixture, "developer", Ct);
        (await developer.Client.GetAsync("/api/v1/projects", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var created = await developer.Client.PostAsJsonAsync("/api/v1/projects", new { name = $"p{Guid.NewGuid():N}" }, Ct);
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        await Eventually.BecomesTrueAsync(async () => (await developer.Client.GetAsync(created.Headers.Location, Ct)).StatusCode == HttpStatusCode.OK, "its creator sees it", Ct);
    }

    [Fact]
    public async Task A_removed_member_sees_nothing_any_more()
    {
        var (project, _, _) = await ProjectAsync();
        using var member = await TestUser.AddAsync(fixture, "viewer", Ct);
        await member.JoinAsync(project, "viewer", Ct);
        await Eventually.BecomesTrueAsync(async () => (await member.Client.GetAsync($"/api/v1/projects/{project}", Ct)).StatusCode == HttpStatusCode.OK, "the member sees the project", Ct);

        (await fixture.Client.DeleteAsync($"/api/v1/projects/{project}/members/{member.Id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await Eventually.BecomesTrueAsync(async () => (await member.Client.GetAsync($"/api/v1/projects/{project}", Ct)).StatusCode == HttpStatusCode.NotFound, "the project is gone for it", Ct);
        (await fixture.Server.GetAsync($"/api/v1/projects/{project}/members", Ct)).GetArrayLength().ShouldBe(0);
    }

    private async Task<(int Project, int Environment, int Suite)> ProjectAsync()
    {
        var project = (await fixture.Server.PostAsync("/api/v1/projects", new { name = $"p{Guid.NewGuid():N}" }, Ct)).GetProperty("id").GetInt32();
        var environment = (await fixture.Server.PostAsync($"/api/v1/projects/{project}/environments", new { name = "local" }, Ct)).GetProperty("id").GetInt32();
        var suite = (await fixture.Server.PostAsync($"/api/v1/projects/{project}/test-suites", new { name = "all" }, Ct)).GetProperty("id").GetInt32();
        return (project, environment, suite);
    }

    private static async Task<(HttpStatusCode Status, string Message)> BodyAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, Ct);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
        return (response.StatusCode, body.TryGetProperty("message", out var message) ? message.GetString()! : "");
    }
}
