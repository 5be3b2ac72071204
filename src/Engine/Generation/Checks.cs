using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;

namespace Alicerce.Engine.Generation;

/// <summary>The assertions that generated cases are built from.</summary>
internal static class Checks
{
    public static readonly Assertion NoErrors = new() { Type = AssertionTypes.NoErrors };
    public static readonly Assertion NoSqlError = new() { Type = AssertionTypes.NoSqlError };
    public static readonly Assertion ReturnsData = new() { Type = AssertionTypes.ReturnsData };

    /// <summary>400/422, or a redirect back whose page shows an error (D22).</summary>
    public static readonly Assertion Rejected = new() { Type = AssertionTypes.Rejected };

    public static readonly Assertion NotRejected = Rejected with { Not = true };

    /// <summary>Whatever the answer is, the server did not break.</summary>
    public static readonly Assertion NoServerError = new() { Type = AssertionTypes.Status, Operator = "lt", Value = 500 };

    /// <summary>A visitor is turned away: sent elsewhere, 401 or 403.</summary>
    public static readonly Assertion Refused = StatusIn(301, 302, 303, 307, 401, 403);

    public static Assertion Status(int status) => new() { Type = AssertionTypes.Status, Operator = "eq", Value = status };

    public static Assertion StatusIn(params IEnumerable<int> statuses) => new()
    {
        Type = AssertionTypes.Status,
        Operator = "in",
        Value = new JsonArray([.. statuses.Distinct().Order().Select(s => (JsonNode)s)]),
    };

    public static Assertion Lacks(string text) => new() { Type = AssertionTypes.Contains, Value = text, Not = true };

    public static Assertion Header(string name, string op, string? value = null) => new() { Type = AssertionTypes.Header, Subject = name, Operator = op, Value = value };

    /// <summary>The answer sends the visitor on to the declared target, as far as that is known without running the page.</summary>
    public static Assertion? RedirectTo(string? target)
    {
        if (string.IsNullOrEmpty(target)) return null;
        var brace = target.IndexOf('{');
        if (brace == 0) return null;
        return new() { Type = AssertionTypes.Redirect, Operator = brace < 0 ? "eq" : "starts_with", Value = brace < 0 ? target : target[..brace] };
    }
}
