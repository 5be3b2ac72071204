using System.Text.Json.Nodes;
using Alicerce.Engine.Formats;

namespace Alicerce.Engine.Discovery.OpenApi;

/// <summary>
/// Takes the files that a document refers to into it, under <c>x-files</c>, and turns their references into local ones. Beside a file these
/// are files of its folder or below; beside a document that was fetched, whatever of its origin was fetched with it. Nothing is fetched here.
/// </summary>
internal sealed class ReferenceBundler(SourceFile main, JsonObject root, Func<string, SourceFile?> siblings, OpenApiFindings findings)
{
    internal const string FilesKey = "x-files";
    private const int MostFiles = 200;
    private const long MostBytes = 32 * 1024 * 1024;

    private readonly string _folder = main.Path[..(main.Path.LastIndexOf('/') + 1)];
    private readonly Dictionary<string, string?> _prefixes = new() { [main.Path] = "" };
    private readonly Queue<(string Path, JsonNode Node)> _waiting = new([(main.Path, root)]);
    private readonly JsonObject _files = [];
    private long _bytes;

    public void Bundle()
    {
        while (_waiting.TryDequeue(out var next))
            DocumentReferences.Visit(next.Node, (at, reference) =>
            {
                if (Local(reference, next.Path, at) is { } local && local != reference)
                    at["$ref"] = local;
            });
        if (_files.Count > 0)
            root[FilesKey] = _files;
    }

    /// <summary>The reference as seen from the root of the main document; null when it cannot be followed.</summary>
    private string? Local(string reference, string from, JsonNode at)
    {
        var (address, fragment) = DocumentReferences.Split(reference);
        var path = address.Length == 0 ? from : main.Address is null ? Joined(from, Uri.UnescapeDataString(address)) : RemoteReference.NameOf(main, from, address);
        if (path is null && (main.Address is not null || IsAbsolute(address)))
        {
            findings.Add(FindingSeverity.Warning, "openapi.remote_ref", $"The reference {reference} leads to another place of the network and is not followed.",
                "Keep a copy of that document beside this one and refer to the copy.", at, reference);
            return null;
        }
        if (path is null)
        {
            findings.Add(FindingSeverity.Error, "openapi.ref_outside", $"The reference {reference} leads out of the document's folder and is not followed.",
                "Move the file into the folder of the document.", at, reference);
            return null;
        }
        if (!_prefixes.TryGetValue(path, out var prefix))
            _prefixes[path] = prefix = Take(path, reference, at);
        return prefix is null ? null : $"#{prefix}{JsonPointer.FromFragment(fragment)}";
    }

    private static bool IsAbsolute(string address) => address.Contains("://") || address.StartsWith("//", StringComparison.Ordinal);

    private string? Joined(string from, string address)
    {
        if (IsAbsolute(address) || address.StartsWith('/') || address.Contains('\\') || address.Contains('\0'))
            return null;
        var segments = new List<string>(from.Split('/')[..^1]);
        foreach (var segment in address.Split('/'))
        {
            if (segment == ".." && segments.Count == 0)
                return null;
            if (segment == "..")
                segments.RemoveAt(segments.Count - 1);
            else if (segment is not ("." or ""))
                segments.Add(segment);
        }
        var joined = string.Join('/', segments);
        return joined.StartsWith(_folder, StringComparison.Ordinal) ? joined : null;
    }

    private string? Take(string path, string reference, JsonNode at)
    {
        if (Found(path, reference, at) is not { } file)
            return null;
        var read = DocumentReader.Read(path, file.Content);
        if (read.Document is not { Root: { } content })
        {
            findings.Add(FindingSeverity.Error, "openapi.malformed", read.Problem?.Message ?? "The file is empty.", "Mend the file.", path,
                new SourceLocation(read.Problem?.Line ?? 1, read.Problem?.Column ?? 1));
            return null;
        }
        findings.AddSource(path, read.Document);
        _files[path] = content;
        _waiting.Enqueue((path, content));
        return $"/{FilesKey}/{JsonPointer.Escape(path)}";
    }

    private SourceFile? Found(string path, string reference, JsonNode at)
    {
        var why = "is not here, or is one of too many";
        try
        {
            if (_files.Count < MostFiles && siblings(path) is { } file && (_bytes += file.Content.Length) <= MostBytes)
                return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            why = $"cannot be read: {e.Message}";
        }
        findings.Add(FindingSeverity.Error, "openapi.unresolved_ref", $"The reference {reference} leads to a file that {why.TrimEnd('.')}.",
            $"Put {path} where the reference says; at most {MostFiles} files and {MostBytes / 1024 / 1024} MB are read with a document.", at, reference);
        return null;
    }
}
