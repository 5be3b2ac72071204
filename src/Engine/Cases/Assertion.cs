using System.Text.Json.Nodes;

namespace Alicerce.Engine.Cases;

/// <summary>
/// One thing that must hold of an answer. <c>{"type":"status","operator":"in","value":[200,201]}</c>;
/// <c>{"type":"header","subject":"content-type","operator":"contains","value":"json"}</c>.
/// </summary>
public sealed record Assertion
{
    /// <summary>One of <see cref="AssertionTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>What of the answer is meant: header or cookie name, JSON path, XPath, CSS selector, pattern. Null where the type says it all.</summary>
    public string? Subject { get; init; }

    /// <summary>eq (default), ne, in, lt, le, gt, ge, contains, starts_with, ends_with, matches, exists, is_empty, count, type.</summary>
    public string? Operator { get; init; }

    public JsonNode? Value { get; init; }

    /// <summary>The opposite must hold.</summary>
    public bool Not { get; init; }
}

/// <summary>The vocabulary of assertions: names users know from Hurl, and the four of source 004.</summary>
public static class AssertionTypes
{
    public const string Status = "status", Header = "header", Cookie = "cookie", Body = "body", JsonPath = "jsonpath", XPath = "xpath", Css = "css",
        Regex = "regex", Duration = "duration", Size = "size", Schema = "schema", Contains = "contains", NoErrors = "no_errors", NoSqlError = "no_sql_error",
        ReturnsData = "returns_data", Redirect = "redirect", Rejected = "rejected", ContentType = "content_type";

    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal)
    {
        Status, Header, Cookie, Body, JsonPath, XPath, Css, Regex, Duration, Size, Schema, Contains, NoErrors, NoSqlError, ReturnsData, Redirect, Rejected, ContentType,
    };
}

/// <summary>Keeps a part of an answer under a name for later steps.</summary>
/// <param name="Name">Used later as <c>{{name}}</c>.</param>
/// <param name="From">status, header, cookie, body, jsonpath, xpath, css, regex, csrf.</param>
/// <param name="Subject">Header name, path, selector or pattern (its first group).</param>
/// <param name="Optional">Nothing there is no error; the name then stays unset.</param>
public sealed record Capture(string Name, string From, string? Subject = null, bool Optional = false);
