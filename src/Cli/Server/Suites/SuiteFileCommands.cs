using System.CommandLine;
using System.Text.Json;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Suites;

/// <summary><c>alicerce suite export|import</c>: a suite as a case file, without loss.</summary>
internal static class SuiteFileCommands
{
    private const int LargestFile = 32 * 1024 * 1024;
    private static readonly Argument<string> File = new("file") { Description = "A case file (YAML)." };
    private static readonly Option<string?> Output = new("--output", "-o") { Description = "File to write; stdout when it is not given.", HelpName = "file" };
    private static readonly Option<bool> Preview = new("--preview") { Description = "Show what would change; nothing is stored." };

    public static Command CreateExport()
    {
        var command = new Command("export", "Write a suite as a case file.") { SuiteReference.Argument, ServerOptions.Project, Output }.WithServer();
        command.SetServerAction(ExportAsync);
        return command;
    }

    public static Command CreateImport()
    {
        var command = new Command("import", "Merge a case file into a suite, by the keys of its cases.") { SuiteReference.Argument, File, ServerOptions.Project, Preview }.WithServer();
        command.SetServerAction(ImportAsync);
        return command;
    }

    /// <summary>Sends case files' text to a suite; what is wrong in it stops the command with all of its places.</summary>
    public static async Task<ServerAnswer<SuiteDifference>> ImportAsync(ServerClient client, int suiteId, ReadOnlyMemory<byte> yaml, bool preview, CancellationToken ct)
    {
        var path = $"test-suites/{suiteId}/import{(preview ? "?preview=true" : "")}";
        var answer = await client.SendAsync(HttpMethod.Post, path, new RequestContent(yaml, "application/yaml"), ServerJson.Default.JsonElement, ct);
        var body = answer.Json;
        if (body.TryGetProperty("problems", out var list) && list.ValueKind == JsonValueKind.Array && list.Deserialize(ServerJson.Default.IReadOnlyListImportProblem) is { Count: > 0 } problems)
        {
            if (problems.Any(p => p.Severity is null or "error"))
                throw new UserError(string.Join('\n', problems.Select(Text)));
            foreach (var warning in problems)
                await Console.Error.WriteLineAsync($"alicerce: {Text(warning)}");
        }
        var diff = (body.TryGetProperty("diff", out var nested) ? nested : body).Deserialize(ServerJson.Default.SuiteDifference) ?? new SuiteDifference();
        return new ServerAnswer<SuiteDifference>(diff, body);
    }

    private static async Task<int> ExportAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var suite = (await SuiteReference.RequireAsync(parsed, client, ct)).Value;
        var path = $"test-suites/{suite.Id}/export";
        if (parsed.GetValue(Output) is not { } file)
        {
            await using var stdout = Console.OpenStandardOutput();
            await client.DownloadAsync(path, stdout, ct);
            return ExitCodes.Ok;
        }
        await Download.ToFileAsync(client, path, file, ct);
        if (!parsed.GetValue(ServerOptions.Json))
            ServerOutput.Line($"Wrote {file}.");
        return ExitCodes.Ok;
    }

    private static async Task<int> ImportAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var yaml = ReadFile(parsed.GetValue(File)!);
        var suite = (await SuiteReference.RequireAsync(parsed, client, ct)).Value;
        var answer = await ImportAsync(client, suite.Id, yaml, parsed.GetValue(Preview), ct);
        if (parsed.GetValue(ServerOptions.Json))
            ServerOutput.Json(answer.Json);
        else
            SuiteDifferenceText.Write(answer.Value, Console.Out);
        return ExitCodes.Ok;
    }

    private static byte[] ReadFile(string path)
    {
        try
        {
            return new FileInfo(path).Length <= LargestFile
                ? System.IO.File.ReadAllBytes(path)
                : throw new UserError($"'{path}' is larger than {LargestFile / 1024 / 1024} MiB: split it and import the parts.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"'{path}' cannot be read: {e.Message}");
        }
    }

    private static string Text(ImportProblem problem) =>
        PlainText.OneLine($"{problem.File}{(problem.Line is { } line ? $":{line}:{problem.Column ?? 1}" : "")}: {problem.Message}{(problem.Hint is { } hint ? $" {hint}" : "")}");
}
