using System.CommandLine;
using System.Globalization;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Environments;
using Alicerce.Cli.Server.Projects;

namespace Alicerce.Cli.Server.Secrets;

/// <summary>Whose secrets are meant: those of an environment, of a project, or with neither option the global ones.</summary>
internal sealed record SecretScope(int? ProjectId, int? EnvironmentId)
{
    public static readonly Option<string?> Environment = new("--env") { Description = "Name or id of an environment of the project.", HelpName = "environment" };

    public static readonly Option<bool> Global = new("--global") { Description = "Of no project: every project inherits it." };

    public string Query => ProjectId is null ? "" : string.Create(CultureInfo.InvariantCulture, $"project_id={ProjectId}{(EnvironmentId is { } environment ? $"&environment_id={environment}" : "")}");

    /// <summary>For what changes secrets: a forgotten project changes nothing for everybody.</summary>
    public static Task<SecretScope> ReadForChangeAsync(ParseResult parsed, ServerClient client, CancellationToken ct) =>
        parsed.GetValue(ServerOptions.Project) is null == parsed.GetValue(Global)
            ? ReadAsync(parsed, client, ct)
            : throw new UserError("Whose secret? Give --project, and --env for one of an environment, or --global for one that every project inherits.");

    public static async Task<SecretScope> ReadAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        if (parsed.GetValue(ServerOptions.Project) is not { } reference)
            return parsed.GetValue(Environment) is null ? new SecretScope(null, null) : throw new UserError("--env needs --project: environments of two projects may have the same name.");
        var project = (await ProjectReference.RequireAsync(client, reference, ct)).Value;
        var environment = parsed.GetValue(Environment) is { } name ? (await EnvironmentReference.RequireAsync(client, project, name, ct)).Value.Id : (int?)null;
        return new SecretScope(project.Id, environment);
    }
}
