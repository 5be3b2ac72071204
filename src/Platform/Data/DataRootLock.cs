using System.Globalization;

namespace Alicerce.Platform.Data;

/// <summary>One server a data folder. The kernel drops the lock with the process, so a kill leaves nothing to clean up.</summary>
public sealed class DataRootLock : IDisposable
{
    private const string LockFile = "server.lock";
    private const string PidFile = "server.pid";
    private readonly FileStream _file;

    private DataRootLock(FileStream file) => _file = file;

    public static DataRootLock Take(DataRoot root)
    {
        var path = root.File(LockFile);
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

            // Beside the lock, because a locked file cannot be read by the one who is refused.
            File.WriteAllText(root.File(PidFile), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new DataRootLock(file);
        }
        catch (IOException e)
        {
            throw new StartupException(
                $"Another server{HolderOf(root)} already uses the data folder '{root.Path}'. Stop it, or set ALICERCE_DATA to another folder.", e);
        }
    }

    /// <summary>Whether a server is at work on this folder.</summary>
    public static bool IsTaken(DataRoot root)
    {
        try
        {
            using var file = new FileStream(root.File(LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => _file.Dispose();

    private static string HolderOf(DataRoot root)
    {
        try
        {
            return $" (process {File.ReadAllText(root.File(PidFile))})";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
