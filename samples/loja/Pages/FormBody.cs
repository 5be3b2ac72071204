using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Loja.Pages;

/// <summary>The fields of a posted body. JSON when it says so, a form otherwise; a DELETE carries JSON only, as on a Quantum server.</summary>
internal static class FormBody
{
    /// <summary>Field by name, first value of a repeated one; null when the body cannot be read at all.</summary>
    public static async Task<Dictionary<string, string>?> ReadAsync(HttpRequest request, CancellationToken token)
    {
        try
        {
            if (request.HasJsonContentType()) return await ReadJsonAsync(request, token);
            if (request.Method == HttpMethods.Delete || !request.HasFormContentType) return [];
            IEnumerable<KeyValuePair<string, StringValues>> form = request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
                ? await request.ReadFormAsync(token)
                : await ReadUrlEncodedAsync(request, token);
            return form.ToDictionary(field => field.Key, field => field.Value.FirstOrDefault() ?? "");
        }
        catch (Exception failure) when (failure is JsonException or InvalidDataException or IOException or InvalidOperationException)
        {
            return null;
        }
    }

    // The framework's own reader refuses NUL, which a Quantum server takes.
    private static async Task<Dictionary<string, StringValues>> ReadUrlEncodedAsync(HttpRequest request, CancellationToken token)
    {
        using var reader = new StreamReader(request.Body);
        return QueryHelpers.ParseQuery(await reader.ReadToEndAsync(token));
    }

    private static async Task<Dictionary<string, string>?> ReadJsonAsync(HttpRequest request, CancellationToken token)
    {
        using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: token);
        if (document.RootElement.ValueKind != JsonValueKind.Object) return null;
        var fields = new Dictionary<string, string>();
        foreach (var property in document.RootElement.EnumerateObject())
        {
            fields[property.Name] = property.Value.ValueKind switch
            {
                JsonValueKind.String => property.Value.GetString()!,
                JsonValueKind.Null => "",
                _ => property.Value.GetRawText(),
            };
        }
        return fields;
    }
}
