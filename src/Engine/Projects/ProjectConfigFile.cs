using Alicerce.Engine.Cases;
using Alicerce.Engine.Cases.Files;
using Alicerce.Engine.Files;
using Alicerce.Engine.Running;

namespace Alicerce.Engine.Projects;

/// <summary>Reads <c>alicerce.yaml</c>. It never throws on what the file holds and tells all problems at once.</summary>
public static class ProjectConfigFile
{
    /// <summary>First line of a new file: where editors find the schema.</summary>
    public const string SchemaComment = "# yaml-language-server: $schema=alicerce/schemas/alicerce.schema.json";

    /// <returns>The project; null when the file has an error, which the problems then tell. Warnings do not cost the project.</returns>
    public static (ProjectConfig? Config, IReadOnlyList<FileProblem> Problems) Read(string text, string fileName = "alicerce.yaml")
    {
        var problems = new List<FileProblem>();
        var log = new ProblemLog(fileName, problems.Add);
        YamlNode? root = YamlNodeReader.Read(text, log);
        ProjectConfig? config = null;
        if (root is YamlMap map)
            config = ReadProject(new MapReader(map, "a project", ProjectConfigKeys.Project, log, ProjectConfigKeys.Advice));
        else if (log.Errors == 0)
            log.Error(root?.Line ?? 1, root?.Column ?? 1, $"A project must be a map, not {root?.Kind ?? "an empty file"}.", "Start it with 'project: name'.");
        problems.Sort((a, b) => (a.Line, a.Column).CompareTo((b.Line, b.Column)));
        return (log.Errors == 0 ? config : null, problems);
    }

    /// <summary>Reads a file; that it cannot be opened is a problem like any other.</summary>
    public static async Task<(ProjectConfig? Config, IReadOnlyList<FileProblem> Problems)> ReadFileAsync(string path, CancellationToken ct = default)
    {
        try
        {
            using var reader = new StreamReader(path);
            char[] buffer = new char[YamlLimits.Handwritten.Length + 1];
            int length = await reader.ReadBlockAsync(buffer, ct);
            return Read(new string(buffer, 0, length), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, [new FileProblem(path, 1, 1, $"The file cannot be read: {e.Message}", "Write one with 'alicerce init'.")]);
        }
    }

    private static ProjectConfig ReadProject(MapReader project)
    {
        IReadOnlyDictionary<string, AuthProfile> auth = NamedMaps(project, "auth", AuthProfileNodes.Read);
        return new ProjectConfig
        {
            Name = project.RequiredText("project"),
            Auth = auth,
            Environments = NamedMaps(project, "environments", (name, map, log) => EnvironmentNodes.Read(name, map, [.. AuthNames(project)], log)),
            Roles = ReadRoles(project),
            Routes = project.MapAt("routes") is { } routes ? ReadRoutes(routes, project.Log) : new RouteConfig(),
            Ignore = project.MapAt("ignore") is { } ignore ? ReadIgnore(ignore, project.Log) : new IgnoreConfig(),
            Generate = project.MapAt("generate") is { } generate ? ReadGenerate(generate, project.Log) : new GenerateConfig(),
            Limits = project.MapAt("limits") is { } limits ? ReadLimits(limits, project.Log) : new LimitConfig(),
        };
    }

    /// <summary>Reads a map of named maps; those that are broken are left out.</summary>
    internal static Dictionary<string, T> NamedMaps<T>(MapReader owner, string key, Func<string, YamlMap, ProblemLog, T?> read) where T : class
    {
        var named = new Dictionary<string, T>();
        foreach (YamlEntry entry in owner.MapAt(key)?.Entries ?? [])
        {
            YamlMap? map = entry.Value as YamlMap ?? owner.Wrong<YamlMap>(entry.Value, entry.Key.Text, "a map");
            if (map is not null && read(entry.Key.Text, map, owner.Log) is { } value)
                named[entry.Key.Text] = value;
        }
        return named;
    }

