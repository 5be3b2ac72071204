using System.Text.Json;

namespace Alicerce.Testing.Tests.Suites;

/// <summary>A suite's auth profiles name secrets; they never hold them.</summary>
public sealed class SuiteCredentialsTests(Harness.ServerFixture fixture) : IClassFixture<Harness.ServerFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"type":"bearer","token":"hunter2"}""", "config.auth_profiles.admin.token")]
    [InlineData("""{"type":"api_key","name":"X-Key","value":"hunter2"}""", "config.auth_profiles.admin.value")]
    [InlineData("""{"type":"basic","username":"ana","password":"hunter2{{"}""", "config.auth_profiles.admin.password")]
    [InlineData("""{"type":"bearer","token":"hunter2${secret:X}"}""", "config.auth_profiles.admin.token")]
    [InlineData("""{"type":"form","login_path":"/login","fields":{"user":"ana","Senha":"hunter2"}}""", "config.auth_profiles.admin.fields.Senha")]
    public async Task A_credential_in_clear_is_refused_with_its_place_and_a_way_out(string profile, string field)
    {
        var project = await TestProjects.NewAsync(fixture.Server, Ct);
        var suite = (await fixture.Server.PostAsync($"/api/v1/projects/{project}/test-suites", new { name = "s" }, Ct)).GetProperty("id").GetInt32();
        var config = JsonElement.Parse($$$"""{"auth_profiles":{"admin":{{{profile}}}}}""");

        var created = await TestProjects.SendAsync(fixture.Server, HttpMethod.Post, $"/api/v1/projects/{project}/test-suites", new { name = "t", config }, Ct);
        var changed = await TestProjects.SendAsync(fixture.Server, HttpMethod.Patch, $"/api/v1/test-suites/{suite}", new { config }, Ct);

        foreach (var (status, error) in new[] { created, changed })
        {
            status.ShouldBe(422);
            var detail = error.GetProperty("details")[0];
            (detail.GetProperty("field").GetString(), detail.GetProperty("code").GetString()).ShouldBe((field, "credential_in_clear"));
            detail.GetProperty("message").GetString()!.ShouldContain("write ${secret:NAME}");
            error.GetRawText().ShouldNotContain("hunter2");
        }
    }

    [Fact]
    public async Task Profiles_that_cannot_be_read_are_refused_rather_than_kept_unread()
    {
        var project = await TestProjects.NewAsync(fixture.Server, Ct);
        foreach (var profiles in new[] { """{"admin":{"type":"bearer","token":"hunter2","in":5}}""", """{"admin":null}""", """["hunter2"]""" })
        {
            var config = JsonElement.Parse($$$"""{"auth_profiles":{{{profiles}}}}""");
            var (status, error) = await TestProjects.SendAsync(fixture.Server, HttpMethod.Post, $"/api/v1/projects/{project}/test-suites", new { name = "t", config }, Ct);
            status.ShouldBe(422, profiles);
            TestProjects.FieldsOf(error).ShouldBe(["config.auth_profiles"]);
        }
    }

    [Fact]
    public async Task References_to_secrets_are_kept()
    {
        var project = await TestProjects.NewAsync(fixture.Server, Ct);
        var config = JsonElement.Parse("""
            {"auth_profiles":{
              "a":{"type":"bearer","token":"${secret:TOKEN}"},"b":{"type":"basic","username":"ana","password":"Token ${secret:PASSWORD}"},
              "c":{"type":"form","login_path":"/login","fields":{"user":"ana","password":"${secret:PASSWORD}"}}}}
            """);
        var (status, suite) = await TestProjects.SendAsync(fixture.Server, HttpMethod.Post, $"/api/v1/projects/{project}/test-suites", new { name = "t", config }, Ct);
        status.ShouldBe(201, suite.GetRawText());
    }
}
