using Alicerce.Platform.Identity;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Alicerce.Modules.Scenarios.Suggestions;

/// <summary>
/// Suggests while somebody types (S000-API-03): the query becomes a vector and words, both are looked up in memory, and nothing else is touched. A process
/// that has not loaded its index yet asks the database instead.
/// </summary>
internal static class Suggest
{
    public const string Hybrid = "hybrid";
    public const string Vector = "vector";
    public const int MostHits = 100;
    public const int LongestQuery = 500;
    private const int UsualHits = 5;
    public static readonly string[] Modes = [Hybrid, Vector];

    /// <param name="Text">What is looked for: 1 to 500 characters.</param>
    /// <param name="K">1 to 100; 5 when left out.</param>
    /// <param name="Mode">hybrid, by meaning and by words; or vector, by meaning alone.</param>
    /// <param name="ProjectId">Only what this project sees: its own and the house's.</param>
    /// <param name="Tag">Only with all of these tags.</param>
    /// <param name="Threshold">-1 to 1: leaves out hits of a smaller similarity.</param>
    public sealed record Query(
        [FromQuery(Name = "query")] string? Text, [FromQuery(Name = "k")] int? K, [FromQuery(Name = "mode")] string? Mode, [FromQuery(Name = "project_id")] int? ProjectId,
        [FromQuery(Name = "tag")] string[]? Tag, [FromQuery(Name = "threshold")] double? Threshold);

    /// <param name="Query">As it came.</param>
    public sealed record Suggestions(string Query, IReadOnlyList<Suggestion> Results);

    public static async Task<Result<Suggestions>> HandleAsync([AsParameters] Query query, HttpContext http, LiveIndex live, ColdSearch cold, CancellationToken ct)
    {
        if (Check(query) is { } problem) return problem;
        if (query.ProjectId is { } project && await http.CheckProjectAsync(project, AccessRole.Viewer, ct) is { } denied) return denied;
        var question = new Question(query.Text!, query.K ?? UsualHits, (query.Mode ?? Hybrid) == Hybrid, query.Threshold, VisibleTo(http.SignedInCaller(), query));
        var results = live.Current is { } index ? await index.SearchAsync(question, ct) : await cold.SearchAsync(question, ct);
        return new Suggestions(query.Text!, results);
    }

    private static Problem? Check(Query query)
    {
        var validation = new Validation()
            .Check(!string.IsNullOrWhiteSpace(query.Text) && query.Text.Length <= LongestQuery, "query", "out_of_range", $"query has 1 to {LongestQuery} characters, not only blanks.")
            .Check(query.K is null or (>= 1 and <= MostHits), "k", "out_of_range", $"k is a number from 1 to {MostHits}.")
            .Check(query.Mode is null || Modes.Contains(query.Mode), "mode", "unknown", "mode is hybrid or vector.")
            .Check(query.Threshold is null or (>= -1 and <= 1), "threshold", "out_of_range", "threshold is a number from -1 to 1.")
            .CheckTags(query.Tag);
        return validation.Problem;
    }

    private static Visibility VisibleTo(Caller caller, Query query) => new(
        query.ProjectId is { } project ? new HashSet<int> { project } : caller.SeesAllProjects ? null : caller.Memberships.Keys.ToHashSet(),
        caller.InTheHouse >= AccessRole.Viewer,
        query.Tag is { Length: > 0 } tags ? ScenarioRules.Tags(tags) : []);
}
