using System.Security.Cryptography;
using Alicerce.Vectors.Embedding.Bert;
using Alicerce.Vectors.Embedding.Bert.Files;

namespace Alicerce.Cli.Models;

/// <summary>
/// Makes a model's folder appear as a whole: files are gathered in <c>.NAME.part</c> beside it, the encoder has to be able to read them, and
/// only then the folder gets its name.
/// </summary>
internal sealed class ModelInstallation(string folder, string name)
{
    private readonly string _staging = Path.Combine(folder, $".{name}.part");
    private readonly string _old = Path.Combine(folder, $".{name}.old");

    public string Target { get; } = Path.Combine(folder, name);

    /// <summary>Everything that the manifest lists is there and as it says.</summary>
    public async Task<bool> IsCompleteAsync(IReadOnlyList<ModelManifestFile> files, CancellationToken ct)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(Target, file.Path);
            if (!File.Exists(path) || new FileInfo(path).Length != file.Size) return false;
            await using var stream = File.OpenRead(path);
            if (!Convert.ToHexString(await SHA256.HashDataAsync(stream, ct)).Equals(file.Sha256, StringComparison.OrdinalIgnoreCase)) return false;
        }

        return true;
    }

    /// <returns>The model's name and its dimensions, as the encoder gives them.</returns>
    public async Task<(string Name, int Dimensions)> RunAsync(IReadOnlyList<ModelManifestFile> files, ModelFileDownload download, CancellationToken ct)
    {
        Directory.CreateDirectory(_staging);
        await using var held = Hold();
        // Of another version of the manifest.
        foreach (var stray in Directory.EnumerateFiles(_staging, "*", SearchOption.AllDirectories).Where(path => !Belongs(path, files)).ToList()) File.Delete(stray);
        RequireRoom(files);
        // The small ones first: a wrong address is then noticed before the weights are fetched.
        foreach (var file in files.OrderBy(file => file.Size)) await download.RunAsync(_staging, file, ct);
        var read = Read();
        held.Close();
        File.Delete(LockPath);
        if (Directory.Exists(_old)) Directory.Delete(_old, recursive: true);
        if (Directory.Exists(Target)) Directory.Move(Target, _old);
        Directory.Move(_staging, Target);
        if (Directory.Exists(_old)) Directory.Delete(_old, recursive: true);
        return (read.Name.Replace(Path.GetFileName(_staging), name, StringComparison.Ordinal), read.Dimensions);
    }

    private string LockPath => Path.Combine(_staging, ".lock");

    private FileStream Hold()
    {
        try
        {
            return new FileStream(LockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new UserError($"'{_staging}' is in use: another 'alicerce models pull {name}' is at work; wait for it.", ExitCodes.Failed);
        }
    }

    private bool Belongs(string path, IReadOnlyList<ModelManifestFile> files) =>
        path == LockPath || files.Any(file => Path.Combine(_staging, file.Path) is var wanted && (path == wanted || path == wanted + ".part"));

    private void RequireRoom(IReadOnlyList<ModelManifestFile> files)
    {
        var needed = files.Sum(file => file.Size) - Directory.EnumerateFiles(_staging, "*", SearchOption.AllDirectories).Sum(path => new FileInfo(path).Length);
        var free = new DriveInfo(_staging).AvailableFreeSpace;
        if (free < needed) throw new UserError($"'{folder}' has room for {PullProgress.Megabytes(free)}, and {PullProgress.Megabytes(needed)} are still to be fetched; make room, or choose another place with --to.", ExitCodes.Failed);
    }

    private (string Name, int Dimensions) Read()
    {
        try
        {
            using var generator = BertEmbeddingGenerator.Load(_staging);
            return (generator.ModelName, generator.Dimensions);
        }
        catch (ModelFileException e)
        {
            throw new UserError($"The files are the manifest's, but Alicerce cannot work with them, and nothing was installed. {e.Message}", ExitCodes.Failed);
        }
    }
}
