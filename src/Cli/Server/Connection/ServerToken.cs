using Alicerce.Outbound;

namespace Alicerce.Cli.Server.Connection;

/// <summary>
/// Who asks: the token of <c>--token-file</c>, else of <c>ALICERCE_TOKEN</c>, else, on this machine only, the admin's token in the server's data folder.
/// </summary>
internal static class ServerToken
{
    public const string Variable = "ALICERCE_TOKEN";
    private const int LongestToken = 4_096;

    /// <returns>Null when there is none; the server then says what it thinks of that.</returns>
    /// <exception cref="UserError">A file or variable was named but holds no token.</exception>
    public static Secret? Find(string? file, Uri server, Func<string, string?> variable)
    {
        if (file is not null)
            return Check(ReadFile(file), $"The file '{file}' of --token-file");
        if (variable(Variable) is { Length: > 0 } token)
            return Check(token, Variable);
        return server.IsLoopback && AdminTokenFile(variable, Environment.IsPrivilegedProcess) is { } own && TryRead(own) is { } admin
            ? Check(admin, $"The file '{own}'")
            : null;
    }

    public static string? AdminTokenFile(Func<string, string?> variable, bool isRoot) =>
        DataFolder.Find(variable, isRoot) is { } folder ? Path.Combine(folder, "admin.token") : null;

    // The value itself is never part of a message.
    private static Secret Check(string text, string source)
    {
        var token = text.Trim();
        return token.Length is > 0 and <= LongestToken && !token.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? new Secret(token)
            : throw new UserError($"{source} does not hold a token: one line of visible characters is expected, like the server's admin.token.");
    }

    private static string ReadFile(string file)
    {
        try
        {
            return ReadStart(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"--token-file '{file}' cannot be read: {e.Message}");
        }
    }

    private static string? TryRead(string file)
    {
        try
        {
            return ReadStart(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string ReadStart(string file)
    {
        using var reader = new StreamReader(file);
        var buffer = new char[LongestToken + 2];
        return new string(buffer, 0, reader.ReadBlock(buffer));
    }
}
