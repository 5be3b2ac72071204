using Alicerce.Modules.Scenarios.Rows;
using Alicerce.Platform.Identity;

namespace Alicerce.Modules.Scenarios.Catalogue;

/// <summary>The rows that a caller may see.</summary>
internal static class ScenarioFilter
{
    /// <param name="projectId">Only of this project, which the caller has been let into; null for everything they see.</param>
    public static IQueryable<StoredScenario> Of(IQueryable<StoredScenario> rows, Caller caller, int? projectId)
    {
        if (projectId is { } project) return rows.Where(s => s.ProjectId == project);
        var inHouse = caller.InTheHouse >= AccessRole.Viewer;
        return caller.VisibleProjects is { } visible ? rows.Where(s => s.ProjectId == null ? inHouse : visible.Contains(s.ProjectId.Value)) : rows;
    }
}
