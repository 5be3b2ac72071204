using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Platform.Web;

namespace Alicerce.Resources.Tests.Ports;

/// <summary>The server with a database of its own, and short ways to ports.</summary>
public sealed class PortsFixture : ServerFixture
{
    private static int s_hosts;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A host that nobody else has heard of.</summary>
    internal static string NewHost() => $"host-{Interlocked.Increment(ref s_hosts)}-{Guid.NewGuid():N}";

    internal async Task<int> ProjectAsync(string? name = null) => (await Server.PostAsync("/api/v1/projects", new { name = name ?? $"p{Guid.NewGuid():N}" }, Ct)).GetProperty("id").GetInt32();

    internal async Task<int> AllocateAsync(string service, string host, object? more = null) => (await AskAsync("allocate", With(new { service_name = service, host }, more))).GetProperty("port").GetInt32();

    /// <summary>The data of an answer that is a success.</summary>
    internal Task<JsonElement> AskAsync(string what, object body) => Server.PostAsync($"/api/v1/resources/ports/{what}", body, Ct);

    /// <summary>Status, and the whole body.</summary>
    internal async Task<(int Status, JsonElement Body)> TryAsync(string what, object body, HttpClient? client = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, $"/api/v1/resources/{what}") { Content = JsonContent.Create(body, options: ApiJson.Options) };
        using var response = await (client ?? Client).SendAsync(request, Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        return ((int)response.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text));
    }

    internal Task<JsonElement> GetAsync(string path) => Server.GetAsync($"/api/v1/resources/{path}", Ct);

    internal static string CodeOf(JsonElement error) => error.GetProperty("details")[0].GetProperty("code").GetString()!;

    internal static string MessageOf(JsonElement error) => error.GetProperty("message").GetString()!;

    /// <summary>Two anonymous objects as one.</summary>
    internal static Dictionary<string, object?> With(object one, object? more) =>
        one.GetType().GetProperties().Select(p => (p.Name, p.GetValue(one))).Concat(more?.GetType().GetProperties().Select(p => (p.Name, p.GetValue(more))) ?? [])
            .GroupBy(p => p.Name).ToDictionary(p => p.Key, p => p.Last().Item2);

    internal async Task ExecuteAsync(string sql)
    {
        await using var command = Database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
