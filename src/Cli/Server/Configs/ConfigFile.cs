namespace Alicerce.Cli.Server.Configs;

/// <summary>A generated file on this machine: written whole or not at all, with the one before kept beside it.</summary>
internal static class ConfigFile
{
    private const string BackupSuffix = ".alicerce-backup";
    private const long Largest = 4 * 1024 * 1024;

    /// <summary>A regular file, or none yet, in a folder that is there: what is written to a device or a pipe cannot be put in the old one's place.</summary>
    private static void Demand(string path)
    {
        if (Directory.Exists(path)) throw new UserError($"{path} is a folder: name a file in it.");
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder)) throw new UserError($"{path} cannot be written: there is no folder {folder}.");
        if (File.Exists(path) && (File.GetAttributes(path) & (FileAttributes.Device | FileAttributes.ReparsePoint)) != FileAttributes.None)
            throw new UserError($"{path} is a device or a link and no file: leave the option out to print.");
    }

    /// <returns>Empty for a file that is not there.</returns>
    public static async Task<string> ReadAsync(string path, CancellationToken ct)
    {
        Demand(path);
        try
        {
            if (!File.Exists(path)) return "";
            if (new FileInfo(path).Length > Largest) throw new UserError($"{path} has more than {Largest / 1024 / 1024} MiB: that is no generated file.");
            return await File.ReadAllTextAsync(path, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{path} cannot be read: {e.Message}");
        }
    }

    /// <param name="isSecret">Nobody but its owner may read it, nor the one before.</param>
    public static async Task WriteAsync(string path, string content, bool isSecret, CancellationToken ct)
    {
        Demand(path);
        var made = $"{path}.{Guid.NewGuid():N}";
        try
        {
            // Made for its owner only, so that not even for a moment somebody else can read it.
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using (var writer = new StreamWriter(made, options)) await writer.WriteAsync(content.AsMemory(), ct);
            if (!OperatingSystem.IsWindows() && !isSecret) File.SetUnixFileMode(made, File.Exists(path) ? File.GetUnixFileMode(path) : UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
            if (File.Exists(path))
            {
                if (!OperatingSystem.IsWindows() && isSecret) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
                File.Move(path, path + BackupSuffix, overwrite: true);
            }

            File.Move(made, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{path} cannot be written: {e.Message}");
        }
        finally
        {
            File.Delete(made);
        }
    }
}
