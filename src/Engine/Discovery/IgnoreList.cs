using System.Collections.Frozen;

namespace Alicerce.Engine.Discovery;

/// <summary>Folders that hold no source of the project, and the globs that the project adds (T004-32).</summary>
public sealed class IgnoreList(IReadOnlyList<string> globs)
{
    /// <summary>Names of folders that are never entered, at any depth.</summary>
    public static readonly FrozenSet<string> Folders = FrozenSet.Create(
        StringComparer.Ordinal,
        "node_modules", ".git", ".hg", ".svn", "bin", "obj", ".venv", "venv", "__pycache__", "dist", "artifacts", "build", "coverage",
        ".idea", ".vs", ".vscode", ".next", ".cache", "target", "vendor");

    private readonly Glob[] _globs = [.. globs.Select(g => new Glob(g))];

    /// <param name="folder">Relative path of a folder.</param>
    public bool IgnoresFolder(string folder) => Folders.Contains(folder[(folder.LastIndexOf('/') + 1)..]) || MatchesGlob(folder);

    /// <param name="path">Relative path of a file, wherever it comes from.</param>
    public bool IgnoresFile(string path)
    {
        int slash = path.LastIndexOf('/');
        for (int at = 0; at < slash;)
        {
            int end = path.IndexOf('/', at);
            if (Folders.Contains(path[at..end])) return true;
            at = end + 1;
        }
        return MatchesGlob(path);
    }

    private bool MatchesGlob(string path) => Array.Exists(_globs, glob => glob.Matches(path));
}
