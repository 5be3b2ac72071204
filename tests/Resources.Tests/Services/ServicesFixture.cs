using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Platform.Web;
using Npgsql;

namespace Alicerce.Resources.Tests.Services;

/// <summary>The server with its own database, and short ways to services.</summary>
public class ServicesFixture : ServerFixture
{
    public const string Path = "/api/v1/resources/services";

    /// <summary>So far ahead that no round of the server looks at it.</summary>
    public const string Never = "2999-01-01";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task<int> ProjectAsync() => (await Server.PostAsync("/api/v1/projects", new { Name = $"p-{Guid.NewGuid():N}" }, Ct)).GetProperty("id").GetInt32();

    public async Task<int> EnvironmentAsync(int project, string name = "prod") =>
        (await Server.PostAsync($"/api/v1/projects/{project}/environments", new { Name = name }, Ct)).GetProperty("id").GetInt32();

    public Task<JsonElement> RegisterAsync(object service) => Server.PostAsync(Path, service, Ct);

    /// <summary>A row as registration leaves it, which only the test itself looks at.</summary>
    public async Task<int> InsertAsync(
        int? project, string name, int port, string protocol = "http", string? endpoint = "/health", string host = "127.0.0.1", bool approved = true, string status = "unknown", string next = Never,
        int? environment = null, string[]? dependsOn = null, string type = "app")
    {
        await using var command = Database.Source.CreateCommand(
            """
            INSERT INTO resources.service_registry (name, service_type, host, port, protocol, health_endpoint, is_approved, health_status, next_health_check, project_id, environment_id, depends_on,
                consecutive_failures, consecutive_successes)
            VALUES ($1, $2, $3, $4, $5, $6::text, $7, $8, $9::text::timestamptz, $10::int, $11::int, $12, 0, 0) RETURNING id
            """);
        foreach (var value in new object?[] { name, type, host, port, protocol, endpoint, approved, status, next, project, environment, dependsOn ?? [] })
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return (int)(await command.ExecuteScalarAsync(Ct))!;
    }

    public async Task<List<T>> ReadAsync<T>(string sql)
    {
        await using var command = Database.Source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var values = new List<T>();
        while (await reader.ReadAsync(Ct)) values.Add(reader.GetFieldValue<T>(0));
        return values;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }

    /// <summary>Status and body of a request that may be refused.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(HttpClient client, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body, options: ApiJson.Options) };
        using var response = await client.SendAsync(request, Ct);
        return (response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync(Ct)));
    }

    public static string[] NamesOf(JsonElement services) => [.. services.EnumerateArray().Select(service => service.GetProperty("name").GetString()!)];
}
