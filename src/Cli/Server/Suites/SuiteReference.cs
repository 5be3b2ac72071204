using System.CommandLine;
using System.Globalization;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Projects;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Suites;

/// <summary>Finds what a person calls a suite: its id, or its name with <c>--project</c>.</summary>
internal static class SuiteReference
{
    public static readonly Argument<string> Argument = new("suite") { Description = "Id of the suite, or its name together with --project." };

    public static Task<ServerAnswer<RemoteSuite>> RequireAsync(ParseResult parsed, ServerClient client, CancellationToken ct) =>
        RequireAsync(client, parsed.GetValue(Argument)!, parsed.GetValue(ServerOptions.Project), ct);

    public static async Task<ServerAnswer<RemoteSuite>> RequireAsync(ServerClient client, string reference, string? projectReference, CancellationToken ct)
    {
        if (int.TryParse(reference, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return await client.GetAsync($"test-suites/{id}", ServerJson.Default.RemoteSuite, ct);
        if (projectReference is null)
            throw new UserError($"Which project has the suite '{reference}'? Give --project, or the suite's id.");
        var project = (await ProjectReference.RequireAsync(client, projectReference, ct)).Value;
        await foreach (var suite in client.ListAsync($"projects/{project.Id}/test-suites", ServerJson.Default.RemoteSuite, ct))
        {
            if (suite.Value.Name == reference)
                return suite;
        }
        throw new UserError($"There is no suite '{reference}' in the project '{project.Name}'. 'alicerce suite list --project {project.Name}' shows what there is.");
    }
}
