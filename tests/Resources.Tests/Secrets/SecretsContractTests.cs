using System.Net.Http.Headers;
using System.Text.Json;

namespace Alicerce.Resources.Tests.Secrets;

/// <summary>The routes of the source, as it prints them: without prefix and envelope.</summary>
public sealed class SecretsContractTests(SecretsFixture fixture) : IClassFixture<SecretsFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S004-API-07")]
    public async Task Setting_a_secret_answers_with_success_key_and_scope_for_json_without_a_content_type_too()
    {
        var (key, project) = (SecretsFixture.NewKey(), await fixture.ProjectAsync(Ct));
        var answer = await SendAsync(HttpMethod.Post, "/resources/secrets", $$"""{"key":"{{key}}","value":"v","project_id":{{project}},"description":"d"}""", "application/x-www-form-urlencoded");

        answer.GetProperty("success").GetBoolean().ShouldBeTrue();
        answer.GetProperty("key").GetString().ShouldBe(key);
        answer.GetProperty("scope").GetString().ShouldBe("project");
        (await fixture.RevealAsync(key, project, null, Ct)).ShouldBe("v");
        using var anonymous = await fixture.Server.Anonymous.PostAsync("/resources/secrets", null, Ct);
        ((int)anonymous.StatusCode).ShouldBe(401);
    }

    [Fact]
    [Trait("Trap", "T004-13")]
    public async Task A_form_is_read_like_json_and_an_address_is_not()
    {
        var (key, project) = (SecretsFixture.NewKey(), await fixture.ProjectAsync(Ct));
        var answer = await SendAsync(HttpMethod.Post, "/resources/secrets", $"key={key}&value=with%20%26%20in%20it&project_id={project}&is_sensitive=false&description=", "application/x-www-form-urlencoded");
        var rest = await fixture.Client.PostAsync($"/api/v1/resources/secrets?project_id={project}", new { Key = key, Value = "of the house" }, Ct);

        answer.GetProperty("scope").GetString().ShouldBe("project");
        (await fixture.RevealAsync(key, project, null, Ct)).ShouldBe("with & in it");
        rest.Data().GetProperty("scope").GetString().ShouldBe("global", "fields come from the body alone");
    }

    [Fact]
    [Trait("Req", "S004-API-06")]
    public async Task The_list_is_of_the_asked_project_and_has_no_values()
    {
        var (mine, others, project) = (SecretsFixture.NewKey(), SecretsFixture.NewKey(), await fixture.ProjectAsync(Ct));
        await fixture.SetAsync(mine, "secret-value-one", project, null, Ct);
        await fixture.SetAsync(others, "secret-value-two", await fixture.ProjectAsync(Ct), null, Ct);

        var list = await SendAsync(HttpMethod.Get, $"/resources/secrets?project_id={project}", null, null);

        list.EnumerateArray().ShouldHaveSingleItem().GetProperty("key").GetString().ShouldBe(mine);
        list.ToString().ShouldNotContain("secret-value");
        using var anonymous = await fixture.Server.Anonymous.GetAsync("/resources/secrets", Ct);
        ((int)anonymous.StatusCode).ShouldBe(401);
    }

    [Fact]
    [Trait("Req", "S004-API-15")]
    public async Task A_secret_is_rotated_revealed_and_deleted_by_routes_of_their_own()
    {
        var key = SecretsFixture.NewKey();
        await SendAsync(HttpMethod.Post, "/resources/secrets", $$"""{"key":"{{key}}","value":"one"}""", "application/json");

        (await SendAsync(HttpMethod.Post, "/resources/secrets/rotate", $$"""{"key":"{{key}}","value":"two"}""", "application/json")).GetProperty("version").GetInt32().ShouldBe(2);
        (await SendAsync(HttpMethod.Post, "/resources/secrets/reveal", $$"""{"key":"{{key}}"}""", "application/json")).GetProperty("value").GetString().ShouldBe("two");
        (await SendAsync(HttpMethod.Delete, $"/resources/secrets/{key}", null, null)).GetProperty("success").GetBoolean().ShouldBeTrue();
        (await fixture.RevealAsync(key, null, null, Ct)).ShouldBeNull();
    }

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, string? body, string? contentType)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body);
            request.Content.Headers.ContentType = contentType is null ? null : new MediaTypeHeaderValue(contentType);
        }

        using var response = await fixture.Client.SendAsync(request, Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        return JsonElement.Parse(text);
    }
}
