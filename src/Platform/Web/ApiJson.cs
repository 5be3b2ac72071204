using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alicerce.Platform.Web;

/// <summary>
/// How the API reads and writes JSON: snake_case, enumerations as words, and strict. Missing or null where the record does not allow it is a
/// mistake of the caller, found before a slice sees it.
/// </summary>
public static class ApiJson
{
    private const int DeepestBody = 64;

    public static readonly JsonSerializerOptions Options = Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.PropertyNameCaseInsensitive = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.MaxDepth = DeepestBody;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Default;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        return options;
    }
}
