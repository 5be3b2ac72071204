using System.CommandLine;
using System.Text.RegularExpressions;
using Alicerce.Cli.Server;
using Alicerce.Outbound;

namespace Alicerce.Cli.Models;

/// <summary><c>alicerce models pull|list</c>: folders with models for text vectors.</summary>
internal static partial class ModelsCommand
{
    private const string FromVariable = "ALICERCE_MODELS_URL";

    private static readonly Argument<string> Name = new("name") { Description = "The model's name, such as all-MiniLM-L6-v2." };
    private static readonly Option<string?> From = new("--from") { Description = $"Address below which the model's files lie; {{name}} in it is the model's name. {FromVariable} when it is not given.", HelpName = "url" };
    private static readonly Option<string?> To = new("--to") { Description = "Folder of the models; 'models' in the server's data folder when it is not given.", HelpName = "dir" };
    private static readonly Option<string?> Manifest = new("--manifest") { Description = "File with the model's files, their sizes and SHA-256; else manifest.json is fetched, and --sha256 has to be given.", HelpName = "file" };
    private static readonly Option<string?> Sha256 = new("--sha256") { Description = "The SHA-256 that the manifest itself has to have.", HelpName = "hex" };

    public static Command Create()
    {
        var pull = new Command("pull", "Fetch a model; what is there of it already is not fetched again.") { Name, From, To, Manifest, Sha256 };
        pull.SetAction(PullAsync);
        var list = new Command("list", "Show the models in the folder, and known names.") { To };
        list.SetAction(parsed => List(parsed));
        return new Command("models", "Models that turn text into vectors (docs/models.md).") { pull, list };
    }

    private static async Task<int> PullAsync(ParseResult parsed, CancellationToken ct)
    {
        var name = parsed.GetValue(Name)!;
        if (!NamePattern().IsMatch(name)) throw new UserError($"'{name}' is not a model's name: letters, digits, '.', '_' and '-' are, such as all-MiniLM-L6-v2.");
        if (KnownModels.WhyNot(name) is { } whyNot) throw new UserError($"{name} cannot be used: {whyNot}. 'alicerce models list' shows names that can.");
        var from = parsed.GetValue(From) ?? System.Environment.GetEnvironmentVariable(FromVariable) ?? throw new UserError($"From where? Give --from with the address below which the files of {name} lie, or set {FromVariable}.");
        using var source = new ModelSource(from, name);
        var folder = Folder(parsed);
        try
        {
            var files = await ManifestAsync(parsed, source, name, ct);
            var installation = new ModelInstallation(folder, name);
            if (await installation.IsCompleteAsync(files, ct))
            {
                ServerOutput.Line($"{installation.Target} is there already and as the manifest says.");
                return ExitCodes.Ok;
            }

            var progress = new PullProgress(Console.Error, !Console.IsErrorRedirected, TimeProvider.System);
            var model = await installation.RunAsync(files, new ModelFileDownload(source, progress, TimeProvider.System), ct);
            ServerOutput.Line($"{installation.Target}: {model.Name}, {model.Dimensions} dimensions.");
            return ExitCodes.Ok;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"'{folder}' cannot be written: {e.Message} What was fetched is kept; the same command goes on from there.", ExitCodes.Failed);
        }
    }

    private static int List(ParseResult parsed)
    {
        var folder = Folder(parsed);
        var there = Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Where(path => File.Exists(Path.Combine(path, "modules.json")) || File.Exists(Path.Combine(path, "config.json"))).Order().ToList() : [];
        ServerOutput.Line($"In {folder}: {(there.Count == 0 ? "no models" : string.Join(", ", there.Select(Path.GetFileName)))}.");
        ServerOutput.Table(["Known name", "Dimensions", "Can be used"], KnownModels.All.Select(model => new[] { model.Name, $"{model.Dimensions}", model.WhyNot is null ? "yes" : $"no: {model.WhyNot}" }));
        return ExitCodes.Ok;
    }

    private static async Task<IReadOnlyList<ModelManifestFile>> ManifestAsync(ParseResult parsed, ModelSource source, string name, CancellationToken ct)
    {
        var sha256 = parsed.GetValue(Sha256);
        if (sha256 is not null && !ModelManifest.HashPattern().IsMatch(sha256)) throw new UserError("--sha256 needs 64 hexadecimal digits.");
        if (parsed.GetValue(Manifest) is { } path) return ModelManifest.Read(await FileBytesAsync(path, ct), name, $"--manifest '{path}'", sha256);
        if (sha256 is null) throw new UserError($"No hashes of {name} are pinned in Alicerce: give --manifest FILE, or --sha256 HEX of the {ModelManifest.FileName} at --from (docs/models.md).");
        try
        {
            using var opened = await source.OpenAsync(ModelManifest.FileName, 0, ct);
            using var body = await BoundedBody.ReadAsync(opened.Body, ModelManifest.MostBytes, ct).WaitAsync(TimeSpan.FromMinutes(1), ct);
            return ModelManifest.Read(body.Bytes.Span, name, source.AddressOf(ModelManifest.FileName), sha256);
        }
        catch (Exception e) when (e is ModelSourceException or TimeoutException or HttpRequestException)
        {
            throw new UserError($"{e.Message} Without its manifest a model is not fetched.", ExitCodes.Failed);
        }
    }

    private static async Task<byte[]> FileBytesAsync(string path, CancellationToken ct)
    {
        try
        {
            await using var file = File.OpenRead(path);
            using var body = await BoundedBody.ReadAsync(file, ModelManifest.MostBytes, ct);
            return body.Truncated ? throw new UserError($"--manifest '{path}' has more than {ModelManifest.MostBytes:N0} bytes.") : body.Bytes.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"--manifest '{path}' cannot be read: {e.Message}");
        }
    }

    private static string Folder(ParseResult parsed) =>
        parsed.GetValue(To) is { } to ? Path.GetFullPath(to)
        : DataFolder.Find(System.Environment.GetEnvironmentVariable, System.Environment.IsPrivilegedProcess) is { } data ? Path.Combine(data, "models")
        : throw new UserError("Where to? Give --to with the folder of the models.");

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\z", RegexOptions.NonBacktracking)]
    private static partial Regex NamePattern();
}
