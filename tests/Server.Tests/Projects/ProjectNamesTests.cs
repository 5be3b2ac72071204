using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Server.Tests.Projects;

/// <summary>The server with a secret of a project that is not there yet.</summary>
public sealed class NamesFixture : ServerFixture
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["ALICERCE_SECRET_ONLINE_SHOP__STAGING__KEY"] = "s3cret" };
}

/// <summary>D20: secrets belong to a project's name, so whoever gives names decides who gets them.</summary>
public sealed class ProjectNamesTests(NamesFixture fixture) : IClassFixture<NamesFixture>
{
    private const string Why =
        "Secrets belong to the name of a project: only an admin renames one, or takes a name that secrets are configured for. Keep the name, choose another, or ask an admin.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    public async Task Only_an_admin_renames_a_project(string method)
    {
        using var developer = await TestUser.AddAsync(fixture, "developer", Ct);
        var name = $"p{Guid.NewGuid():N}";
        var (_, created) = await SendAsync(developer.Client, "POST", "/api/v1/projects", new { name });
        var address = $"/api/v1/projects/{created.GetProperty("data").GetProperty("id").GetInt32()}";

        var (refused, why) = await SendAsync(developer.Client, method, address, new { name = $"{name}-2" });
        var (described, _) = await SendAsync(developer.Client, method, address, new { name, description = "theirs to say" });
        var (renamed, _) = await SendAsync(fixture.Client, method, address, new { name = $"{name}-2" });

        refused.ShouldBe(HttpStatusCode.Forbidden);
        why.GetProperty("message").GetString().ShouldBe(Why);
        (described, renamed).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
    }

    [Fact]
    public async Task A_name_that_secrets_are_configured_for_is_given_by_an_admin()
    {
        using var developer = await TestUser.AddAsync(fixture, "developer", Ct);

        var (refused, why) = await SendAsync(developer.Client, "POST", "/api/v1/projects", new { name = "online-shop" });
        var (created, _) = await SendAsync(fixture.Client, "POST", "/api/v1/projects", new { name = "online-shop" });

        (refused, created).ShouldBe((HttpStatusCode.Forbidden, HttpStatusCode.Created));
        why.GetProperty("message").GetString().ShouldBe(Why);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(HttpClient client, string method, string path, object body)
    {
        using var response = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path) { Content = JsonContent.Create(body) }, Ct);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(Ct));
    }
}
