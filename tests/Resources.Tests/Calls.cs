using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Platform.Web;

namespace Alicerce.Resources.Tests;

/// <summary>Requests as callers make them, and what came back.</summary>
internal static class Calls
{
    public static async Task<(int Status, JsonElement Body)> SendAsync(this HttpClient client, HttpMethod method, string path, object? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body, options: ApiJson.Options) };
        using var response = await client.SendAsync(request, ct);
        var text = await response.Content.ReadAsStringAsync(ct);
        return ((int)response.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text));
    }

    public static Task<(int Status, JsonElement Body)> PostAsync(this HttpClient client, string path, object body, CancellationToken ct) => client.SendAsync(HttpMethod.Post, path, body, ct);

    /// <summary>The slice's own code of an error.</summary>
    public static string CodeOf(this (int Status, JsonElement Body) answer) => answer.Body.GetProperty("details")[0].GetProperty("code").GetString()!;

    /// <summary>Which fields an error is about.</summary>
    public static IEnumerable<string?> FieldsOf(this (int Status, JsonElement Body) answer) => answer.Body.GetProperty("details").EnumerateArray().Select(detail => detail.GetProperty("field").GetString());

    public static JsonElement Data(this (int Status, JsonElement Body) answer)
    {
        answer.Status.ShouldBeInRange(200, 299, answer.Body.ToString());
        return answer.Body.GetProperty("data");
    }
}
