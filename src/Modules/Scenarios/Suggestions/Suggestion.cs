using System.Text.Json.Serialization;

namespace Alicerce.Modules.Scenarios.Suggestions;

/// <summary>A stored scenario that means what was asked for.</summary>
/// <param name="Similarity">The cosine of query and title, from -1 to 1.</param>
/// <param name="Score">What the order goes by, higher first; left out with <c>mode=vector</c>, where that is the similarity.</param>
/// <param name="Why">What query and title have in common: words, meanings, letters.</param>
/// <param name="SameTitle">How many more scenarios with this title were met; left out when there is none.</param>
internal sealed record Suggestion(
    int Id, string Title, double Similarity,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Score = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Why = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? SameTitle = null);

/// <param name="Text">What somebody types.</param>
/// <param name="K">At most so many.</param>
/// <param name="IsHybrid">By meaning and by words; else by meaning alone, to the letter of the source.</param>
/// <param name="Threshold">Cosine under which a hit is left out; null for what suits the model.</param>
internal sealed record Question(string Text, int K, bool IsHybrid, double? Threshold, Visibility Visible);

/// <summary>Which scenarios somebody is to see.</summary>
/// <param name="Projects">Null for all.</param>
/// <param name="House">Those of no project too.</param>
/// <param name="Tags">All of them are on it.</param>
internal sealed record Visibility(IReadOnlySet<int>? Projects, bool House, IReadOnlyList<string> Tags)
{
    public bool SeesOwner(int projectId) => projectId == 0 ? House : Projects is null || Projects.Contains(projectId);

    public bool Sees(IndexedScenario scenario) =>
        SeesOwner(scenario.ProjectId ?? 0) && Tags.All(tag => Array.BinarySearch(scenario.Tags, tag, StringComparer.Ordinal) >= 0);
}
