using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Platform.Web;
using Npgsql;

namespace Alicerce.Scenarios.Tests;

/// <summary>The server, and scenarios as callers make and find them. Each test has a project of its own, so that none sees another's.</summary>
public class ScenariosFixture : ServerFixture
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task<int> ProjectAsync() => (await Server.PostAsync("/api/v1/projects", new { Name = $"p-{Guid.NewGuid():N}" }, Ct)).GetProperty("id").GetInt32();

    public async Task<int> AddAsync(string title, int? project = null, string[]? tags = null, string description = "") =>
        (await Server.PostAsync("/api/v1/scenarios", new { Title = title, Description = description, ProjectId = project, Tags = tags }, Ct)).GetProperty("id").GetInt32();

    public async Task<JsonElement[]> SuggestAsync(string query, int? project = null, string more = "")
    {
        var (status, body) = await SendAsync(HttpMethod.Get, $"/api/v1/suggest?query={Uri.EscapeDataString(query)}{(project is null ? "" : $"&project_id={project}")}{more}", null);
        status.ShouldBe(200, body.ToString());
        return [.. body.GetProperty("data").GetProperty("results").EnumerateArray()];
    }

    public async Task<string?[]> TitlesAsync(string query, int? project = null, string more = "") => [.. (await SuggestAsync(query, project, more)).Select(hit => hit.GetProperty("title").GetString())];

    public Task<(int Status, JsonElement Body)> SendAsync(HttpMethod method, string path, object? body, HttpClient? client = null) =>
        SendAsync(method, path, body is null ? null : JsonContent.Create(body, options: ApiJson.Options), client ?? Client);

    public Task<(int Status, JsonElement Body)> SendTextAsync(string path, string text, string type, HttpClient? client = null) =>
        SendAsync(HttpMethod.Post, path, new StringContent(text, System.Text.Encoding.UTF8, type), client ?? Client);

    /// <summary>As somebody would with the database and nothing else.</summary>
    public async Task<object?> SqlAsync(string sql, params object[] parameters)
    {
        await using var source = NpgsqlDataSource.Create(Database.SuperuserConnectionString);
        await using var command = source.CreateCommand(sql);
        foreach (var parameter in parameters) command.Parameters.AddWithValue(parameter);
        return await command.ExecuteScalarAsync(Ct);
    }

    private static async Task<(int Status, JsonElement Body)> SendAsync(HttpMethod method, string path, HttpContent? content, HttpClient client)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var response = await client.SendAsync(request, Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        return ((int)response.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text));
    }
}
