using Alicerce.Engine.Discovery;
using Alicerce.Engine.Projects;
using Alicerce.Platform.Web.Answers;

namespace Alicerce.Modules.Testing.Discovery;

/// <summary>What a project's <c>alicerce.yaml</c> means for scanning and generating.</summary>
internal static class ScanConfig
{
    public const int Longest = 256 * 1024;

    /// <returns>The problem with the text, every mistake with its line; null when it can be used.</returns>
    public static Problem? Read(string? text, out ProjectConfig? config)
    {
        config = null;
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Length > Longest) return Problem.Invalid("config", "too_long", $"config has at most {Longest} characters.");
        (config, var problems) = ProjectConfigFile.Read(text);
        // What a file of one's own is only warned of, a credential in plain text, is refused where it would be stored.
        var mistakes = problems.Take(100).Select(p => new ErrorDetail("config", "config_invalid", p.ToString())).ToList();
        return mistakes.Count == 0 ? null : Problem.Invalid(mistakes);
    }

    public static ScanOptions OptionsFor(ProjectConfig? config) => config is null
        ? new ScanOptions { Ignore = ["alicerce/**", "alicerce.yaml"] }
        : new ScanOptions
        {
            ComponentsPath = config.Routes.Components,
            BasePath = config.Routes.BasePath == "/" ? null : config.Routes.BasePath,
            RouteOverrides = [.. config.Routes.Map.Select(rule => new RouteOverride(rule.Glob, rule.Route))],
            Ignore = [.. config.Ignore.Scan, "alicerce/**", "alicerce.yaml"],
        };
}
