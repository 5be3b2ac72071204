using Alicerce.Modules.Testing.Cases;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Alicerce.Modules.Testing.Suites;

/// <summary>The doors of suites (S004-GEN-11, S004-API-19).</summary>
internal static class SuitesEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var ofProject = api.MapGroup("/projects/{projectId:int}/test-suites").WithTags("Suites").InProject("projectId", id => Unknown.Project((int)id));
        ofProject.MapGet("/", ManageSuites.ListAsync).WithSummary("List the suites of a project, by name").ProducesErrors(404);
        ofProject.MapPost("/", ManageSuites.CreateAsync).WithSummary("Create a suite").ProducesErrors(403, 404, 409);
        ofProject.MapPost("/generate", GenerateSuite.HandleAsync)
            .WithSummary("Generate a suite from what scans found")
            .WithDescription(
                "Example: `{\"name\": \"Auto Suite\", \"types\": [\"smoke\", \"api\"], \"seed\": 1}`. The same name again merges by stable key: untouched cases follow the generator, hand edits "
                + "stay, and what vanished becomes obsolete. `\"preview\": true` shows the difference and stores nothing. Also reachable as POST /projects/{id}/test-suites/generate, answered "
                + "without the envelope.")
            .NotAudited(CasesEndpoints.WhyNotAudited)
            .ProducesErrors(404);

        var suites = api.MapGroup("/test-suites/{id:int}").WithTags("Suites").OfSuite("id");
        suites.MapGet("/", ManageSuites.GetAsync).WithSummary("Read a suite").ProducesErrors(404);
        suites.MapPatch("/", ManageSuites.ChangeAsync).WithSummary("Change fields of a suite").ProducesErrors(403, 404, 409, 412);
        suites.MapDelete("/", ManageSuites.DeleteAsync).WithSummary("Delete a suite; the history of one that ran stays readable").ProducesErrors(404, 409, 412);
        suites.MapGet("/export", SuiteFiles.ExportAsync).WithSummary("Download the cases of a suite as a case file").Produces(200, contentType: "application/yaml").ProducesErrors(404);
        suites.MapPost("/import", SuiteFiles.ImportAsync)
            .WithMetadata(new RequestSizeLimitAttribute(SuiteFiles.LargestFile))
            .NotAudited(CasesEndpoints.WhyNotAudited)
            .WithSummary("Bring a case file into a suite, by key")
            .WithDescription("Send the file as application/yaml, or as the field `file` of multipart/form-data. A file with errors stores nothing and says where they are; `?preview=true` only shows the difference.")
            .ProducesErrors(404, 413, 415);
        suites.MapGet("/coverage", SuiteCoverage.HandleAsync).WithSummary("How much of the project a suite tests").ProducesErrors(404);
    }
}
