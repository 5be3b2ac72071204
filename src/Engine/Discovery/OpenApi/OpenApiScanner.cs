using System.Text.Json.Nodes;
using Alicerce.Engine.Formats;

namespace Alicerce.Engine.Discovery.OpenApi;

/// <summary>
/// Reads OpenAPI 2.0, 3.0 and 3.1 in JSON and YAML: one component a path. Older documents are turned into the 3.1 shape, which is also
/// what <see cref="ScannedFile.Document"/> holds. A broken document costs one finding, a broken operation costs that operation (S004-DISC-02).
/// </summary>
public sealed class OpenApiScanner : IComponentScanner
{
    /// <summary>Paths of one document beyond this are left out, with a finding.</summary>
    private const int MostPaths = 5000;

    public bool Accepts(SourceFile file) => OpenApiSniff.Accepts(file);

    public ScannedFile Scan(SourceFile file, Func<string, SourceFile?> siblings)
    {
        var findings = new OpenApiFindings(file.Path);
        var read = DocumentReader.Read(file.Path, file.Content);
        foreach (var warning in read.Warnings)
            findings.Add(FindingSeverity.Warning, "openapi.syntax", warning.Message, "Change the text as described.", file.Path,
                new SourceLocation(warning.Line, warning.Column), $"{warning.Line}:{warning.Column}");
        if (read.Document is not { Root: JsonObject root } source)
        {
            var problem = read.Problem ?? new ParseProblem("The document is not an object.", 1, 1);
            findings.Add(FindingSeverity.Error, "openapi.malformed", problem.Message, "Mend the text at this place; nothing of the document was read.", file.Path,
                new SourceLocation(problem.Line, problem.Column));
            return new ScannedFile([], findings.All());
        }
        findings.AddSource(file.Path, source);
        if (!IsKnownVersion(root, findings))
            return new ScannedFile([], findings.All());

        var hash = new DocumentHash(file);
        new ReferenceBundler(file, root, path => hash.Add(path, siblings(path)), findings).Bundle();
        Normalise(root);
        var document = new OpenApiDocument(file.Path, root, findings);
        var components = Components(document, file, source.LineCount, hash.ToString());
        new SchemaChecks(document).Run(components);
        return new ScannedFile(components, findings.All(), root);
    }

    private static bool IsKnownVersion(JsonObject root, OpenApiFindings findings)
    {
        var version = root.Member("swagger").Scalar() ?? root.Member("openapi").Scalar() ?? "";
        if (root.ContainsKey("swagger") ? version is "2.0" or "2" : version is "3.0" or "3.1" || version.StartsWith("3.0.") || version.StartsWith("3.1."))
            return true;
        var later = !root.ContainsKey("swagger") && version.StartsWith("3.");
        findings.Add(later ? FindingSeverity.Warning : FindingSeverity.Error, "openapi.unknown_version",
            $"The version \"{(version.Length > 20 ? version[..20] : version)}\" is not 2.0, 3.0.x or 3.1.x{(later ? "; it is read as 3.1" : "")}.",
            "Write swagger: \"2.0\" or openapi: 3.1.0 and follow that version.", root.Member("swagger") ?? root.Member("openapi"));
        return later;
    }

    private static void Normalise(JsonObject root)
    {
        if (root.ContainsKey("swagger"))
            new SwaggerUpgrade(root).Upgrade();
        else if (root.Text("openapi")?.StartsWith("3.0") != true)
            return;
        SchemaUpgrade.Upgrade(root);
        root["openapi"] = "3.1.0";
    }

    private static List<Component> Components(OpenApiDocument document, SourceFile file, int lines, string hash)
    {
        var security = new SecurityReader(document);
        var operations = new OperationReader(document, security);
        var found = new List<Component>();
        var paths = document.Top.Child("paths");
        if (paths.Node is not JsonObject { Count: > 0 })
        {
            document.Findings.Add(FindingSeverity.Warning, "openapi.no_paths", "The document declares no paths.", "Declare operations under paths.", document.Root);
            return found;
        }
        foreach (var (template, item) in paths.Members().Where(p => p.Name.StartsWith('/')))
        {
            if (found.Count >= MostPaths)
            {
                document.Findings.Add(FindingSeverity.Warning, "openapi.too_many_paths", $"Only the first {MostPaths} paths are read.", "Split the document.", paths.Node);
                break;
            }
            if (operations.PathItem(template, item) is not { } path)
                continue;
            found.Add(path with
            {
                ContentHash = hash,
                FileModifiedAt = file.ModifiedAt,
                // The document's lines count once, not once a path, so that totals stay true.
                LineCount = found.Count == 0 ? lines : 0,
            });
        }
        return found;
    }
}
