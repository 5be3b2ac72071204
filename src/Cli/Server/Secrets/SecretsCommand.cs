using System.CommandLine;
using System.Globalization;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Environments;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Secrets;

/// <summary><c>alicerce secrets</c>: passwords, tokens and keys that a server keeps.</summary>
internal static class SecretsCommand
{
    internal static readonly Argument<string> Key = new("key") { Description = "Like DB_PASSWORD: letters, digits and underscores." };
    private static readonly Option<string?> Description = new("--description") { Description = "What it is for." };
    private static readonly Option<bool> Plain = new("--plain") { Description = "Not sensitive: the console shows it without being asked." };
    private static readonly Option<int?> Owner = new("--owner") { Description = "Id of the user who renews it." };
    private static readonly Option<bool> Own = new("--own") { Description = "Without the inherited ones." };
    private static readonly Option<bool> Yes = new("--yes") { Description = "Do not ask before deleting." };
    private static readonly Option<int> Version = new("--version") { Description = "As 'alicerce secrets versions' lists them.", Required = true, HelpName = "n" };

    public static Command Create()
    {
        var set = new Command("set", "Set a secret: create it, or give it a new value. Asks for the value, or reads it from standard input.")
            .WithValue(Description, Plain, Owner).WithScope();
        set.SetServerAction((parsed, client, ct) => WriteAsync("resources/secrets", parsed, client, ct));
        var rotate = new Command("rotate", "Give a secret that is there a new value.").WithValue().WithScope();
        rotate.SetServerAction((parsed, client, ct) => WriteAsync("resources/secrets/rotate", parsed, client, ct));
        var get = new Command("get", "Print the value of one secret; that you did is written to the audit log.") { Key }.WithScope();
        get.SetServerAction(GetAsync);
        var list = new Command("list", "List secrets, without their values: those of a project or environment, and those that it inherits.") { Own }.WithScope();
        list.SetServerAction(ListAsync);
        var delete = new Command("delete", "Delete a secret with its versions.") { Key, Yes }.WithScope();
        delete.SetServerAction(DeleteAsync);
        var versions = new Command("versions", "List the versions of a secret, without their values.") { Key }.WithScope();
        versions.SetServerAction(VersionsAsync);
        var restore = new Command("restore", "Make an earlier value the present one again, as a new version.") { Key, Version }.WithScope();
        restore.SetServerAction(RestoreAsync);
        return new Command("secrets", "Secrets of a project or of the house, kept by an Alicerce server.")
        {
            set, get, list, rotate, delete, versions, restore, SecretFilesCommand.CreateImport(), SecretFilesCommand.CreateExport(), SecretsRunCommand.Create(), SecretsScanCommand.Create(),
        };
    }

    internal static Command WithScope(this Command command)
    {
        command.Options.Add(ServerOptions.Project);
        command.Options.Add(OwnerScope.Environment);
        command.Options.Add(SecretScope.Global);
        return command.WithServer();
    }

    private static Command WithValue(this Command command, params Option[] more)
    {
        command.Arguments.Add(Key);
        foreach (var option in (Option[])[SecretValue.Generate, SecretValue.FromVariable, SecretValue.FromFile, SecretValue.Expires, .. more]) command.Options.Add(option);
        return command;
    }

    private static async Task<int> WriteAsync(string path, ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var scope = await SecretScope.ReadForChangeAsync(parsed, client, ct);
        var (value, generation) = await SecretValue.ReadAsync(parsed, ct);
        var input = new SecretInput(
            parsed.GetValue(Key)!, value, generation, scope.ProjectId, scope.EnvironmentId, parsed.GetValue(Description), parsed.GetValue(Plain) ? false : null,
            SecretValue.ReadExpiry(parsed, client.Clock), parsed.GetValue(Owner));
        var answer = await client.SendAsync(HttpMethod.Post, path, RequestContent.Json(input, ServerJson.Default.SecretInput), ServerJson.Default.SecretSetAnswer, ct);
        if (parsed.GetValue(ServerOptions.Json)) ServerOutput.Json(answer.Json);
        else ServerOutput.Line($"{answer.Value.Key} ({answer.Value.Scope}): version {answer.Value.Version}{(answer.Value.PublicKey is null ? "" : $"; the public half is {answer.Value.Key}_PUBLIC")}");
        return ExitCodes.Ok;
    }

