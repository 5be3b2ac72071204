using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Server.Tests.Web;

/// <summary>A process keeps nothing to itself: settings come from its environment and the truth from the database.</summary>
public sealed class SharedStateTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S001-PRIN-03")]
    public async Task A_process_that_begins_with_an_empty_folder_knows_all_that_the_last_one_knew()
    {
        var name = $"shop-{Guid.NewGuid():N}";
        int project;
        string token;
        await using (var before = await TestServer.StartAsync(fixture.Database, Ct))
        {
            project = (await PostAsync(before, "/api/v1/projects", new { name })).GetProperty("id").GetInt32();
            token = (await PostAsync(before, "/api/v1/auth/tokens", new { name = "ci", scope = "write" })).GetProperty("token").GetString()!;
        }

        await using var after = await TestServer.StartAsync(fixture.Database, Ct);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/projects/{project}") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        using var response = await after.Anonymous.SendAsync(request, Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("data").GetProperty("name").GetString().ShouldBe(name);
    }

    private async Task<JsonElement> PostAsync(TestServer server, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body), Headers = { Authorization = new AuthenticationHeaderValue("Bearer", fixture.Server.Token) } };
        using var response = await server.Anonymous.SendAsync(request, Ct);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync(Ct));
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("data");
    }
}
