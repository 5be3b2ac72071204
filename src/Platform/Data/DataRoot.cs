using System.Text;

namespace Alicerce.Platform.Data;

/// <summary>
/// The folder where a server rests: cluster, credentials, tokens. It is never inside the clone (D2).
/// </summary>
public sealed class DataRoot
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // As root the cluster runs under another uid, which has to walk through this folder without being able to list it.
    private const UnixFileMode Traversable = OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private const UnixFileMode Shared = UnixFileMode.StickyBit | UnixFileMode.OtherWrite;

    private DataRoot(string path) => Path = path;

    public string Path { get; }

    public string ClusterFolder => File("cluster");

    public string AdminTokenFile => File("admin.token");

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary><c>ALICERCE_DATA</c>, else <c>/var/lib/alicerce</c> as root, else <c>$XDG_DATA_HOME/alicerce</c> or <c>~/.local/share/alicerce</c>.</summary>
    public static string Locate(Func<string, string?> variable, bool isRoot)
    {
        if (variable("ALICERCE_DATA") is { Length: > 0 } chosen) return System.IO.Path.GetFullPath(chosen);
        if (isRoot) return "/var/lib/alicerce";
        if (variable("XDG_DATA_HOME") is { Length: > 0 } xdg && System.IO.Path.IsPathRooted(xdg)) return System.IO.Path.Combine(xdg, "alicerce");
        if (variable("HOME") is { Length: > 0 } home) return System.IO.Path.Combine(home, ".local", "share", "alicerce");
        throw new StartupException("No folder for data: neither ALICERCE_DATA nor XDG_DATA_HOME nor HOME is set. Set ALICERCE_DATA to a folder of its own.");
    }

    /// <summary>Names the folder without touching it.</summary>
    public static DataRoot At(string path) => new(path);

    /// <summary>Makes the folder if needed and closes it to others: 0711 as root, 0700 otherwise. A folder that others use is left as it is.</summary>
    /// <exception cref="StartupException">It cannot be made or written, or others use it too.</exception>
    public static DataRoot Open(string path)
    {
        try
        {
            if (Directory.Exists(path) && (System.IO.File.GetUnixFileMode(path) & Shared) != UnixFileMode.None)
                throw new StartupException($"The folder '{path}' is open to every user of this machine, as /tmp is: set ALICERCE_DATA to a folder of its own, such as '{System.IO.Path.Combine(path, "alicerce")}'.");
            Directory.CreateDirectory(path);
            System.IO.File.SetUnixFileMode(path, Environment.IsPrivilegedProcess ? Traversable : OwnerOnly);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The data folder '{path}' cannot be made or written ({e.Message}). Set ALICERCE_DATA to a folder that this user owns.", e);
        }

        return new DataRoot(path);
    }

    /// <summary>A folder inside that nobody else may look into; made if needed.</summary>
    /// <returns>Its path.</returns>
    public string PrivateFolder(string name) => Directory.CreateDirectory(File(name), OwnerOnly).FullName;

    /// <summary>Writes a file that only its owner can read; it never exists half written or readable by others, and rests on the disk when this returns.</summary>
    public void WritePrivateFile(string name, string content)
    {
        var target = File(name);
        var draft = $"{target}.{Environment.ProcessId}.new";
        System.IO.File.Delete(draft);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using (var file = new FileStream(draft, options))
        {
            file.Write(Encoding.UTF8.GetBytes(content));
            file.Flush(flushToDisk: true);
        }

        System.IO.File.Move(draft, target, overwrite: true);
    }
}
