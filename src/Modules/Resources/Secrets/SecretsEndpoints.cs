using Alicerce.Modules.Resources.Requests;
using Alicerce.Modules.Resources.Rows;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Answers;
using Alicerce.Platform.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Alicerce.Modules.Resources.Secrets;

/// <summary>The doors of secrets (S004-API-06, -07, -15). Values come and go in bodies only.</summary>
internal static class SecretsEndpoints
{
    private const string Scope = "Give `project_id` and `environment_id` for a secret of an environment, `project_id` alone for one of a project, none of them for a global one.";

    private const string Written = """{"key": "DB_PASSWORD", "value": "a long phrase of mine", "project_id": 1, "environment_id": 1, "description": "The shop's database"}""";
    private const string Generated = """{"key": "DB_PASSWORD", "generate": {"kind": "password", "length": 40}, "project_id": 1}""";

    public static void Map(IEndpointRouteBuilder api)
    {
        var secrets = api.MapGroup("/resources/secrets").WithTags("Secrets").AcrossProjects().RequireAuthorization(Policies.SignedIn);
        secrets.MapGet("/", ManageSecrets.ListAsync).WithSummary("List secrets, without their values")
            .WithDescription("With `inherited=true`, what the project or environment inherits is listed too, unless a nearer secret of that key hides it; `scope` says where each is kept.").ProducesErrors(404)
            .Describes(new QueryDescription("scope", [StoredSecret.Global, StoredSecret.OfProject, StoredSecret.OfEnvironment]));
        secrets.MapPost("/", (SentFields<ManageSecrets.SecretInput> body, HttpContext http, SecretStore store, TimeProvider clock, CancellationToken ct) => ManageSecrets.SetAsync(body.Value, http, store, clock, ct))
            .Accepts<ManageSecrets.SecretInput>("application/json", "application/x-www-form-urlencoded").AnswersWithSecret().WithSummary("Set a secret: create it, or give it a new value")
            .WithDescription($"Give `value`, or `\"generate\": {{\"kind\": \"password\"}}` to have one made. {Scope}").WithExample(Written).ProducesErrors(403, 404, 409);
        secrets.MapPost("/rotate", (SentFields<ManageSecrets.SecretInput> body, HttpContext http, SecretStore store, TimeProvider clock, CancellationToken ct) => ManageSecrets.RotateAsync(body.Value, http, store, clock, ct))
            .Accepts<ManageSecrets.SecretInput>("application/json", "application/x-www-form-urlencoded").AnswersWithSecret().WithSummary("Give a secret that is there a new value").WithDescription(Scope).WithExample(Generated).ProducesErrors(403, 404, 409);
        secrets.MapPost("/reveal", ReadSecrets.RevealAsync).AnswersWithSecret().WithSummary("Read one secret; who did is written to the audit log").WithDescription(Scope).WithExample("""{"key": "DB_PASSWORD", "project_id": 1}""").ProducesErrors(403, 404, 409);
        secrets.MapPost("/resolve", ReadSecrets.ResolveAsync).AnswersWithSecret()
            .WithSummary("Read what a process of an environment needs: its own secrets, then its project's, then the global ones, with references filled in").ProducesErrors(403, 404, 409);
        secrets.MapPost("/import", ExchangeSecrets.ImportAsync).WithSummary("Take secrets from a dotenv file: all of it, or nothing")
            .WithDescription($"`\"preview\": true` says what would be created and updated. {Scope}").WithExample("""{"content": "DB_PASSWORD='a long phrase of mine'\n", "project_id": 1, "preview": true}""").ProducesErrors(403, 404, 409);
        secrets.MapPost("/export", ExchangeSecrets.ExportAsync).AnswersWithSecret().WithSummary("Write secrets as a dotenv file").WithDescription(Scope).WithExample("""{"project_id": 1, "inherited": true}""").ProducesErrors(403, 404, 409);
        secrets.MapPatch("/{key}", ManageSecrets.DescribeAsync).WithSummary("Change what is known of a secret beside its value").WithDescription(Scope).ProducesErrors(403, 404);
        secrets.MapDelete("/{key}", ManageSecrets.DeleteAsync).WithSummary("Delete a secret with its versions").WithDescription(Scope).ProducesErrors(403, 404);
        secrets.MapGet("/{key}/versions", ReadSecrets.VersionsAsync).WithSummary("List the versions of a secret, without their values").WithDescription(Scope).ProducesErrors(404);
        secrets.MapPost("/{key}/restore", ReadSecrets.RestoreAsync).WithSummary("Make an earlier value the present one again, as a new version").WithDescription(Scope).ProducesErrors(403, 404, 409);
    }
}
