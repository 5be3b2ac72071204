using System.CommandLine;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Environments;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Secrets;

/// <summary><c>alicerce secrets import|export</c>: dotenv files in and out.</summary>
internal static class SecretFilesCommand
{
    private const int LargestFile = 512 * 1024;
    private static readonly Argument<string> Source = new("file") { Description = "A dotenv file." };
    private static readonly Option<bool> Preview = new("--preview") { Description = "Say what would be created and updated, and keep nothing." };
    private static readonly Option<bool> Inherited = new("--inherited") { Description = "With what the environment has from its project and globally, references filled in." };
    private static readonly Option<string?> Output = new("--output", "-o") { Description = "File to write, readable by you only; stdout when it is not given.", HelpName = "file" };

    public static Command CreateImport()
    {
        var import = new Command("import", "Take secrets from a dotenv file: all of it, or nothing.") { Source, Preview }.WithScope();
        import.SetServerAction(ImportAsync);
        return import;
    }

    public static Command CreateExport()
    {
        var export = new Command("export", "Write secrets as a dotenv file; that you did is written to the audit log.") { Inherited, Output }.WithScope();
        export.SetServerAction(ExportAsync);
        return export;
    }

    private static async Task<int> ImportAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var scope = await SecretScope.ReadForChangeAsync(parsed, client, ct);
        var question = new SecretQuestion(ProjectId: scope.ProjectId, EnvironmentId: scope.EnvironmentId, Content: await ReadAsync(parsed.GetValue(Source)!, ct), Preview: parsed.GetValue(Preview));
        var answer = await client.SendAsync(HttpMethod.Post, "resources/secrets/import", RequestContent.Json(question, ServerJson.Default.SecretQuestion), ServerJson.Default.IReadOnlyListImportedSecret, ct);
        if (parsed.GetValue(ServerOptions.Json)) ServerOutput.Json(answer.Json);
        else foreach (var secret in answer.Value) ServerOutput.Line($"{secret.Action,-10} {secret.Key}{(parsed.GetValue(Preview) ? " (preview)" : "")}");
        return ExitCodes.Ok;
    }

    private static async Task<int> ExportAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var scope = await OwnerScope.ReadAsync(parsed, client, ct);
        var question = new SecretQuestion(ProjectId: scope.ProjectId, EnvironmentId: scope.EnvironmentId, Inherited: parsed.GetValue(Inherited), Global: scope.ProjectId is null ? true : null);
        var answer = await client.SendAsync(HttpMethod.Post, "resources/secrets/export", RequestContent.Json(question, ServerJson.Default.SecretQuestion), ServerJson.Default.SecretsExported, ct);
        if (parsed.GetValue(Output) is { } path) await WriteAsync(path, answer.Value.Content, ct);
        else if (parsed.GetValue(ServerOptions.Json)) ServerOutput.Json(answer.Json);
        else await Console.Out.WriteAsync(answer.Value.Content);
        return ExitCodes.Ok;
    }

    private static async Task<string> ReadAsync(string path, CancellationToken ct)
    {
        try
        {
            return new FileInfo(path).Length <= LargestFile ? Utf8Text.Decode(await File.ReadAllBytesAsync(path, ct), $"'{path}'").TrimStart('\uFEFF') : throw new UserError($"'{path}' is larger than {LargestFile / 1024} KiB.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"'{path}' cannot be read: {e.Message}");
        }
    }

    private static async Task WriteAsync(string path, string content, CancellationToken ct)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            await using var file = new StreamWriter(path, options);
            await file.WriteAsync(content.AsMemory(), ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError(File.Exists(path) ? $"'{path}' is there already: name another file, or delete it first." : $"'{path}' cannot be written: {e.Message}");
        }
    }
}
