using Alicerce.Platform.Data;

namespace Alicerce.Platform.Keys;

/// <summary>The master key where no variable gives it: a 0600 file of the data folder, beside the cluster and never inside it (D9).</summary>
internal sealed class MasterKeyFile(DataRoot root)
{
    private const string Name = "master.key";
    private const string NextName = "master.key.next";
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    public string Path => root.File(Name);

    /// <returns>Null when there is none.</returns>
    public MasterKey? Read()
    {
        if (!File.Exists(Path)) return null;
        if ((File.GetUnixFileMode(Path) & Others) != UnixFileMode.None) throw new StartupException($"The master key '{Path}' can be read or written by others. Take it from them with: chmod 600 '{Path}'");
        return MasterKey.TryParse(File.ReadAllText(Path), out var key)
            ? key
            : throw new StartupException($"The master key '{Path}' is damaged: it has to hold {MasterKey.Length} bytes as base64. Put the file back from where you keep it, or restore a backup with 'alicerce-server restore'.");
    }

    /// <summary>Beside the present one, until the database is sealed with it.</summary>
    public void WriteNext(MasterKey key) => root.WritePrivateFile(NextName, key.Reveal() + "\n");

    /// <summary>The key that was laid beside the present one; null when there is none.</summary>
    public MasterKey? ReadNext() => File.Exists(root.File(NextName)) && MasterKey.TryParse(File.ReadAllText(root.File(NextName)), out var key) ? key : null;

    /// <summary>The next key becomes the present one; the one before it is kept under its id.</summary>
    public void AdoptNext()
    {
        PutAside();
        File.Move(root.File(NextName), Path);
    }

    public void Write(MasterKey key) => root.WritePrivateFile(Name, key.Reveal() + "\n");

    /// <summary>Keeps an earlier key under its id, so that no key is ever lost by writing another; a damaged one, which a restore is for, as what it is.</summary>
    public void PutAside()
    {
        if (!File.Exists(Path)) return;
        var name = MasterKey.TryParse(File.ReadAllText(Path), out var earlier) ? earlier.Id : "damaged";
        File.Move(Path, root.File($"{Name}.{name}"), overwrite: true);
    }
}
