using System.Text.Json;

namespace Alicerce.Platform.Jobs;

/// <summary>How arguments are written in the queue: snake_case, strict when read back.</summary>
internal static class JobJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };
}
