using Alicerce.Engine.Discovery;
using Alicerce.Engine.Discovery.OpenApi;
using Alicerce.Engine.Discovery.Quantum;
using Alicerce.Engine.Files;
using Alicerce.Engine.Generation;
using Alicerce.Engine.Projects;

namespace Alicerce.Cli.Project;

/// <summary>A project on this disk: its <c>alicerce.yaml</c>, its case files and its sources.</summary>
internal sealed class ProjectFolder
{
    public const string ConfigFile = "alicerce.yaml";

    private ProjectFolder(string path, ProjectConfig config, bool hasConfig, IReadOnlyList<FileProblem> warnings) =>
        (Path, Config, HasConfig, Warnings) = (path, config, hasConfig, warnings);

    public string Path { get; }

    /// <summary>What the file says, or defaults under the folder's name when there is none.</summary>
    public ProjectConfig Config { get; }

    public bool HasConfig { get; }

    /// <summary>What <c>alicerce.yaml</c> should be looked at for, although it can be used.</summary>
    public IReadOnlyList<FileProblem> Warnings { get; }

    public CaseFolder Cases => new(Path);

    public string KnownFailuresFile => System.IO.Path.Combine(Path, "alicerce", "known-failures.yaml");

    public static async Task<ProjectFolder> OpenAsync(string directory, CancellationToken ct)
    {
        var path = System.IO.Path.GetFullPath(directory);
        if (!Directory.Exists(path))
            throw new UserError($"'{directory}' is not a folder. Give the project's folder: the one that holds its sources and alicerce.yaml.");
        var file = System.IO.Path.Combine(path, ConfigFile);
        if (!File.Exists(file))
            return new ProjectFolder(path, new ProjectConfig { Name = System.IO.Path.GetFileName(path) }, hasConfig: false, []);

        var (config, problems) = await ProjectConfigFile.ReadFileAsync(file, ct);
        if (config is null || problems.Any(p => p.Severity == ProblemSeverity.Error))
            throw new UserError(string.Join('\n', problems.Select(p => p.ToString())));
        return new ProjectFolder(path, config, hasConfig: true, problems);
    }

    public ScanResult Scan(CancellationToken ct)
    {
        var options = ScanOptions();
        var scanner = new ProjectScanner([new QuantumScanner(options), new QuantumConfigScanner(), new OpenApiScanner()], options);
        return scanner.Scan(new FolderSource(Path, options), previous: null, ct).Result;
    }

    /// <summary>What the project says about its own scan; its case files and settings are no sources.</summary>
    public ScanOptions ScanOptions() => new()
    {
        ComponentsPath = Config.Routes.Components,
        BasePath = Config.Routes.BasePath == "/" ? null : Config.Routes.BasePath,
        RouteOverrides = [.. Config.Routes.Map.Select(rule => new RouteOverride(rule.Glob, rule.Route))],
        Ignore = [.. Config.Ignore.Scan, "alicerce/**", ConfigFile],
    };

    public GeneratedSuite Generate(ScanResult scan, IReadOnlyList<string> types, int? seed, string? defaultAuth)
    {
        if (GenerationKinds.Problem(types) is { } problem)
            throw new UserError(problem);
        var login = Config.Auth.Values.FirstOrDefault(profile => profile.LoginPath is not null);
        var options = new GenerationOptions
        {
            Types = TypesToGenerate(types),
            Seed = seed ?? Config.Generate.Seed,
            AuthProfileNames = [.. Config.Auth.Keys],
            DefaultAuth = defaultAuth,
            RoleProfiles = Config.Roles,
            LoginFields = login?.Fields ?? new Dictionary<string, string>(),
            IgnoredRoutes = Config.Ignore.Routes,
        };
        return SuiteGenerator.Generate(scan, login?.LoginPath is { } path ? options with { LoginPath = path } : options);
    }

    /// <summary>What was asked for, else what the project says, else everything but load, which nobody should meet by surprise.</summary>
    public IReadOnlyList<string> TypesToGenerate(IReadOnlyList<string> asked) =>
        asked.Count > 0 ? asked
        : Config.Generate.Types.Count > 0 ? [.. Config.Generate.Types.Select(t => t.ToString().ToLowerInvariant())]
        : [.. GenerationKinds.All.Where(kind => kind != GenerationKinds.Load)];
}
