using System.Text.RegularExpressions;

namespace Alicerce.Engine.Running.Assertions;

/// <summary>
/// Texts that only a broken page, a database error or a rejected form shows (T004-49): "500" in a price and "Error" in a style sheet are none of them.
/// Every pattern runs in linear time.
/// </summary>
internal static class PageMarkers
{
    private const int MaxSearched = 1_000_000;

    private static readonly (string Name, Regex Pattern)[] StackTraces =
    [
        ("Python traceback", Linear(@"Traceback \(most recent call last\)")),
        (".NET stack trace", Linear(@"\n\s+at [\w.<>`\[\],+ ]+\([^)\r\n]*\)( in [^\r\n]+:line \d+)?\s*\n?\s*(at [\w.<>`]+\.|---)|\b[A-Z]\w+(\.\w+)+Exception: ")),
        ("Java stack trace", Linear(@"\n\s+at [\w.$]+\([\w$]+\.(java|kt|scala):\d+\)")),
        ("PHP error", Linear(@"(Fatal error|Parse error|Warning|Notice)(</b>)?:\s[^\r\n]{1,300} in (<b>)?[^\r\n]{1,300}\.php(</b>)? on line ")),
        ("Node.js stack trace", Linear(@"\n?\s+at [^\r\n(""]{0,200}\(?(/|file:|node:)[^\s""'<>()]{1,300}:\d+:\d+\)?")),
        ("Ruby backtrace", Linear(@"\n[^\r\n:]{1,300}\.rb:\d+:in [`'][^\r\n]+'")),
    ];

    private static readonly (string Name, Regex Pattern)[] RenderedPage =
    [
        ("error page title", Linear(@"<title>\s*(Runtime Error|Parse Error|404 - Component Not Found)")),
        ("unresolved binding", Linear(@"\{ERROR: [^}\r\n]{1,100}\}")),
        .. StackTraces,
    ];

    /// <summary>What PostgreSQL, MySQL, SQLite, SQL Server and Oracle say, directly or through a driver.</summary>
    public static readonly IReadOnlyList<(string Name, Regex Pattern)> SqlError =
    [
        ("PostgreSQL", Linear(@"syntax error at or near ""|(relation|column|function) ""?[\w.]+""?(\([^)]*\))? does not exist|unterminated quoted string at or near|Npgsql\.PostgresException|psycopg2?\.(errors|\w+Error)|PG::\w+|pg_(query|exec)\(\)|invalid input syntax for (type )?\w+:")),
        ("MySQL", Linear(@"You have an error in your SQL syntax|MySqlException|mysqli?_\w+\(\)|com\.mysql\.|Unknown column '[^']+' in '|Table '[^']+' doesn't exist")),
        ("SQLite", Linear(@"SQLITE_ERROR|sqlite3\.(Operational|Integrity|Programming)Error|SQLite3::\w+|SqliteException|near ""[^""]*"": syntax error|unrecognized token: |no such (table|column): \w+")),
        ("SQL Server", Linear(@"Unclosed quotation mark after the character string|Incorrect syntax near |Microsoft\.Data\.SqlClient\.|System\.Data\.SqlClient\.|Invalid (object|column) name '")),
        ("SQL state", Linear(@"SQLSTATE\[\w+\]|ORA-\d{5}\b|JDBCException|java\.sql\.SQL\w*Exception")),
    ];

    /// <summary>How pages show a message of the kind error after a redirect.</summary>
    public static readonly IReadOnlyList<(string Name, Regex Pattern)> ErrorFlash =
    [
        ("flash class", Linear(@"class=[""'][^""']*(flash|alert|toast|notice|message)[^""']*(error|danger|invalid)[^""']*[""']")),
        ("flash class", Linear(@"class=[""'][^""']*(error|danger|invalid)[^""']*(flash|alert|toast|notice|message)[^""']*[""']")),
        ("flash type", Linear(@"data-flash-type=[""'](error|danger)[""']")),
        ("alert role", Linear(@"role=[""']alert[""']")),
        ("parameter message", Linear(@"Parameter ('|&#x?0?27;|&#39;|&apos;)[^'<&]{1,100}")),
    ];

    /// <summary>
    /// Stack traces, and for what may be a page also what frameworks that gave up render: titles and <c>{ERROR: name}</c>. Other content, such as the
    /// JSON of an API, may rightly carry those as data.
    /// </summary>
    public static IReadOnlyList<(string Name, Regex Pattern)> BrokenPage(string? contentType) =>
        ContentTypeAssertion.MediaType(contentType) is "" or "text/html" or "application/xhtml+xml" ? RenderedPage : StackTraces;

    /// <summary>The first marker found in the first million characters: its name and the text that showed it.</summary>
    public static (string Name, string Text)? Find(IReadOnlyList<(string Name, Regex Pattern)> markers, string text)
    {
        foreach (var (name, pattern) in markers)
            if (pattern.Match(text, 0, Math.Min(text.Length, MaxSearched)) is { Success: true } match)
                return (name, match.Value.Trim());
        return null;
    }

    private static Regex Linear(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
}
