using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Template;

namespace Alicerce.Platform.Web;

/// <summary>
/// The routes that the sources print without a prefix, all in this one table (D7). Each is the same endpoint as under
/// <c>/api/v1</c>; only the envelope is left out. A route whose module is not built answers 404 under both names.
/// </summary>
public static class SourceRoutes
{
    private static readonly string[] Templates =
    [
        "scenarios",
        "scenarios/{id}",
        "suggest",
        "generate-test-data",
        "resources/{**rest}",
        "projects/{id}/components/scan",
        "projects/{id}/test-suites/generate",
        "test-suites/{id}/run",
        "test-runs/{id}",
        "admin/metricas/{**rest}",
    ];

    private static readonly TemplateMatcher[] Matchers = [.. Templates.Select(template => new TemplateMatcher(TemplateParser.Parse(template), []))];

    public static IReadOnlyList<string> All => Templates;

    /// <summary>The template that a path without <c>/api</c> matches, or null.</summary>
    internal static string? Match(PathString path)
    {
        for (var i = 0; i < Matchers.Length; i++)
        {
            if (Matchers[i].TryMatch(path, [])) return Templates[i];
        }

        return null;
    }
}
