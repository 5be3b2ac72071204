using System.CommandLine;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Environments;

namespace Alicerce.Cli.Server.Secrets;

/// <summary>Whose secrets a command changes: with neither project nor environment it takes an explicit <c>--global</c>.</summary>
internal static class SecretScope
{
    public static readonly Option<bool> Global = new("--global") { Description = "Of no project: every project inherits it." };

    /// <summary>For what changes secrets: a forgotten project changes nothing for everybody.</summary>
    public static Task<OwnerScope> ReadForChangeAsync(ParseResult parsed, ServerClient client, CancellationToken ct) =>
        parsed.GetValue(ServerOptions.Project) is null == parsed.GetValue(Global)
            ? OwnerScope.ReadAsync(parsed, client, ct)
            : throw new UserError("Whose secret? Give --project, and --env for one of an environment, or --global for one that every project inherits.");
}
