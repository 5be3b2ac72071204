using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Alicerce.Engine.Cases;

namespace Alicerce.Modules.Testing.Rows;

/// <summary>How steps, bodies and load profiles are written in the columns of <see cref="StoredCase"/>: snake_case, nulls left out.</summary>
[JsonSerializable(typeof(IReadOnlyList<Step>))]
[JsonSerializable(typeof(IReadOnlyList<Assertion>))]
[JsonSerializable(typeof(LoadProfile))]
[JsonSerializable(typeof(CaseInput))]
internal sealed partial class CaseJson : JsonSerializerContext
{
    /// <summary>Text stays readable in the database; nothing here is ever put into a page unescaped.</summary>
    public static CaseJson Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<BodyKind>(JsonNamingPolicy.SnakeCaseLower) },
    });

    /// <summary>
    /// Puts the replacement character where an escaped NUL stands, which <c>jsonb</c> has no room for. A backslash that is itself escaped
    /// begins no escape.
    /// </summary>
    public static string ForJsonb(string json)
    {
        if (!json.Contains("\\u0000", StringComparison.Ordinal)) return json;
        var text = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length; i++)
        {
            text.Append(json[i]);
            if (json[i] != '\\' || i + 1 == json.Length) continue;
            if (json.AsSpan(i).StartsWith("\\u0000"))
            {
                text.Append("ufffd");
                i += 5;
            }
            else
            {
                text.Append(json[++i]);
            }
        }

        return text.ToString();
    }
}

/// <summary>Column <c>input_json</c>: what the first request sends, or what the first query runs.</summary>
internal sealed record CaseInput
{
    public IReadOnlyList<NameValue>? Query { get; init; }
    public IReadOnlyList<NameValue>? Headers { get; init; }
    public RequestBody? Body { get; init; }
    public string? Auth { get; init; }
    public bool? FollowRedirects { get; init; }
    public string? Sql { get; init; }
    public IReadOnlyList<QueryArgument>? Arguments { get; init; }
}