    private static async Task<int> GetAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var scope = await OwnerScope.ReadAsync(parsed, client, ct);
        var question = new SecretQuestion(parsed.GetValue(Key), ProjectId: scope.ProjectId, EnvironmentId: scope.EnvironmentId);
        var answer = await client.SendAsync(HttpMethod.Post, "resources/secrets/reveal", RequestContent.Json(question, ServerJson.Default.SecretQuestion), ServerJson.Default.SecretRevealed, ct);
        if (parsed.GetValue(ServerOptions.Json)) ServerOutput.Json(answer.Json);
        else await Console.Out.WriteAsync(Console.IsOutputRedirected ? answer.Value.Value : answer.Value.Value + System.Environment.NewLine);
        return ExitCodes.Ok;
    }

    private static async Task<int> ListAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var scope = await OwnerScope.ReadAsync(parsed, client, ct);
        var all = await client.ListAsync($"resources/secrets?{scope.Query(("inherited", scope.ProjectId is null || parsed.GetValue(Own) ? null : "true"))}", ServerJson.Default.RemoteSecret, ct).ToListAsync(ct);
        if (parsed.GetValue(ServerOptions.Json))
        {
            ServerOutput.Json(all.Select(secret => secret.Json));
            return ExitCodes.Ok;
        }

        ServerOutput.Table(["Key", "Scope", "Version", "Rotated", "Expires", "Description"], all.Select(secret => secret.Value).Select(secret => new[]
        {
            secret.Key, IsInherited(secret, scope) ? $"{ScopeText(secret)} (inherited)" : ScopeText(secret), $"{secret.Version}", DayText(secret.LastRotated), DayText(secret.ExpiresAt), secret.Description,
        }));
        return ExitCodes.Ok;
    }

    private static async Task<int> DeleteAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var scope = await SecretScope.ReadForChangeAsync(parsed, client, ct);
        Confirmation.Require(parsed.GetValue(Yes), $"Delete the secret '{parsed.GetValue(Key)}' with its versions?");
        var answer = await client.SendAsync(HttpMethod.Delete, $"resources/secrets/{Uri.EscapeDataString(parsed.GetValue(Key)!)}?{scope.Query()}", null, ServerJson.Default.JsonElement, ct);
        if (parsed.GetValue(ServerOptions.Json)) ServerOutput.Json(answer.Json);
        else ServerOutput.Line($"Deleted the secret '{parsed.GetValue(Key)}'.");
        return ExitCodes.Ok;
    }

    private static async Task<int> VersionsAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var scope = await OwnerScope.ReadAsync(parsed, client, ct);
        var answer = await client.GetAsync($"resources/secrets/{Uri.EscapeDataString(parsed.GetValue(Key)!)}/versions?{scope.Query()}", ServerJson.Default.IReadOnlyListRemoteSecretVersion, ct);
        if (parsed.GetValue(ServerOptions.Json)) ServerOutput.Json(answer.Json);
        else ServerOutput.Table(["Version", "Written", ""], answer.Value.Select(version => new[] { $"{version.Version}", version.WrittenAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture), version.IsPresent ? "present" : "" }));
        return ExitCodes.Ok;
    }

    private static async Task<int> RestoreAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var scope = await SecretScope.ReadForChangeAsync(parsed, client, ct);
        var question = new SecretQuestion(Version: parsed.GetValue(Version), ProjectId: scope.ProjectId, EnvironmentId: scope.EnvironmentId);
        var answer = await client.SendAsync(
            HttpMethod.Post, $"resources/secrets/{Uri.EscapeDataString(parsed.GetValue(Key)!)}/restore", RequestContent.Json(question, ServerJson.Default.SecretQuestion), ServerJson.Default.SecretSetAnswer, ct);
        if (parsed.GetValue(ServerOptions.Json)) ServerOutput.Json(answer.Json);
        else ServerOutput.Line($"{answer.Value.Key} ({answer.Value.Scope}): version {answer.Value.Version} has the value of version {parsed.GetValue(Version)}");
        return ExitCodes.Ok;
    }

    private static bool IsInherited(RemoteSecret secret, OwnerScope scope) => scope.ProjectId is not null && (secret.ProjectId is null || (scope.EnvironmentId is not null && secret.EnvironmentId is null));

    private static string ScopeText(RemoteSecret secret) => secret switch
    {
        { ProjectId: null } => "global",
        { EnvironmentId: null } => $"project {secret.ProjectId}",
        _ => $"environment {secret.EnvironmentId}",
    };

    private static string? DayText(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
