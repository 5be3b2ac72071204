namespace Alicerce.Engine.Cases.Files;

/// <summary>Every key of a case file, by the part it belongs to. The published schema is tested against these.</summary>
internal static class CaseFileKeys
{
    public static readonly string[] Case =
    [
        "key", "name", "description", "kind", "tags", "active", "order", "mutates", "idempotent", "timeout", "retries", "component", "probes_finding",
        "generated", "load", "request", "query", "asserts", "captures", "steps",
    ];

    public static readonly string[] Generated = ["source", "fingerprint", "auto"];

    public static readonly string[] Load = ["users", "duration", "max_error_rate", "max_p95"];

    public static readonly string[] Step = ["name", "request", "query", "asserts", "captures"];

    public static readonly string[] Request = ["method", "path", "query", "headers", "auth", "follow_redirects", "body"];

    public static readonly string[] NameValue = ["name", "value"];

    public static readonly string[] Body = ["json", "json_text", "form", "multipart", "text", "content_type"];

    public static readonly string[] Field = ["name", "value", "file", "content_type"];

    public static readonly string[] Query = ["datasource", "sql", "params"];

    public static readonly string[] Param = ["name", "type", "value"];

    /// <summary>Where a capture takes its value from: exactly one of these, or <c>from</c> with the bare word.</summary>
    public static readonly string[] CaptureSources = ["status", "header", "cookie", "body", "jsonpath", "xpath", "css", "regex", "csrf"];

    public static readonly string[] Capture = ["name", "from", .. CaptureSources, "optional"];

    public static readonly string[] Operators =
    [
        "eq", "ne", "in", "lt", "le", "gt", "ge", "contains", "starts_with", "ends_with", "matches", "exists", "is_empty", "count", "type",
    ];

    /// <summary>Operators that need no value: <c>exists: true</c> is how a file says it.</summary>
    public static readonly string[] Unary = ["exists", "is_empty"];

    /// <summary>Types of query parameters, those of <c>q:query</c>.</summary>
    public static readonly string[] ParamTypes = ["string", "integer", "decimal", "boolean", "datetime", "date", "time", "array", "json"];

    public static readonly string[] Kinds = [.. Enum.GetNames<CaseKind>().Select(n => n.ToLowerInvariant())];

    /// <summary>What people write who come from other tools, and what it is called here.</summary>
    public static readonly Dictionary<string, string> CaseAdvice = new()
    {
        ["skip"] = "Write 'active: false'.",
        ["id"] = "The stable name of a case is 'key'.",
        ["url"] = "Write 'request: GET /path'.",
        ["assert"] = "Write 'asserts:' with a list.",
        ["tests"] = "Write 'asserts:' with a list.",
        ["check"] = "Write 'asserts:' with a list.",
        ["source"] = "It belongs under 'generated:'.",
        ["fingerprint"] = "It belongs under 'generated:'.",
    };

    public static readonly Dictionary<string, string> RequestAdvice = new()
    {
        ["url"] = "Write 'path: /…'; the host comes from the environment.",
        ["target"] = "Write 'path: /…'.",
        ["json"] = "Write 'body: {json: …}'.",
        ["form"] = "Write 'body: {form: …}'.",
        ["params"] = "Write 'query:' with a map.",
    };

    /// <summary>The key under which an assertion names what of the answer it means.</summary>
    public static string SubjectKey(string type) => type switch
    {
        AssertionTypes.Header or AssertionTypes.Cookie => "name",
        AssertionTypes.JsonPath or AssertionTypes.XPath => "path",
        AssertionTypes.Css => "selector",
        AssertionTypes.Regex => "pattern",
        _ => "subject",
    };
}
