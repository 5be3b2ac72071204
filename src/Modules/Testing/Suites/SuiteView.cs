using System.Linq.Expressions;
using System.Text.Json;
using Alicerce.Modules.Testing.Rows;

namespace Alicerce.Modules.Testing.Suites;

/// <summary>A suite in answers (S004-DATA-06).</summary>
internal sealed record SuiteView(
    int Id, int ProjectId, string Name, string TestType, string? Description, bool IsActive, bool AutoRun, JsonElement Config, int TotalCases, DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static SuiteView Of(StoredSuite suite, int totalCases) => new(
        suite.Id, suite.ProjectId, suite.Name, suite.TestType, suite.Description, suite.IsActive, suite.AutoRun, JsonElement.Parse(suite.ConfigJson), totalCases, suite.CreatedAt,
        suite.UpdatedAt);
}

/// <summary>Suites as everybody sees them.</summary>
internal static class LivingSuites
{
    public static readonly Expression<Func<StoredSuite, bool>> NotDeleted = suite => suite.DeletedAt == null;
}
