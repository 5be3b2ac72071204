namespace Alicerce.Engine.Discovery.Quantum;

/// <summary>Finds the applications of a project: one for each <c>quantum.config.yaml</c>, else one for each <c>components</c> folder.</summary>
internal static class ProjectRoutes
{
    private const string DefaultComponents = "components";

    public static RouteMap Of(IReadOnlyList<ProjectFile> files, ScanOptions options)
    {
        var roots = new Dictionary<string, RouteRoot>(StringComparer.Ordinal);
        foreach (ProjectFile config in files.Where(f => QuantumConfig.IsConfig(f.Path) && f.Size <= QuantumConfig.MaxSize))
        {
            string folder = config.Path[..(config.Path.LastIndexOf('/') + 1)];
            roots[folder] = FromConfig(folder, config, options);
        }
        if (!roots.ContainsKey("") && options.ComponentsPath is { } path) roots[""] = new RouteRoot("", path, options.BasePath ?? "");
        if (roots.Count == 0) AddByFolder(roots, files, options);
        return new RouteMap(roots.Values, options.RouteOverrides);
    }

    private static RouteRoot FromConfig(string folder, ProjectFile file, ScanOptions options)
    {
        QuantumConfig config = ReadOrEmpty(file);
        return new RouteRoot(
            folder,
            options.ComponentsPath ?? config["paths.components"] ?? DefaultComponents,
            options.BasePath ?? config["application.basePath"] ?? "");
    }

    private static QuantumConfig ReadOrEmpty(ProjectFile file)
    {
        try
        {
            return QuantumConfig.Read(file.Read());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return QuantumConfig.Read(default);
        }
    }

    private static void AddByFolder(Dictionary<string, RouteRoot> roots, IReadOnlyList<ProjectFile> files, ScanOptions options)
    {
        foreach (ProjectFile file in files)
        {
            int at = ("/" + file.Path).IndexOf($"/{DefaultComponents}/", StringComparison.Ordinal);
            if (at >= 0 && file.Path.EndsWith(".q", StringComparison.OrdinalIgnoreCase))
                roots.TryAdd(file.Path[..at], new RouteRoot(file.Path[..at], DefaultComponents, options.BasePath ?? ""));
        }
        // A scan of the components folder itself.
        if (roots.Count == 0) roots[""] = new RouteRoot("", "", options.BasePath ?? "");
    }
}
