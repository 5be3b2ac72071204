namespace Alicerce.Outbound;

/// <summary>Where a redirect leads, and whether cookies and credentials may travel along: only within one origin (scheme, host and port).</summary>
/// <param name="Target">Absolute, http or https, without user info.</param>
/// <param name="SameOrigin">False also for a step down from https to http.</param>
public sealed record Redirect(Uri Target, bool SameOrigin)
{
    private const int MaxLocationLength = 8_192;

    /// <summary>Credentials, cookies and client headers may be sent to <see cref="Target"/>.</summary>
    public bool MayCarryCredentials => SameOrigin;

    /// <summary>Reads a <c>Location</c> header; null with a reason when it leads nowhere that may be followed.</summary>
    public static Redirect? Read(Uri from, string? location, out string? problem)
    {
        problem = null;
        if (string.IsNullOrWhiteSpace(location) || location.Length > MaxLocationLength)
            problem = "The redirect has no usable Location header.";
        else if (!Uri.TryCreate(from, location, out var target))
            problem = "The Location header is not a URL.";
        else if (target.Scheme != Uri.UriSchemeHttp && target.Scheme != Uri.UriSchemeHttps)
            problem = $"The redirect leads to the scheme '{target.Scheme}', which is not followed.";
        else if (target.UserInfo.Length > 0)
            problem = "The redirect names a user in its URL, which is not followed.";
        else
            return new Redirect(target, IsSameOrigin(from, target));
        return null;
    }

    /// <summary>Scheme, host (IDN, any case) and port are equal.</summary>
    public static bool IsSameOrigin(Uri one, Uri other) =>
        string.Equals(one.Scheme, other.Scheme, StringComparison.OrdinalIgnoreCase) &&
        string.Equals(one.IdnHost, other.IdnHost, StringComparison.OrdinalIgnoreCase) &&
        one.Port == other.Port;
}
