using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Alicerce.Modules.Scenarios.Embeddings;
using Alicerce.Modules.Scenarios.Rows;
using Alicerce.Modules.Scenarios.Suggestions;
using Alicerce.Platform.Data;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Scenarios.Catalogue;

/// <summary>Lists, makes, reads, changes and deletes scenarios (S000-API-01, -05; T000-30).</summary>
internal static class ManageScenarios
{
    private const int MostDuplicates = 3;

    public static readonly Problem Unknown = Problem.NotFound("scenarios.unknown", "Scenario not found");

    /// <param name="Title">1 to 500 characters; its meaning is what is searched.</param>
    /// <param name="ProjectId">Left out for one of the house, which every project sees.</param>
    public sealed record Input(
        [property: MinLength(1), MaxLength(ScenarioRules.LongestTitle)] string Title, [property: MaxLength(ScenarioRules.LongestDescription)] string? Description = "", int? ProjectId = null,
        [property: MaxLength(ScenarioRules.MostTags)] string[]? Tags = null);

    /// <summary>Fields to change; what is left out stays.</summary>
    public sealed record Patch
    {
        public Optional<string> Title { get; init; }

        public Optional<string?> Description { get; init; }

        public Optional<string[]?> Tags { get; init; }
    }

    /// <param name="Q">A part of the title.</param>
    /// <param name="ProjectId">Only of this project.</param>
    public sealed record Filter([FromQuery(Name = "q")] string? Q, [FromQuery(Name = "project_id")] int? ProjectId, [FromQuery(Name = "tag")] string? Tag);

    public static async Task<Paged<ScenarioView>> ListAsync([AsParameters] PageQuery pages, [AsParameters] Filter filter, HttpContext http, ScenariosDb db, CancellationToken ct)
    {
        if (PageRequest.Read(pages, out var request) is { } problem) return problem;
        if (new Validation().CheckTags(filter.Tag is { } tag ? [tag] : null).Problem is { } mistake) return mistake;
        if (filter.ProjectId is { } project && await http.CheckProjectAsync(project, AccessRole.Viewer, ct) is { } denied) return denied;
        var rows = ScenarioFilter.Of(db.Scenarios.AsNoTracking(), http.SignedInCaller(), filter.ProjectId);
        if (Like.Containing(filter.Q) is { } pattern) rows = rows.Where(s => EF.Functions.ILike(s.Title, pattern, Like.Escape));
        if (filter.Tag is { } wanted) rows = rows.Where(s => s.Tags.Contains(wanted.Trim().ToLowerInvariant()));
        return await Paged.OfAsync(rows.OrderBy(s => s.Id).Select(ScenarioView.OfRow), request, view => view, ct);
    }

    public static async Task<Created<ScenarioCreated>> CreateAsync(Input input, HttpContext http, ScenariosDb db, EmbeddingModels models, LiveIndex live, IndexUpdate update, CancellationToken ct)
    {
        if (new Validation().CheckTitle(input.Title).CheckDescription(input.Description).CheckTags(input.Tags).Problem is { } problem) return problem;
        if (await http.CheckProjectAsync(input.ProjectId, AccessRole.Developer, ct) is { } denied) return denied;
        var scenario = new StoredScenario { Title = ScenarioRules.Trimmed(input.Title), Description = input.Description, ProjectId = input.ProjectId, Tags = ScenarioRules.Tags(input.Tags ?? []) };
        var duplicates = live.Current is { } index ? await index.DuplicatesAsync(scenario.Title, VisibleBeside(scenario, http), MostDuplicates, ct) : [];
        await EmbedAsync(scenario, models, ct);
        db.Scenarios.Add(scenario);
        await db.SaveChangesAsync(ct);
        await update.ApplyAsync([scenario.Id], ct);
        return Created.At($"/api/v1/scenarios/{scenario.Id}", duplicates.Count == 0 ? new ScenarioCreated(scenario.Id) : new ScenarioCreated(scenario.Id, duplicates, WarningOf(duplicates)));
    }

