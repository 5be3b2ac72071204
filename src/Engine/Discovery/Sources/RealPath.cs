namespace Alicerce.Engine.Discovery;

/// <summary>Resolves every symbolic link of a path, those of its folders included.</summary>
public static class RealPath
{
    private const int MaxLinks = 40;

    /// <summary>The path without links; null when it does not exist or its links go round in a circle.</summary>
    public static string? Of(string path)
    {
        var rest = new Stack<string>(Segments(Path.GetFullPath(path)).Reverse());
        string real = "/";
        int links = 0;
        while (rest.TryPop(out string? segment))
        {
            if (segment == "..")
            {
                real = Path.GetDirectoryName(real) ?? "/";
                continue;
            }
            string next = Path.Combine(real, segment);
            string? target = new FileInfo(next).LinkTarget;
            if (target is null)
            {
                real = next;
                continue;
            }
            if (++links > MaxLinks) return null;
            if (target.StartsWith('/')) real = "/";
            foreach (string part in Segments(target).Reverse()) rest.Push(part);
        }
        return Path.Exists(real) ? real : null;
    }

    private static IEnumerable<string> Segments(string path) => path.Split('/').Where(s => s is not "" and not ".");
}
