namespace Alicerce.Engine.Discovery.Credentials;

/// <summary>Where a credential stands in plain text. Never the credential itself.</summary>
/// <param name="Path">Relative to the folder.</param>
/// <param name="Line">From 1.</param>
/// <param name="Kind">Such as <c>private key</c> or <c>password</c>.</param>
/// <param name="Name">Of the setting that holds it; null where the value tells by itself what it is.</param>
public sealed record FoundCredential(string Path, int Line, string Kind, string? Name);

/// <summary>Looks through a text file, or those of a folder, without following links, within bounds of number, size and depth.</summary>
public static class CredentialScanner
{
    private const int MostFiles = 50_000;
    private const int LargestFile = 1024 * 1024;
    private const int DeepestFolder = 40;
    private const int MostFound = 1_000;
    private static readonly IgnoreList s_ignore = new([]);

    public static IEnumerable<FoundCredential> Scan(string folder, CancellationToken ct)
    {
        var enumeration = new EnumerationOptions { RecurseSubdirectories = false, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };
        return FilesOf(folder, "", 0, enumeration, ct).Take(MostFiles).SelectMany(file => ScanFile(file.Path, file.Real)).Take(MostFound);
    }

    /// <summary>One file, whatever its name. It has to be text, of at most 1 MiB.</summary>
    /// <exception cref="InvalidDataException">It is not; the message says which.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IEnumerable<FoundCredential> ScanOne(string file)
    {
        if (new FileInfo(file).Length > LargestFile) throw new InvalidDataException($"it has more than {LargestFile / 1024} KiB");
        var text = File.ReadAllText(file);
        return text.Contains('\0', StringComparison.Ordinal) ? throw new InvalidDataException("it is no text") : ScanText(Path.GetFileName(file), text).Take(MostFound);
    }

    /// <summary>What stands in one text.</summary>
    public static IEnumerable<FoundCredential> ScanText(string path, string text)
    {
        var line = 0;
        foreach (var content in text.Split('\n'))
        {
            line++;
            foreach (var (kind, name) in CredentialRules.Find(path, content)) yield return new FoundCredential(path, line, kind, name);
        }
    }

    private static IEnumerable<(string Path, string Real)> FilesOf(string folder, string path, int depth, EnumerationOptions enumeration, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        foreach (var file in Directory.EnumerateFiles(folder, "*", enumeration).Order(StringComparer.Ordinal)) yield return (path + Path.GetFileName(file), file);
        if (depth >= DeepestFolder) yield break;
        foreach (var inner in Directory.EnumerateDirectories(folder, "*", enumeration).Order(StringComparer.Ordinal))
        {
            var innerPath = path + Path.GetFileName(inner);
            if (s_ignore.IgnoresFolder(innerPath)) continue;
            foreach (var file in FilesOf(inner, $"{innerPath}/", depth + 1, enumeration, ct)) yield return file;
        }
    }

    private static IEnumerable<FoundCredential> ScanFile(string path, string real)
    {
        string text;
        try
        {
            if (new FileInfo(real).Length > LargestFile) return [];
            text = File.ReadAllText(real);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }

        // A NUL is in no text.
        return text.Contains('\0', StringComparison.Ordinal) ? [] : ScanText(path, text);
    }
}
