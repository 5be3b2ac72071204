using Npgsql;

namespace Alicerce.Platform.Data;

/// <summary>Reads and writes the <c>postgres://user:password@host:port/database?sslmode=require</c> form that hosting platforms hand out.</summary>
public static class DatabaseUrl
{
    private static readonly Dictionary<string, SslMode> SslModes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["disable"] = SslMode.Disable,
        ["allow"] = SslMode.Allow,
        ["prefer"] = SslMode.Prefer,
        ["require"] = SslMode.Require,
        ["verify-ca"] = SslMode.VerifyCA,
        ["verify-full"] = SslMode.VerifyFull,
    };

    /// <returns>A connection string for Npgsql; the message of a failure never repeats the password.</returns>
    public static bool TryParse(string url, out string connectionString, out string problem)
    {
        connectionString = "";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgres" or "postgresql"))
            return Fail("is not a URL of the form postgres://user:password@host:5432/database", out problem);
        if (uri.Host.Length == 0) return Fail("names no host", out problem);
        var database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
        if (database.Length == 0) return Fail("names no database: add /database at the end", out problem);

        var user = uri.UserInfo.Split(':', 2);
        if (user[0].Length == 0) return Fail("names no user: write postgres://user:password@host/database", out problem);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = uri.IdnHost.Trim('[', ']'),
            Port = uri.Port > 0 ? uri.Port : 5432,
            Database = database,
            Username = Uri.UnescapeDataString(user[0]),
        };
        if (user.Length == 2) builder.Password = Uri.UnescapeDataString(user[1]);
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            var value = parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "";
            if (parts[0] != "sslmode") return Fail($"has the unknown parameter '{parts[0]}': only sslmode is read", out problem);
            if (!SslModes.TryGetValue(value, out var mode)) return Fail($"has the unknown sslmode '{value}': use one of {string.Join(", ", SslModes.Keys)}", out problem);
            builder.SslMode = mode;
        }

        connectionString = builder.ConnectionString;
        problem = "";
        return true;
    }

    /// <summary>The same as a URL, for the environment of another process; it holds the password.</summary>
    public static string Write(string connectionString)
    {
        var address = new NpgsqlConnectionStringBuilder(connectionString);
        var password = address.Password is { Length: > 0 } given ? $":{Uri.EscapeDataString(given)}" : "";
        var host = address.Host!.Contains(':', StringComparison.Ordinal) ? $"[{address.Host}]" : address.Host;
        return $"postgres://{Uri.EscapeDataString(address.Username!)}{password}@{host}:{address.Port}/{Uri.EscapeDataString(address.Database!)}";
    }

    private static bool Fail(string message, out string problem)
    {
        problem = message;
        return false;
    }
}
