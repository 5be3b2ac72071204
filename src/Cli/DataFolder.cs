namespace Alicerce.Cli;

/// <summary>The data folder of a server on this machine, by the server's own rule: <c>ALICERCE_DATA</c>, else <c>/var/lib/alicerce</c> as root, else below XDG's data folder.</summary>
internal static class DataFolder
{
    public static string? Find(Func<string, string?> variable, bool isRoot)
    {
        if (variable("ALICERCE_DATA") is { Length: > 0 } chosen) return Path.GetFullPath(chosen);
        if (isRoot) return "/var/lib/alicerce";
        if (variable("XDG_DATA_HOME") is { Length: > 0 } xdg && Path.IsPathRooted(xdg)) return Path.Combine(xdg, "alicerce");
        return variable("HOME") is { Length: > 0 } home ? Path.Combine(home, ".local", "share", "alicerce") : null;
    }
}
