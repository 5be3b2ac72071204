using System.Globalization;

namespace Alicerce.Platform.Data;

/// <summary>One server a data folder. The kernel drops the lock with the process, so a kill leaves nothing to clean up.</summary>
public sealed class DataRootLock : IDisposable
{
    private readonly FileStream _file;

    private DataRootLock(FileStream file) => _file = file;

    public static DataRootLock Take(DataRoot root)
    {
        var path = root.File("server.lock");
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            file.SetLength(0);
            file.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            file.Flush();
            return new DataRootLock(file);
        }
        catch (IOException e)
        {
            throw new StartupException(
                $"Another server{HolderOf(path)} already uses the data folder '{root.Path}'. Stop it, or set ALICERCE_DATA to another folder.", e);
        }
    }

    public void Dispose() => _file.Dispose();

    private static string HolderOf(string path)
    {
        try
        {
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return reader.ReadToEnd() is { Length: > 0 } pid ? $" (process {pid})" : "";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
