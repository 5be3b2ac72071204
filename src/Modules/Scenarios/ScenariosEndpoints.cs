using Alicerce.Modules.Scenarios.Catalogue;
using Alicerce.Modules.Scenarios.SampleData;
using Alicerce.Modules.Scenarios.Suggestions;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Alicerce.Platform.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Alicerce.Modules.Scenarios;

/// <summary>The doors of the catalogue (S000-API-01…09). Whose a scenario is, its row says; every one needs a caller (T000-20).</summary>
internal static class ScenariosEndpoints
{
    private static readonly QueryDescription s_tags = new("tag") { Example = new[] { "smoke" } };

    public static void Map(IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("/scenarios").WithTags("Scenarios").AcrossProjects().RequireAuthorization(Policies.SignedIn);
        all.MapGet("/", ManageScenarios.ListAsync).WithSummary("List scenarios, the oldest first").ProducesErrors(403, 404).Describes(new QueryDescription("tag") { Example = "smoke" });
        all.MapPost("/", ManageScenarios.CreateAsync).WithSummary("Create a scenario; the answer names those that say nearly the same")
            .WithExample("""{"title": "Teste de login com email", "description": "Entrar com uma conta que existe", "tags": ["smoke"]}""").ProducesErrors(403, 404);
        all.MapPost("/import", ExchangeScenarios.ImportAsync)
            .WithMetadata(new RequestSizeLimitAttribute(ExchangeScenarios.LargestFile))
            .Accepts<string>(ScenarioFile.JsonLines, ScenarioFile.Csv)
            .WithSummary("Take over a file of scenarios: all of it or nothing")
            .WithDescription($"At most {ScenarioFile.MostRows} scenarios, as {ScenarioFile.JsonLines} (`{{\"title\": \"…\", \"description\": \"…\", \"tags\": [\"…\"]}}` a line) or as {ScenarioFile.Csv} with a header.")
            .ProducesErrors(400, 403, 404, 413, 415);
        all.MapGet("/export", ExchangeScenarios.ExportAsync).WithSummary("Download scenarios as a file that can be imported again")
            .Produces(200, contentType: ScenarioFile.JsonLines).ProducesErrors(403, 404).Describes(new QueryDescription("format", ["jsonl", "csv"]));
        all.MapPost("/from-case", PromoteScenario.FromCaseAsync).WithSummary("Make a scenario of a case").WithExample("""{"case_id": 12}""").ProducesErrors(403, 404);
        all.MapGet("/index", (LiveIndex live) => (Result<IndexState>)live.State).WithSummary("How far this process is with its index of scenarios");
        all.MapGet("/{id:int}", ManageScenarios.GetAsync).WithSummary("Read a scenario").ProducesErrors(404);
        all.MapPatch("/{id:int}", ManageScenarios.ChangeAsync).WithSummary("Change fields of a scenario").WithExample("""{"title": "Teste de login com Google"}""").ProducesErrors(403, 404, 412);
        all.MapDelete("/{id:int}", ManageScenarios.DeleteAsync).WithSummary("Delete a scenario").ProducesErrors(403, 404, 412);
        all.MapPost("/{id:int}/promote", PromoteScenario.HandleAsync).WithSummary("Make a draft case of a scenario, at the end of a suite").WithExample("""{"suite_id": 3}""").ProducesErrors(403, 404, 409)
            .NotAudited("Cases are the daily work of a project, as those are that are made by hand.");

        var others = api.MapGroup("/").WithTags("Scenarios").AcrossProjects().RequireAuthorization(Policies.SignedIn);
        others.MapGet("/suggest", Suggest.HandleAsync).WithSummary("Suggest stored scenarios that mean what somebody types")
            .WithDescription("Example: `?query=esqueci minha senha`. `mode=hybrid` sorts by `score`, of meaning and words; `mode=vector` by `similarity` alone, the cosine of query and title.")
            .ProducesErrors(403, 404).Describes(new QueryDescription("query") { Required = true, Example = "login" }, new QueryDescription("mode", Suggest.Modes), s_tags, new QueryDescription("threshold") { Example = 0.5 });
        others.MapPost("/generate-test-data", GenerateTestData.StartAsync).WithSummary("Fill the catalogue with sample scenarios, as a job")
            .WithExample("""{"num_records": 100}""").ProducesErrors(403, 404, 409);
    }
}
