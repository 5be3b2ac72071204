using System.CommandLine;
using System.Text.Json;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Environments;
using Alicerce.Cli.Server.Wire;
using Alicerce.Cli.Terminal;

namespace Alicerce.Cli.Server.Scenarios;

/// <summary><c>alicerce scenario import FILE</c>: a file of any size, sent in parts that are each taken over wholly or not at all.</summary>
internal static class ImportCommand
{
    private const string StandardInput = "-";
    private static readonly Argument<string> Source = new("file") { Description = "A file that ends with .csv, .jsonl or .ndjson; or - for standard input." };
    private static readonly Option<string?> Format = new Option<string?>("--format") { Description = "jsonl or csv; what the file's name ends with when it is not given." }.AcceptOnlyFromAmong(ScenarioFormat.JsonLines, ScenarioFormat.Csv);

    public static Command Create()
    {
        var command = new Command("import", "Import scenarios from CSV with a header (title, description, tags) or JSON lines. A title that is there already is passed over.") { Source, Format, ServerOptions.Project }.WithServer();
        command.SetServerAction(ImportAsync);
        return command;
    }

    private static async Task<int> ImportAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var name = parsed.GetValue(Source)!;
        var format = parsed.GetValue(Format) ?? ScenarioFormat.OfName(name) ?? throw new UserError($"What is in '{name}'? Give --format jsonl or --format csv.");
        await using var file = Open(name);
        var scope = await OwnerScope.ReadAsync(parsed, client, ct);
        var upload = new Upload(client, $"scenarios/import?{scope.Query()}", ScenarioFormat.MediaType(format));
        await upload.SendAsync(FileChunk.ReadAsync(file, format == ScenarioFormat.Csv, ct), ct);
        if (upload.Done.Rows == 0) throw new UserError($"There is no scenario in '{name}'{(format == ScenarioFormat.Csv ? " below the header" : "")}.");
        if (parsed.GetValue(ServerOptions.Json)) ServerOutput.Json(JsonSerializer.SerializeToElement(upload.Done, ServerJson.Default.ScenarioImport));
        else ServerOutput.Line($"{upload.Done.Imported} imported, {upload.Done.Existing} existed already.");
        return ExitCodes.Ok;
    }

    private static Stream Open(string name)
    {
        if (name == StandardInput) return Console.OpenStandardInput();
        try
        {
            return new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"'{name}' cannot be read: {e.Message}");
        }
    }

    /// <summary>One file on its way, and how much of it has arrived.</summary>
    private sealed class Upload(ServerClient client, string path, string mediaType)
    {
        private readonly CounterLine _line = new();
        private FileChunk? _underWay;

        public ScenarioImport Done { get; private set; } = new(0, 0, 0);

        /// <summary>Each request has a key of its own, so that one that is sent again is taken over once.</summary>
        public async Task SendAsync(IAsyncEnumerable<FileChunk> chunks, CancellationToken ct)
        {
            try
            {
                await foreach (var chunk in chunks)
                {
                    _underWay = chunk;
                    var answer = (await client.SendAsync(HttpMethod.Post, path, new RequestContent(chunk.Bytes, mediaType), ServerJson.Default.ImportedScenarios, ct)).Value;
                    Done = new ScenarioImport(Done.Rows + chunk.Rows, Done.Imported + answer.Imported, Done.Existing + answer.Existing);
                    _underWay = null;
                    _line.Show($"{Done.Rows} rows sent, {Done.Imported} imported, {Done.Existing} existed already");
                }
            }
            catch (RefusedRequest refused)
            {
                throw new UserError($"{refused.WithFields(_underWay!.PlaceInFile).Message}\n{SoFar($"line {_underWay.FirstLine} and what follows it were not taken over")}");
            }
            catch (Exception e) when (e is UserError or IOException)
            {
                throw new UserError($"{e.Message}\n{SoFar(Unknown())}", e is UserError { ExitCode: var code } ? code : ExitCodes.BadInput);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                _line.Erase();
                await Console.Error.WriteLineAsync($"alicerce: {SoFar(Unknown())}");
                throw;
            }
            finally
            {
                _line.Erase();
            }
        }

        private string Unknown() => _underWay is { } chunk ? $"lines {chunk.FirstLine} to {chunk.LastLine} may have been taken over; the rest was not sent" : "the rest was not sent";

        private string SoFar(string rest) => $"{Done.Imported} imported, {Done.Existing} existed already; {rest}. Import the file again when that is mended: what is there already is passed over.";
    }
}