    /// <summary>Names of all profiles, broken ones included: a profile with a typo is not also an unknown one.</summary>
    private static IEnumerable<string> AuthNames(MapReader project) => (project.Node("auth") as YamlMap)?.Entries.Select(e => e.Key.Text) ?? [];

    private static IReadOnlyDictionary<string, string> ReadRoles(MapReader project)
    {
        IReadOnlyDictionary<string, string> roles = project.TextMap("roles");
        string[] known = [.. AuthNames(project)];
        foreach (YamlEntry role in (project.Node("roles") as YamlMap)?.Entries ?? [])
        {
            if (role.Value is YamlScalar profile && !known.Contains(profile.Text))
                project.Log.Error(profile, $"'{profile.Text}' is not an auth profile of this project.", Spelling.Suggest(profile.Text, known));
        }
        return roles;
    }

    private static RouteConfig ReadRoutes(YamlMap map, ProblemLog log)
    {
        var routes = new MapReader(map, "'routes'", ProjectConfigKeys.Routes, log);
        var rules = new List<RouteRule>();
        foreach (YamlEntry entry in routes.MapAt("map")?.Entries ?? [])
        {
            if (entry.Value is YamlScalar { IsNull: true } or YamlScalar { Text: "none" })
                rules.Add(new RouteRule(entry.Key.Text, null));
            else if (entry.Value is YamlScalar route && route.Text.StartsWith('/'))
                rules.Add(new RouteRule(entry.Key.Text, route.Text));
            else
                log.Error(entry.Value, "A route must be a path or 'none'.", "Start it with a slash: '/shop'.");
        }
        string basePath = routes.Text("base_path") ?? "/";
        if (!basePath.StartsWith('/'))
            log.Error(routes.Node("base_path")!, "'base_path' must start with a slash.", $"Write '/{basePath}'.");
        return new RouteConfig { Components = routes.Text("components"), BasePath = basePath, Map = rules };
    }

    private static IgnoreConfig ReadIgnore(YamlMap map, ProblemLog log)
    {
        var ignore = new MapReader(map, "'ignore'", ProjectConfigKeys.Ignore, log);
        return new IgnoreConfig { Scan = ignore.Texts("scan"), Routes = ignore.Texts("routes") };
    }

    private static GenerateConfig ReadGenerate(YamlMap map, ProblemLog log)
    {
        var generate = new MapReader(map, "'generate'", ProjectConfigKeys.Generate, log);
        var types = new List<CaseKind>();
        foreach (string type in generate.Texts("types"))
        {
            if (CaseFileKeys.Kinds.Contains(type))
                types.Add(Enum.Parse<CaseKind>(type, ignoreCase: true));
            else
                log.Error(generate.Node("types")!, $"'{type}' is not a kind of case.", Spelling.Suggest(type, CaseFileKeys.Kinds));
        }
        return new GenerateConfig { Types = types, Seed = generate.Int("seed", 1) };
    }

    private static LimitConfig ReadLimits(YamlMap map, ProblemLog log)
    {
        var limits = new MapReader(map, "'limits'", ProjectConfigKeys.Limits, log);
        int? Whole(string key, int min, int max) => limits.Has(key) ? limits.Int(key, min, min, max) : null;
        return new LimitConfig
        {
            Parallel = Whole("parallel", 1, 1_000),
            Rate = (double?)limits.Decimal("rate", 0.01m, 1_000_000m),
            Timeout = limits.Duration("timeout"),
            Retries = Whole("retries", 0, 100),
            MaxBodyBytes = Whole("max_body_bytes", 1_024, 1_024 * 1_024 * 1_024),
            MaxRedirects = Whole("max_redirects", 0, 50),
            ConnectTimeout = limits.Duration("connect_timeout"),
            MaxLoadUsers = Whole("max_load_users", 1, 100_000),
            MaxLoadDuration = limits.Duration("max_load_duration"),
        };
    }
}
