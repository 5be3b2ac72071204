using System.Text.Json;
using Alicerce.Harness;
using Npgsql;

namespace Alicerce.Resources.Tests.Secrets;

/// <summary>The server, and projects and secrets as callers make them.</summary>
public sealed class SecretsFixture : ServerFixture
{
    public static string NewKey() => $"K_{Guid.NewGuid():N}";

    public async Task<int> ProjectAsync(CancellationToken ct) =>
        (await Server.PostAsync("/api/v1/projects", new { Name = $"p-{Guid.NewGuid():N}" }, ct)).GetProperty("id").GetInt32();

    public async Task<int> EnvironmentAsync(int project, CancellationToken ct, bool isProtected = false) =>
        (await Server.PostAsync($"/api/v1/projects/{project}/environments", new { Name = $"e-{Guid.NewGuid():N}", IsProtected = isProtected }, ct)).GetProperty("id").GetInt32();

    public Task<JsonElement> SetAsync(string key, string value, int? project, int? environment, CancellationToken ct) =>
        Server.PostAsync("/api/v1/resources/secrets", new { Key = key, Value = value, ProjectId = project, EnvironmentId = environment }, ct);

    public async Task<string?> RevealAsync(string key, int? project, int? environment, CancellationToken ct)
    {
        var answer = await Client.PostAsync("/api/v1/resources/secrets/reveal", new { Key = key, ProjectId = project, EnvironmentId = environment }, ct);
        return answer.Status == 404 ? null : answer.Data().GetProperty("value").GetString();
    }

    /// <summary>What a process of that environment sees.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ResolveAsync(int? project, int? environment, CancellationToken ct) =>
        (await Server.PostAsync("/api/v1/resources/secrets/resolve", new { ProjectId = project, EnvironmentId = environment }, ct)).GetProperty("values").Deserialize<Dictionary<string, string>>()!;

    /// <summary>As somebody would who has the database and nothing else.</summary>
    public async Task ExecuteAsync(string sql, CancellationToken ct, params object[] parameters)
    {
        await using var source = NpgsqlDataSource.Create(Database.SuperuserConnectionString);
        await using var command = source.CreateCommand(sql);
        foreach (var parameter in parameters) command.Parameters.AddWithValue(parameter);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<T?> ScalarAsync<T>(string sql, CancellationToken ct, params object[] parameters)
    {
        await using var command = Database.Source.CreateCommand(sql);
        foreach (var parameter in parameters) command.Parameters.AddWithValue(parameter);
        return await command.ExecuteScalarAsync(ct) is T value ? value : default;
    }
}
