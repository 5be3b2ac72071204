using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;

namespace Alicerce.Server;

/// <summary>The console as it was built: every file once in memory, with its compressed forms and its tag. There are few and they are small.</summary>
internal sealed class ConsoleFiles
{
    private const string Folder = "console";
    private const string Index = "index.html";
    private static readonly (string Encoding, string Suffix)[] Forms = [("br", ".br"), ("gzip", ".gz")];
    private readonly Dictionary<string, ConsoleFile> _files;

    private ConsoleFiles(Dictionary<string, ConsoleFile> files, string? page) => (_files, Page) = (files, page);

    /// <summary>The one page, with <c>{{nonce}}</c> where each request's nonce belongs; null where the console was not built.</summary>
    public string? Page { get; }

    /// <summary>Reads what the build laid beside this program.</summary>
    public static ConsoleFiles Load() => Load(Path.Combine(AppContext.BaseDirectory, Folder));

    public static ConsoleFiles Load(string folder)
    {
        if (!Directory.Exists(folder)) return new ConsoleFiles([], null);
        var types = new FileExtensionContentTypeProvider();
        var files = new Dictionary<string, ConsoleFile>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
            // What begins with a dot is the build's own.
            if (name == Index || name.StartsWith('.') || !types.TryGetContentType(name, out var type)) continue;
            if (Forms.Any(form => name.EndsWith(form.Suffix, StringComparison.Ordinal))) continue;
            files.Add(name, Read(path, name, type));
        }

        return new ConsoleFiles(files, File.ReadAllText(Path.Combine(folder, Index)));
    }

    /// <param name="name">Below <c>/console/</c>.</param>
    public ConsoleFile? Find(string name) => _files.GetValueOrDefault(name);

    private static ConsoleFile Read(string path, string name, string type)
    {
        var bytes = File.ReadAllBytes(path);
        var forms = Forms.Where(form => File.Exists(path + form.Suffix)).Select(form => new ConsoleFileForm(form.Encoding, File.ReadAllBytes(path + form.Suffix)));
        return new ConsoleFile(type, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..24]}\"", name.StartsWith("assets/", StringComparison.Ordinal), bytes, [.. forms]);
    }
}

/// <param name="IsNamedByContent">Its name changes with its content, so it may be kept for ever.</param>
/// <param name="Forms">Compressed, the smallest first.</param>
internal sealed record ConsoleFile(string Type, string Tag, bool IsNamedByContent, byte[] Bytes, IReadOnlyList<ConsoleFileForm> Forms);

internal sealed record ConsoleFileForm(string Encoding, byte[] Bytes);
