using System.IO.Compression;
using System.Text;
using Alicerce.Cli.Project;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Discovery.OpenApi;

namespace Alicerce.Cli.Server.Packing;

/// <summary>One file that is sent.</summary>
/// <param name="Removed">Where credentials stood that are not sent.</param>
internal sealed record PackedFile(string Path, int Size, IReadOnlyList<string> Removed);

/// <summary>
/// What a server gets of a project (D20): components, OpenAPI documents with what they refer to, and the Quantum configuration and alicerce.yaml
/// without credentials. Everything else stays: environment files, keys, version control, whatever else lies in the folder.
/// </summary>
internal sealed class ProjectPack
{
    private static readonly OpenApiScanner OpenApi = new();

    private readonly List<PackedFile> _files = [];
    private readonly List<string> _leftOut = [];

    private ProjectPack() { }

    public IReadOnlyList<PackedFile> Files => _files;

    /// <summary>Files that would have been sent, and why they are not.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

    /// <summary>A zip file.</summary>
    public byte[] Archive { get; private set; } = [];

    /// <summary>alicerce.yaml without credentials; null when there is none.</summary>
    public string? Config { get; private set; }

    /// <exception cref="UserError">The folder cannot be packed within the limits of the server.</exception>
    public static ProjectPack Of(ProjectFolder project, CancellationToken ct)
    {
        var options = project.ScanOptions();
        var listed = new FolderSource(project.Path, options).List(ct);
        if (listed.Refused)
            throw new UserError(string.Join('\n', listed.Findings.Select(f => $"{f.Message} {f.Hint}")));
        var pack = new ProjectPack();
        pack.ReadConfig(project);
        pack.Write(listed.Files, options.Archive, ct);
        return pack;
    }

    private void ReadConfig(ProjectFolder project)
    {
        if (!project.HasConfig)
            return;
        var (text, removed) = CredentialRemoval.Remove(File.ReadAllText(Path.Combine(project.Path, ProjectFolder.ConfigFile)));
        if (text is null)
        {
            _leftOut.Add($"{ProjectFolder.ConfigFile}: credentials cannot be told apart in it");
            return;
        }
        Config = text;
        _files.Add(new PackedFile(ProjectFolder.ConfigFile, Encoding.UTF8.GetByteCount(text), removed));
    }

    private void Write(IReadOnlyList<ProjectFile> listed, ArchiveLimits limits, CancellationToken ct)
    {
        var documents = listed.Where(f => !IsComponent(f.Path) && !IsQuantumConfig(f.Path)).ToDictionary(f => f.Path, StringComparer.Ordinal);
        var wanted = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var document in documents.Values)
            NoteOpenApi(document, documents, wanted);

        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in listed.Where(f => IsComponent(f.Path) || IsQuantumConfig(f.Path) || wanted.Contains(f.Path)))
            {
                ct.ThrowIfCancellationRequested();
                Add(zip, file);
                if (buffer.Length > limits.MaxPackedBytes || _files.Count > limits.MaxEntries)
                    throw new UserError($"The project is too large to be sent: at most {limits.MaxEntries:N0} files and {limits.MaxPackedBytes / 1024 / 1024} MiB packed. Leave files out with ignore.scan in {ProjectFolder.ConfigFile}.");
            }
        }
        Archive = buffer.ToArray();
    }

    /// <summary>An OpenAPI document is sent with the files that its references lead to, and with no others.</summary>
    private static void NoteOpenApi(ProjectFile file, Dictionary<string, ProjectFile> documents, SortedSet<string> wanted)
    {
        if (Read(file) is not { } content || !OpenApi.Accepts(content))
            return;
        wanted.Add(file.Path);
        OpenApi.Scan(content, path =>
        {
            if (!documents.TryGetValue(path, out var sibling) || Read(sibling) is not { } found)
                return null;
            wanted.Add(path);
            return found;
        });
    }

    private void Add(ZipArchive zip, ProjectFile file)
    {
        if (Read(file) is not { } source)
        {
            _leftOut.Add($"{file.Path}: cannot be read");
            return;
        }
        var (bytes, removed) = IsQuantumConfig(file.Path) ? WithoutCredentials(source) : (source.Content, []);
        if (bytes is not { } sent)
        {
            _leftOut.Add($"{file.Path}: it is not valid YAML, so its credentials cannot be told apart");
            return;
        }
        using var entry = zip.CreateEntry(file.Path, CompressionLevel.Fastest).Open();
        entry.Write(sent.Span);
        _files.Add(new PackedFile(file.Path, sent.Length, removed));
    }

    private static (ReadOnlyMemory<byte>? Bytes, IReadOnlyList<string> Removed) WithoutCredentials(SourceFile source)
    {
        var (text, removed) = CredentialRemoval.Remove(Encoding.UTF8.GetString(source.Content.Span));
        return (text is null ? (ReadOnlyMemory<byte>?)null : Encoding.UTF8.GetBytes(text), removed);
    }

    private static SourceFile? Read(ProjectFile file)
    {
        try
        {
            return new SourceFile(file.Path, file.Read(), file.ModifiedAt);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsComponent(string path) => path.EndsWith(".q", StringComparison.OrdinalIgnoreCase);

    private static bool IsQuantumConfig(string path) => Path.GetFileName(path) is "quantum.config.yaml" or "quantum.config.yml" or "quantum.yaml" or "quantum.yml";
}
