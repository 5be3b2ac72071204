using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Alicerce.Modules.Scenarios.Rows;
using Alicerce.Modules.Scenarios.Suggestions;

namespace Alicerce.Modules.Scenarios.Catalogue;

/// <param name="ProjectId">Null for one of the house, which every project sees.</param>
internal sealed record ScenarioView(int Id, string Title, string? Description, int? ProjectId, IReadOnlyList<string> Tags, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static Expression<Func<StoredScenario, ScenarioView>> OfRow { get; } = s => new ScenarioView(s.Id, s.Title, s.Description, s.ProjectId, s.Tags, s.CreatedAt, s.UpdatedAt);

    /// <summary>The same for a row that is at hand.</summary>
    public static Func<StoredScenario, ScenarioView> Of { get; } = OfRow.Compile();
}

/// <summary>The answer of <c>POST /scenarios</c> (S000-API-01).</summary>
/// <param name="Duplicates">Scenarios that say nearly the same; left out when there is none.</param>
/// <param name="Warning">Says so in words.</param>
internal sealed record ScenarioCreated(
    int Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Suggestion>? Duplicates = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Warning = null);
