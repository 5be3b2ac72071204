using System.Security.Cryptography;
using System.Text;

namespace Alicerce.Engine.Discovery.OpenApi;

/// <summary>
/// The SHA-256 of a document with all that it refers to: the file's own when it refers to no other, else of the list of their hashes, so
/// that it changes when any of them does, appears or vanishes.
/// </summary>
internal sealed class DocumentHash(SourceFile main)
{
    private readonly SortedDictionary<string, string> _referenced = new(StringComparer.Ordinal);

    public SourceFile? Add(string path, SourceFile? file)
    {
        _referenced[path] = file is null ? "missing" : Of(file.Content.Span);
        return file;
    }

    public override string ToString()
    {
        var own = Of(main.Content.Span);
        return _referenced.Count == 0 ? own : Of(Encoding.UTF8.GetBytes(own + string.Concat(_referenced.Select(f => $"\n{f.Value} {f.Key}"))));
    }

    private static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
