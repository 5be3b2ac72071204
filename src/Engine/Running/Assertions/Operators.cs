using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Alicerce.Engine.Running.Paths;

namespace Alicerce.Engine.Running.Assertions;

/// <summary>The operators that assertions share.</summary>
internal static class Operators
{
    public const string Eq = "eq", Ne = "ne", In = "in", Lt = "lt", Le = "le", Gt = "gt", Ge = "ge", Contains = "contains", StartsWith = "starts_with",
        EndsWith = "ends_with", Matches = "matches", Exists = "exists", IsEmpty = "is_empty", Count = "count", Type = "type";

    public static readonly FrozenSet<string> All =
        new[] { Eq, Ne, In, Lt, Le, Gt, Ge, Contains, StartsWith, EndsWith, Matches, Exists, IsEmpty, Count, Type }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] TypeNames = ["string", "number", "integer", "boolean", "array", "object", "null"];

    /// <summary>What is wrong with an operator and its value; null when nothing is.</summary>
    public static string? Problem(string name, JsonNode? value, ExpressionCache expressions) => name switch
    {
        _ when !All.Contains(name) => $"operator '{name}' is not known; use one of {string.Join(", ", All.Order(StringComparer.Ordinal))}",
        In when value is not JsonArray => "operator 'in' needs a list of values",
        Lt or Le or Gt or Ge or Count when NumberOf(value) is null => $"operator '{name}' needs a number",
        StartsWith or EndsWith when TextOf(value) is null => $"operator '{name}' needs a text",
        Contains when value is null or JsonArray or JsonObject => "operator 'contains' needs a text, a number or a truth value",
        Matches => expressions.Pattern(TextOf(value)).Problem,
        Type when !TypeNames.Contains(TextOf(value)) => $"operator 'type' needs one of {string.Join(", ", TypeNames)}",
        _ => null,
    };

    public static Verdict Apply(string name, Observed actual, JsonNode? expected, ExpressionCache expressions)
    {
        var holds = name switch
        {
            Exists => actual.Exists,
            Count => actual.Count == NumberOf(expected),
            Ne => !AreEqual(actual, expected),
            IsEmpty => IsEmptyValue(actual),
            _ => actual.Exists && HoldsOfValue(name, actual, expected, expressions),
        };
        return new Verdict(holds, name == Count ? $"{actual.Count}" : actual.ToString());
    }

    public static bool AreEqual(Observed actual, JsonNode? expected)
    {
        if (!actual.Exists) return false;
        if (expected is null) return actual.Value is null;
        if (actual.Value is JsonElement json) return JsonNode.DeepEquals(JsonSerializer.SerializeToNode(json), expected);
        return expected.GetValueKind() switch
        {
            JsonValueKind.Number => actual.Number is { } number && number == NumberOf(expected),
            JsonValueKind.String => actual.Text == expected.GetValue<string>(),
            JsonValueKind.True or JsonValueKind.False => actual.Text == (expected.GetValueKind() == JsonValueKind.True ? "true" : "false"),
            _ => false,
        };
    }

    public static double? NumberOf(JsonNode? node)
    {
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.Number) return null;
        // Values that were read are elements; those made by code are whatever number type it used.
        return (value.TryGetValue<JsonElement>(out var element) ? element : JsonSerializer.SerializeToElement(node)).GetDouble();
    }

    public static string? TextOf(JsonNode? node) => node is JsonValue && node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    private static bool HoldsOfValue(string name, Observed actual, JsonNode? expected, ExpressionCache expressions) => name switch
    {
        Eq => AreEqual(actual, expected),
        In => expected is JsonArray list && list.Any(item => AreEqual(actual, item)),
        Lt => actual.Number < NumberOf(expected),
        Le => actual.Number <= NumberOf(expected),
        Gt => actual.Number > NumberOf(expected),
        Ge => actual.Number >= NumberOf(expected),
        Contains => ContainsValue(actual, expected),
        StartsWith => actual.Text?.StartsWith(TextOf(expected) ?? "", StringComparison.Ordinal) == true,
        EndsWith => actual.Text?.EndsWith(TextOf(expected) ?? "", StringComparison.Ordinal) == true,
        Matches => actual.Text is { } text && IsMatch(expressions.Pattern(TextOf(expected)).Pattern, text),
        _ => IsOfType(actual, TextOf(expected)),
    };

    private static bool ContainsValue(Observed actual, JsonNode? expected) => actual.Value is JsonElement { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray().Any(item => AreEqual(Observed.Of(item), expected))
        : actual.ToString().Contains(expected?.ToString() ?? "", StringComparison.Ordinal);

    private static bool IsEmptyValue(Observed actual) => actual.Value switch
    {
        _ when !actual.Exists => true,
        string text => text.Length == 0,
        JsonElement { ValueKind: JsonValueKind.Array } list => list.GetArrayLength() == 0,
        JsonElement json => !json.EnumerateObject().Any(),
        null => true,
        _ => false,
    };

    private static bool IsOfType(Observed actual, string? type) => actual.Value switch
    {
        string => type == "string",
        double number => type == "number" || (type == "integer" && double.IsInteger(number)),
        bool => type == "boolean",
        null => type == "null",
        JsonElement json => type == (json.ValueKind == JsonValueKind.Array ? "array" : "object"),
        _ => false,
    };

    /// <summary>A pattern that runs out of its 100 ms does not match.</summary>
    public static bool IsMatch(Regex? pattern, string text)
    {
        try
        {
            return pattern?.IsMatch(text) == true;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
