using System.Text.Json;

namespace Alicerce.Platform.Data;

/// <summary>The one spelling of names in tables and in JSON: <c>BaseUrl</c> is <c>base_url</c>.</summary>
public static class SnakeCase
{
    public static string Of(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
