using System.Globalization;
using Alicerce.Outbound;

namespace Alicerce.Platform.Redis;

/// <summary>Reads <c>redis[s]://[user:password@]host[:port][/database][?ca=/path/of/authorities.pem]</c>.</summary>
public static class RedisUrl
{
    /// <param name="problem">
    /// Follows the name of the setting in a message. It repeats nothing of the URL, because in a mistyped one any part may belong to the password.
    /// </param>
    public static bool TryParse(string url, out RedisOptions options, out string problem)
    {
        options = new RedisOptions { Host = "" };
        problem = "is not a URL of the form redis://user:password@host:6379/0 (rediss:// for TLS; escape special characters of the password, such as %40 for @)";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("redis" or "rediss")) return false;

        var (path, account, database) = (uri.AbsolutePath.TrimStart('/'), uri.UserInfo.Split(':', 2), 0);
        var authority = uri.Query.StartsWith("?ca=", StringComparison.Ordinal) ? Uri.UnescapeDataString(uri.Query[4..]) : null;
        problem = uri.Host.Length == 0 ? "names no host"
            : uri.Fragment.Length > 0 ? "has a '#' in it: write %23 if it belongs to the password"
            : path.Length > 0 && !int.TryParse(path, NumberStyles.None, CultureInfo.InvariantCulture, out database) ? "has a path that is not the number of a database, such as /0"
            : account is [{ Length: > 0 }] ? "names a user without a password: write user:password@host"
            : uri.Query.Length > 1 && (authority is null || uri.Scheme != "rediss") ? "has a parameter that is not ca=/path/of/authorities.pem with rediss://"
            : authority is not null && !File.Exists(authority) ? "names a file of authorities (ca) that does not exist"
            : "";
        options = new RedisOptions
        {
            Host = uri.IdnHost.Trim('[', ']'),
            Port = uri.Port > 0 ? uri.Port : 6379,
            Database = database,
            User = account is [{ Length: > 0 } user, _] ? Uri.UnescapeDataString(user) : null,
            Password = account is [_, { Length: > 0 } password] ? new Secret(Uri.UnescapeDataString(password)) : null,
            Tls = uri.Scheme == "rediss",
            AuthorityFile = authority,
        };
        return problem.Length == 0;
    }
}
