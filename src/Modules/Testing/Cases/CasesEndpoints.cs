using Alicerce.Modules.Testing.Rows;
using Alicerce.Modules.Testing.Runs;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Web.Answers;
using Alicerce.Platform.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Alicerce.Modules.Testing.Cases;

/// <summary>The doors of cases (S004-API-19).</summary>
internal static class CasesEndpoints
{
    /// <summary>Who may let a case change state in production is written down: with the suite (D20).</summary>
    internal const string WhyNotAudited = "Cases are the daily work of a project; what they may do in protected environments is the suite's, whose every change is written.";

    public static void Map(IEndpointRouteBuilder api)
    {
        var ofSuite = api.MapGroup("/test-suites/{suiteId:int}/cases").WithTags("Cases").OfSuite("suiteId");
        ofSuite.MapGet("/", ManageCases.ListAsync).WithSummary("List the cases of a suite, in order")
            .WithDescription("Filters: `kind`, `q` (part of name, key or target), `tag`, `source` (beginning of the generation source, or `manual`), `last_status`.").ProducesErrors(404)
            .Describes(new QueryDescription("kind", CaseMapping.KindNames), new QueryDescription("last_status", RunStatuses.OfResults));
        ofSuite.MapPost("/", ManageCases.CreateAsync).WithSummary("Create a case").NotAudited(WhyNotAudited)
            .WithExample("""{"name": "Home loads", "target": "/", "assertions": [{"type": "status", "value": 200}, {"type": "contains", "value": "Welcome"}]}""").ProducesErrors(404, 409);

        var cases = api.MapGroup("/test-cases/{id:int}").WithTags("Cases").OfCase("id");
        cases.MapGet("/", ManageCases.GetAsync).WithSummary("Read a case").ProducesErrors(404);
        cases.MapPatch("/", ManageCases.ChangeAsync).WithSummary("Change fields of a case").NotAudited(WhyNotAudited)
            .WithExample("""{"name": "Home loads in time", "timeout": 5, "tags": ["smoke"]}""").ProducesErrors(404, 409, 412);
        cases.MapDelete("/", ManageCases.DeleteAsync).NotAudited(WhyNotAudited).WithSummary("Delete a case; its results stay readable").ProducesErrors(404, 409, 412);
    }
}
