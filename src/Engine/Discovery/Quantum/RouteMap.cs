namespace Alicerce.Engine.Discovery.Quantum;

/// <summary>
/// From a file to the URL at which the runtime serves it: relative to the components folder, <c>index.q</c> for the folder itself, the
/// suffix taken off at the end only (T004-38). Overrides come first.
/// </summary>
public sealed class RouteMap
{
    private readonly (Glob Glob, string? Route)[] _overrides;
    private readonly RouteRoot[] _roots;

    /// <param name="roots">One for each application of the project; the one with the longest folder that holds the file decides.</param>
    /// <param name="overrides">Checked first, in order.</param>
    public RouteMap(IEnumerable<RouteRoot> roots, IReadOnlyList<RouteOverride> overrides)
    {
        _roots = [.. roots.OrderByDescending(r => r.Folder.Length)];
        _overrides = [.. overrides.Select(o => (new Glob(o.Glob), o.Route))];
    }

    /// <summary>The map of options alone, with the runtime's defaults where they are silent.</summary>
    public static RouteMap Of(ScanOptions options) =>
        new([new RouteRoot("", options.ComponentsPath ?? "components", options.BasePath ?? "")], options.RouteOverrides);

    /// <summary>URL path with a leading slash, or null for a file that has none.</summary>
    public string? RouteOf(string path)
    {
        foreach ((Glob glob, string? route) in _overrides)
        {
            if (glob.Matches(path)) return route is null ? null : "/" + route.TrimStart('/');
        }
        foreach (RouteRoot root in _roots)
        {
            if (path.StartsWith(root.Folder, StringComparison.Ordinal)) return root.RouteOf(path[root.Folder.Length..]);
        }
        return null;
    }
}

/// <summary>One application: its folder in the project, its components folder within that, the prefix of its URLs.</summary>
public sealed record RouteRoot
{
    public RouteRoot(string folder, string componentsPath, string basePath)
    {
        Folder = AsFolder(folder);
        Components = AsFolder(componentsPath);
        BasePath = basePath.Trim('/') is { Length: > 0 } prefix ? "/" + prefix : "";
    }

    /// <summary>Empty, or ending in a slash.</summary>
    public string Folder { get; }

    /// <summary>Empty, or ending in a slash.</summary>
    public string Components { get; }

    public string BasePath { get; }

    internal string? RouteOf(string path)
    {
        const string suffix = ".q";
        if (!path.StartsWith(Components, StringComparison.Ordinal) || !path.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) return null;
        ReadOnlySpan<char> page = path.AsSpan(Components.Length, path.Length - Components.Length - suffix.Length);
        if (page is "index") page = "";
        else if (page.EndsWith("/index")) page = page[..^"/index".Length];
        return page.IsEmpty && BasePath.Length > 0 ? BasePath : $"{BasePath}/{page}";
    }

    private static string AsFolder(string path)
    {
        string trimmed = path.Replace('\\', '/').Trim();
        while (trimmed.StartsWith("./", StringComparison.Ordinal)) trimmed = trimmed[2..];
        trimmed = trimmed.Trim('/');
        return trimmed is "" or "." ? "" : trimmed + "/";
    }
}
