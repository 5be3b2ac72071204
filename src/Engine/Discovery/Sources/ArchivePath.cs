namespace Alicerce.Engine.Discovery;

/// <summary>Names inside archives.</summary>
internal static class ArchivePath
{
    private const int MaxLength = 1024;

    /// <summary>The relative path, or null for a name that points outside: absolute, with a drive, or with <c>..</c>.</summary>
    public static string? Normalise(string name)
    {
        string path = name.Replace('\\', '/');
        bool drive = path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0]);
        if (path.Length > MaxLength || path.StartsWith('/') || drive || path.Contains('\0')) return null;
        string[] segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return Array.Exists(segments, s => s == "..") ? null : string.Join('/', segments.Where(s => s != "."));
    }
}