    public static async Task<Result<ScenarioView>> GetAsync(int id, HttpContext http, ScenariosDb db, CancellationToken ct)
    {
        var (scenario, problem) = await FindAsync(id, AccessRole.Viewer, http, db, ct);
        return scenario is null ? problem! : ScenarioView.Of(scenario);
    }

    public static async Task<Result<ScenarioView>> ChangeAsync(int id, Patch patch, HttpContext http, ScenariosDb db, EmbeddingModels models, IndexUpdate update, CancellationToken ct)
    {
        var (scenario, problem) = await FindAsync(id, AccessRole.Developer, http, db, ct);
        if (scenario is null) return problem!;
        if (http.CheckIfMatch(ScenarioView.Of(scenario)) is { } stale) return stale;
        var title = patch.Title.Or(scenario.Title);
        if (new Validation().CheckTitle(title).CheckDescription(patch.Description.Or(null)).CheckTags(patch.Tags.Or(null)).Problem is { } mistake) return mistake;
        scenario.Title = ScenarioRules.Trimmed(title);
        scenario.Description = patch.Description.Or(scenario.Description);
        if (patch.Tags.IsGiven) scenario.Tags = ScenarioRules.Tags(patch.Tags.Or(null) ?? []);
        await db.Entry(scenario).Collection(s => s.Embeddings).Query().Where(e => e.Model == models.Configured.Name).LoadAsync(ct);
        await EmbedAsync(scenario, models, ct);
        await db.SaveChangesAsync(ct);
        await update.ApplyAsync([scenario.Id], ct);
        return ScenarioView.Of(scenario);
    }

    public static async Task<Done> DeleteAsync(int id, HttpContext http, ScenariosDb db, IndexUpdate update, CancellationToken ct)
    {
        var (scenario, problem) = await FindAsync(id, AccessRole.Developer, http, db, ct);
        if (scenario is null) return problem!;
        if (http.CheckIfMatch(ScenarioView.Of(scenario)) is { } stale) return stale;
        db.Scenarios.Remove(scenario);
        await db.SaveChangesAsync(ct);
        await update.ApplyAsync([id], ct);
        return Done.Successfully;
    }

    /// <summary>What somebody may not see does not exist for them.</summary>
    private static async Task<(StoredScenario? Scenario, Problem? Problem)> FindAsync(int id, AccessRole needed, HttpContext http, ScenariosDb db, CancellationToken ct)
    {
        if (await db.Scenarios.SingleOrDefaultAsync(s => s.Id == id, ct) is not { } scenario) return (null, Unknown);
        if (await http.CheckProjectAsync(scenario.ProjectId, AccessRole.Viewer, ct) is not null) return (null, Unknown);
        return needed > AccessRole.Viewer && await http.CheckProjectAsync(scenario.ProjectId, needed, ct) is { } denied ? (null, denied) : (scenario, null);
    }

    /// <summary>The vector of the title alone, kept in the same transaction as the row (S000-API-02).</summary>
    private static async Task EmbedAsync(StoredScenario scenario, EmbeddingModels models, CancellationToken ct)
    {
        var model = models.Configured;
        var (hash, known) = (EmbeddingModel.HashOf(scenario.Title), scenario.Embeddings.Find(e => e.Model == model.Name));
        if (known is not null && known.TitleHash == hash) return;
        var vector = (await model.EmbedAsync([scenario.Title], ct))[0];
        if (known is null) scenario.Embeddings.Add(new StoredEmbedding { Model = model.Name, Dimensions = vector.Length, Vector = vector, TitleHash = hash });
        else (known.Vector, known.Dimensions, known.TitleHash) = (vector, vector.Length, hash);
    }

    private static Visibility VisibleBeside(StoredScenario scenario, HttpContext http) =>
        new(scenario.ProjectId is { } project ? new HashSet<int> { project } : new HashSet<int>(), scenario.ProjectId is null || http.SignedInCaller().InTheHouse >= AccessRole.Viewer, []);

    private static string WarningOf(IReadOnlyList<Suggestion> duplicates) =>
        string.Create(CultureInfo.InvariantCulture, $"This exists already: '{duplicates[0].Title}' (scenario {duplicates[0].Id}, {duplicates[0].Similarity:F2}).");
}
