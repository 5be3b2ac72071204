namespace Alicerce.Cli.Server.Secrets;

/// <summary>Finds a program as a shell does. The current folder is not looked through: whoever writes into it does not choose who gets the secrets.</summary>
internal static class ProgramPath
{
    public const int NotFound = 127;
    public const int NotExecutable = 126;

    /// <param name="name">With a slash it is a path; else a name that PATH has.</param>
    public static string Find(string name)
    {
        if (name.Contains('/', StringComparison.Ordinal)) return Demand(Path.GetFullPath(name), name);
        var found = (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Where(Path.IsPathRooted).Select(folder => Path.Combine(folder, name)).Where(File.Exists).ToList();
        return found.Find(IsExecutable) ?? (found.Count > 0 ? Demand(found[0], name) : throw new UserError($"'{name}' cannot be run: no folder of PATH has it. A program of this folder is './{name}'.", NotFound));
    }

    private static string Demand(string path, string name)
    {
        if (!File.Exists(path)) throw new UserError($"'{name}' cannot be run: there is no such file.", NotFound);
        return IsExecutable(path) ? path : throw new UserError($"'{name}' cannot be run: it is not executable; 'chmod +x' makes it so.", NotExecutable);
    }

    private static bool IsExecutable(string path) => OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != UnixFileMode.None;
}
