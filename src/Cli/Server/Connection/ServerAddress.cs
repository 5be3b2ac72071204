namespace Alicerce.Cli.Server.Connection;

/// <summary>Which server is meant: <c>--server</c>, else <c>ALICERCE_SERVER</c>.</summary>
internal static class ServerAddress
{
    public const string Variable = "ALICERCE_SERVER";

    /// <exception cref="UserError">No address, or one that is none.</exception>
    public static Uri Read(string? option, Func<string, string?> variable)
    {
        var (text, source) = option is not null ? (option, "--server") : (variable(Variable), Variable);
        if (string.IsNullOrWhiteSpace(text))
            throw new UserError($"Which server? Give --server URL, for example --server http://127.0.0.1:8000, or set {Variable}.");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new UserError($"{source} '{text}' is not an address: write it as http://host:port, for example http://127.0.0.1:8000.");
        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new UserError($"{source} must be the plain address of the server, without user, query or fragment. A token goes into --token-file or {ServerToken.Variable}.");
        return address.AbsolutePath.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
    }
}
