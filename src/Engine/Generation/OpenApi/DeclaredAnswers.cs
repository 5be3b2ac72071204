using System.Globalization;
using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Generation.OpenApi;

/// <summary>Assertions that hold an answer against what the document declares: status, content type, schema, headers.</summary>
internal static class DeclaredAnswers
{
    /// <summary>How servers say that input is wrong; the document need not list each (RFC 9110).</summary>
    private static readonly int[] Refusals = [400, 422];

    /// <summary>A success as declared, and nothing else.</summary>
    public static IEnumerable<Assertion> Success(ApiOperation operation, params ReadOnlySpan<int> also)
    {
        var declared = SuccessStatuses(operation);
        List<Assertion> result = [declared.Count > 0 ? Checks.StatusIn([.. declared, .. also]) : AnySuccess];
        if (also.IsEmpty && ContentType(operation) is { } contentType) result.Add(contentType);
        if (Schema(operation) is { } schema) result.Add(schema);
        if (also.IsEmpty && Successes(operation) is [var only]) result.AddRange(only.RequiredHeaders.Select(h => Checks.Header(h, "exists")));
        return result;
    }

    /// <summary>The input is refused, in the form that the document gives to refusals.</summary>
    public static IEnumerable<Assertion> Refusal(ApiOperation operation, params ReadOnlySpan<int> also)
    {
        int[] statuses = [.. Refusals, .. also];
        List<Assertion> result = [Checks.StatusIn(statuses)];
        if (Array.TrueForAll(statuses, s => Declares(operation, s)) && Schema(operation) is { } schema) result.Add(schema);
        return result;
    }

    public static bool Declares(ApiOperation operation, int status) =>
        operation.Responses.ContainsKey(status.ToString(CultureInfo.InvariantCulture))
        || operation.Responses.Keys.Any(k => k.Equals($"{status / 100}XX", StringComparison.OrdinalIgnoreCase)) || operation.Responses.ContainsKey("default");

    /// <summary>Every success that is declared has a body of this media type and of no other.</summary>
    public static bool AreOnly(ApiOperation operation, string mediaType) =>
        Successes(operation) is { Count: > 0 } successes
        && successes.TrueForAll(r => r.Content.Count > 0 && r.Content.Keys.All(t => MediaTypeOf(t).Equals(mediaType, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The schema of the first success, for reading ids out of it.</summary>
    public static SchemaRef? SuccessSchema(ApiOperation operation) => Successes(operation).Select(r => JsonOf(r)?.Schema).FirstOrDefault(s => s is not null);

    private static Assertion AnySuccess => new() { Type = AssertionTypes.Status, Operator = "lt", Value = 400 };

    private static List<int> SuccessStatuses(ApiOperation operation)
    {
        var result = new List<int>();
        foreach (var key in operation.Responses.Keys)
        {
            if (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 200 and < 400) result.Add(status);
            else if (key.Equals("2XX", StringComparison.OrdinalIgnoreCase)) result.AddRange([200, 201, 202, 203, 204, 205, 206]);
        }
        return result;
    }

    private static List<ApiResponse> Successes(ApiOperation operation) =>
        [.. operation.Responses.Where(r => r.Key.StartsWith('2')).OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => r.Value)];

    /// <summary>Only where every success has a body: an empty answer needs no type.</summary>
    private static Assertion? ContentType(ApiOperation operation)
    {
        var successes = Successes(operation);
        if (successes.Count == 0 || successes.Exists(r => r.Content.Count == 0)) return null;
        var types = successes.SelectMany(r => r.Content.Keys).Select(MediaTypeOf).Distinct(StringComparer.OrdinalIgnoreCase);
        return new() { Type = AssertionTypes.ContentType, Operator = "in", Value = new JsonArray([.. types.Select(t => (JsonNode)t)]) };
    }

    /// <summary>References by status; null where a status has no JSON body. Null altogether when no answer has a schema.</summary>
    private static Assertion? Schema(ApiOperation operation)
    {
        var table = new JsonObject();
        foreach (var (status, response) in operation.Responses) table[status] = JsonOf(response)?.Schema?.Ref;
        return table.Any(p => p.Value is not null) ? new() { Type = AssertionTypes.Schema, Value = table } : null;
    }

    private static string MediaTypeOf(string contentType) => contentType.Split(';')[0].Trim();

    private static ApiMedia? JsonOf(ApiResponse response) =>
        response.Content.FirstOrDefault(c => c.Key.Contains("json", StringComparison.OrdinalIgnoreCase)).Value;
}
