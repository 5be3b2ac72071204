using System.ComponentModel.DataAnnotations;
using Alicerce.Contracts.Testing;
using Alicerce.Modules.Scenarios.Embeddings;
using Alicerce.Modules.Scenarios.Suggestions;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Modules.Scenarios.Catalogue;

/// <summary>A scenario becomes a case of a suite, and a case becomes a scenario; what either becomes later is its own.</summary>
internal static class PromoteScenario
{
    public const int LongestCaseName = 200;

    private static readonly Problem s_noSuite = Problem.Invalid("suite_id", "unknown", "suite_id names no suite of a project that sees this scenario.");
    private static readonly Problem s_taken = Problem.Conflict("scenarios.promoted", "This suite has a case of this scenario already.");

    /// <param name="SuiteId">Of a project that sees the scenario.</param>
    public sealed record Input([property: Range(1, int.MaxValue)] int SuiteId);

    /// <param name="CaseId">A draft: it runs when somebody has given it a request and made it active.</param>
    public sealed record Promoted(int CaseId);

    /// <param name="CaseId">Its name becomes the title; the scenario is its project's.</param>
    public sealed record FromCaseInput([property: Range(1, int.MaxValue)] int CaseId);

    public static async Task<Created<Promoted>> HandleAsync(int id, Input input, HttpContext http, ScenariosDb db, ISuiteCases cases, CancellationToken ct)
    {
        var read = await ManageScenarios.GetAsync(id, http, db, ct);
        if (!read.IsSuccess) return read.Problem;
        var scenario = read.Value;
        var project = await cases.FindProjectOfSuiteAsync(input.SuiteId, ct);
        if (project is null || (scenario.ProjectId is { } own && own != project)) return s_noSuite;
        if (await http.CheckProjectAsync(project, AccessRole.Viewer, ct) is not null) return s_noSuite;
        if (await http.CheckProjectAsync(project, AccessRole.Developer, ct) is { } denied) return denied;
        var name = NameOf(scenario.Title);
        if (await cases.AddDraftAsync(input.SuiteId, new CaseDraft($"scenario|{id}", name, scenario.Description, scenario.Tags), ct) is not { } caseId) return s_taken;
        return Created.At($"/api/v1/test-cases/{caseId}", new Promoted(caseId));
    }

    /// <summary>Cut where a character ends.</summary>
    private static string NameOf(string title)
    {
        if (title.Length <= LongestCaseName) return title;
        var end = LongestCaseName - 1;
        return $"{title[..(char.IsHighSurrogate(title[end - 1]) ? end - 1 : end)]}…";
    }

    public static async Task<Created<ScenarioCreated>> FromCaseAsync(FromCaseInput input, HttpContext http, ScenariosDb db, ISuiteCases cases, EmbeddingModels models, LiveIndex live, IndexUpdate update, CancellationToken ct)
    {
        if (await cases.FindAsync(input.CaseId, ct) is not { } found || await http.CheckProjectAsync(found.ProjectId, AccessRole.Viewer, ct) is not null)
            return Problem.NotFound("cases.unknown", $"Case {input.CaseId} not found");
        var tags = found.Tags.Where(tag => tag.Length <= ScenarioRules.LongestTag).Take(ScenarioRules.MostTags).ToArray();
        return await ManageScenarios.CreateAsync(new ManageScenarios.Input(found.Name, found.Description, found.ProjectId, tags), http, db, models, live, update, ct);
    }
}
