using System.Net.Http.Json;
using Alicerce.Harness;

namespace Alicerce.Resources.Tests.Secrets;

/// <summary>Who may do what with secrets (T004-15).</summary>
public sealed class SecretAccessTests(SecretsFixture fixture) : IClassFixture<SecretsFixture>
{
    private const string Secrets = "/api/v1/resources/secrets";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [Trait("Trap", "T004-15")]
    [InlineData("viewer", false, 403, 403)]
    [InlineData("developer", false, 200, 200)]
    [InlineData("developer", true, 403, 403)]
    [InlineData("admin", true, 200, 200)]
    public async Task Values_of_a_protected_environment_are_for_admins_and_others_for_developers(string role, bool isProtected, int revealed, int set)
    {
        var (key, project) = (SecretsFixture.NewKey(), await fixture.ProjectAsync(Ct));
        var environment = await fixture.EnvironmentAsync(project, Ct, isProtected);
        await fixture.SetAsync(key, "value", project, environment, Ct);
        using var user = await TestUser.AddAsync(fixture, "viewer", Ct);
        await user.JoinAsync(project, role, Ct);

        (await user.Client.PostAsync($"{Secrets}/reveal", new { Key = key, ProjectId = project, EnvironmentId = environment }, Ct)).Status.ShouldBe(revealed);
        (await user.Client.PostAsync($"{Secrets}/resolve", new { ProjectId = project, EnvironmentId = environment }, Ct)).Status.ShouldBe(revealed);
        (await user.Client.PostAsync(Secrets, new { Key = key, Value = "other", ProjectId = project, EnvironmentId = environment }, Ct)).Status.ShouldBe(set);
        (await user.Client.SendAsync(HttpMethod.Get, $"{Secrets}?project_id={project}", null, Ct)).Data().GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Of_another_projects_secrets_nobody_learns_anything()
    {
        var (key, project) = (SecretsFixture.NewKey(), await fixture.ProjectAsync(Ct));
        await fixture.SetAsync(key, "value", project, null, Ct);
        using var user = await TestUser.AddAsync(fixture, "developer", Ct);

        (await user.Client.PostAsync($"{Secrets}/reveal", new { Key = key, ProjectId = project }, Ct)).CodeOf().ShouldBe("projects.unknown");
        (await user.Client.SendAsync(HttpMethod.Get, $"{Secrets}?project_id={project}", null, Ct)).CodeOf().ShouldBe("projects.unknown");
        (await user.Client.SendAsync(HttpMethod.Get, Secrets, null, Ct)).Body.ToString().ShouldNotContain(key);
        (await user.Client.SendAsync(HttpMethod.Delete, $"{Secrets}/{key}?project_id={project}", null, Ct)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Global_values_are_written_and_revealed_by_admins_of_the_house_and_inherited_by_developers()
    {
        var (key, project) = (SecretsFixture.NewKey(), await fixture.ProjectAsync(Ct));
        await fixture.SetAsync(key, "for-all", null, null, Ct);
        using var user = await TestUser.AddAsync(fixture, "developer", Ct);
        await user.JoinAsync(project, "developer", Ct);

        (await user.Client.PostAsync($"{Secrets}/reveal", new { Key = key }, Ct)).Status.ShouldBe(403);
        (await user.Client.PostAsync(Secrets, new { Key = key, Value = "mine" }, Ct)).Status.ShouldBe(403);
        (await user.Client.PostAsync($"{Secrets}/resolve", new { ProjectId = project, Keys = new[] { key } }, Ct)).Data().GetProperty("values").GetProperty(key).GetString().ShouldBe("for-all");
    }

    [Fact]
    [Trait("Trap", "T004-15")]
    [Trait("Trap", "T004-17")]
    public async Task Each_read_of_a_value_is_in_the_audit_log_and_no_value_is()
    {
        var (key, project) = (SecretsFixture.NewKey(), await fixture.ProjectAsync(Ct));
        await fixture.SetAsync(key, "never-in-the-log", project, null, Ct);
        using var user = await TestUser.AddAsync(fixture, "viewer", Ct);
        await user.JoinAsync(project, "developer", Ct);
        await user.Client.PostAsync($"{Secrets}/reveal", new { Key = key, ProjectId = project }, Ct);
        await user.Client.PostAsync($"{Secrets}/resolve", new { ProjectId = project, Keys = new[] { key } }, Ct);
        await user.Client.SendAsync(HttpMethod.Delete, $"{Secrets}/{key}?project_id={project}", null, Ct);

        var log = (await fixture.Client.GetFromJsonAsync<System.Text.Json.JsonElement>($"/api/v1/audit?project_id={project}&subject=secret", Ct)).GetProperty("data");
        log.EnumerateArray().Select(row => (row.GetProperty("actor").GetString(), row.GetProperty("action").GetString())).ShouldBe(
            [($"user:{user.Id}", "secret.deleted"), ($"user:{user.Id}", "secret.read"), ($"user:{user.Id}", "secret.read"), ("user:1", "secret.created")]);
        log.EnumerateArray().Select(row => row.GetProperty("details").TryGetProperty("purpose", out var purpose) ? purpose.GetString() : null).ShouldBe([null, "resolve", "reveal", null]);
        log.ToString().ShouldNotContain("never-in-the-log");
    }

    [Fact]
    public async Task A_token_that_only_reads_reveals_nothing()
    {
        var (key, project) = (SecretsFixture.NewKey(), await fixture.ProjectAsync(Ct));
        await fixture.SetAsync(key, "value", project, null, Ct);
        var token = (await fixture.Server.PostAsync("/api/v1/auth/tokens", new { Name = "ci", Scope = "read" }, Ct)).GetProperty("token").GetString();
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = fixture.Server.Url };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);

        (await client.PostAsync($"{Secrets}/reveal", new { Key = key, ProjectId = project }, Ct)).Status.ShouldBe(403);
        (await client.SendAsync(HttpMethod.Get, $"{Secrets}?project_id={project}", null, Ct)).Status.ShouldBe(200);
        (await fixture.Server.Anonymous.SendAsync(HttpMethod.Get, Secrets, null, Ct)).Status.ShouldBe(401);
    }
}
