using Alicerce.Engine.Formats;

namespace Alicerce.Engine.Discovery.OpenApi;

/// <summary>
/// References of a document that was fetched by URL. A file of its origin gets a name: its address as seen from the document's folder, or
/// from the origin's root, with a leading slash, where it lies elsewhere.
/// </summary>
public static class RemoteReference
{
    /// <param name="main">The document, with its address.</param>
    /// <param name="from">Name of the file that refers.</param>
    /// <param name="address">What it refers to, without the fragment.</param>
    /// <returns>Null when it leads to another origin, or nowhere.</returns>
    public static string? NameOf(SourceFile main, string from, string address)
    {
        if (AddressOf(main, from) is not { } at || !Uri.TryCreate(at, address, out Uri? target)) return null;
        if (Uri.Compare(target, at, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) != 0) return null;
        string whole = target.GetComponents(UriComponents.SchemeAndServer | UriComponents.PathAndQuery, UriFormat.UriEscaped);
        string folder = FolderOf(main);
        if (whole == main.Address!.GetComponents(UriComponents.SchemeAndServer | UriComponents.PathAndQuery, UriFormat.UriEscaped)) return main.Path;
        return whole.StartsWith(folder, StringComparison.Ordinal) ? whole[folder.Length..] : target.PathAndQuery;
    }

    /// <summary>Where a file of that name is fetched; always of the document's own origin. Null for a document without an address.</summary>
    public static Uri? AddressOf(SourceFile main, string name)
    {
        if (main.Address is null || name == main.Path) return main.Address;
        return new Uri(name.StartsWith('/') ? main.Address.GetLeftPart(UriPartial.Authority) + name : FolderOf(main) + name);
    }

    /// <summary>Names of the files of the document's origin that one file refers to; empty for a file that cannot be read.</summary>
    /// <param name="main">The document, with its address.</param>
    /// <param name="file">The document itself, or a file that was fetched with it.</param>
    public static IReadOnlySet<string> NamesIn(SourceFile main, SourceFile file, CancellationToken ct)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        DocumentReferences.Visit(DocumentReader.Read(file.Path, file.Content).Document?.Root, (_, reference) =>
        {
            var (address, _) = DocumentReferences.Split(reference);
            if (address.Length > 0 && NameOf(main, file.Path, address) is { } name) names.Add(name);
        }, ct);
        return names;
    }

    private static string FolderOf(SourceFile main) => new Uri(main.Address!, ".").GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
