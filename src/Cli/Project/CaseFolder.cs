using System.Runtime.CompilerServices;
using System.Text;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Cases.Files;
using Alicerce.Engine.Files;

namespace Alicerce.Cli.Project;

/// <summary>The folder of case files. The generator writes one file a component; people write as many as they like, wherever they like.</summary>
internal sealed class CaseFolder(string project)
{
    public string Path => System.IO.Path.Combine(project, "alicerce", "cases");

    public bool HasFiles => Files().Any();

    /// <summary>The cases of all files, one at a time; what is wrong in a file stops the command with all of its problems.</summary>
    /// <param name="keys">Takes where each case stands.</param>
    /// <param name="ct">Stops the reading.</param>
    public async IAsyncEnumerable<(TestCase Case, string File)> ReadAsync(KeyPlaces keys, [EnumeratorCancellation] CancellationToken ct = default)
    {
        List<FileProblem> problems = [];
        foreach (var file in Files())
        {
            await using var stream = File.OpenRead(file);
            await foreach (var placed in CaseFileReader.ReadPlacedAsync(stream, System.IO.Path.GetRelativePath(project, file), problems.Add, keys, ct))
                yield return (placed.Case, file);
        }
        if (problems.Exists(p => p.Severity == ProblemSeverity.Error))
            throw new UserError(string.Join('\n', problems.Select(p => p.ToString())));
    }

    /// <summary>Writes what a merge changed, each case into the file it stands in; files without a change are not touched.</summary>
    public async Task WriteAsync(SuiteDiff diff, CasePlaces places, CancellationToken ct)
    {
        Directory.CreateDirectory(Path);
        var changes = diff.Changes.Where(change => change.Before is null || change.After != change.Before);
        foreach (var ofFile in changes.GroupBy(change => places.FileOf(change.After) ?? System.IO.Path.Combine(Path, CaseFileWriter.FileName(change.After.ComponentPath))))
        {
            var changed = ofFile.Where(change => change.Before is not null).ToDictionary(change => change.Key, change => change.After);
            await EditAsync(ofFile.Key, changed, [.. ofFile.Where(change => change.Before is null).Select(change => change.After)], ct);
        }
    }

    /// <summary>Writes the file beside its place and moves it there, so that a stop in between loses nothing.</summary>
    private static async Task EditAsync(string file, Dictionary<string, TestCase> changed, TestCase[] added, CancellationToken ct)
    {
        var (text, encoding) = File.Exists(file) ? await ReadTextAsync(file, ct) : (CaseFileEdit.Empty, new UTF8Encoding(false));
        var draft = file + ".new";
        await File.WriteAllTextAsync(draft, await CaseFileEdit.ApplyAsync(text, changed, added, ct), encoding, ct);
        File.Move(draft, file, overwrite: true);
    }

    private static async Task<(string Text, Encoding Encoding)> ReadTextAsync(string file, CancellationToken ct)
    {
        using var reader = new StreamReader(file, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true);
        return (await reader.ReadToEndAsync(ct), reader.CurrentEncoding);
    }

    private IEnumerable<string> Files() => Directory.Exists(Path)
        ? Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Where(IsCaseFile).Order(StringComparer.Ordinal)
        : [];

    private static bool IsCaseFile(string file) => System.IO.Path.GetExtension(file) is ".yaml" or ".yml";
}
