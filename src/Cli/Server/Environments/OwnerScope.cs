using System.CommandLine;
using System.Globalization;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Projects;

namespace Alicerce.Cli.Server.Environments;

/// <summary>Whose ports, secrets or services a command is about: a project's, one environment's of it, or without either the house's.</summary>
internal sealed record OwnerScope(int? ProjectId, int? EnvironmentId)
{
    public static readonly Option<string?> Environment = new("--env") { Description = "Name or id of an environment of the project.", HelpName = "environment" };

    public static async Task<OwnerScope> ReadAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var environment = parsed.GetValue(Environment);
        if (parsed.GetValue(ServerOptions.Project) is not { } reference)
            return environment is null ? new OwnerScope(null, null) : throw new UserError("--env needs --project: environments of two projects may have the same name.");
        var project = (await ProjectReference.RequireAsync(client, reference, ct)).Value;
        return new OwnerScope(project.Id, environment is null ? null : (await EnvironmentReference.RequireAsync(client, project, environment, ct)).Value.Id);
    }

    /// <summary>As a query with these filters beside it; those without a value are left out.</summary>
    public string Query(params (string Name, string? Value)[] filters) => string.Join('&', filters
        .Append(("project_id", ProjectId?.ToString(CultureInfo.InvariantCulture))).Append(("environment_id", EnvironmentId?.ToString(CultureInfo.InvariantCulture)))
        .Where(filter => filter.Item2 is not null).Select(filter => $"{filter.Item1}={Uri.EscapeDataString(filter.Item2!)}"));
}
