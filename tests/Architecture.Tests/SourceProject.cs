using System.Xml.Linq;

namespace Alicerce.Architecture.Tests;

/// <summary>A project file: which of our projects and which packages it names.</summary>
internal sealed record SourceProject(string Name, string Folder, IReadOnlyList<string> References, IReadOnlyList<string> Packages)
{
    public bool IsModule => Name.StartsWith("Modules.", StringComparison.Ordinal);

    public static SourceProject Read(string file)
    {
        var xml = XDocument.Load(file);
        return new SourceProject(
            ShortName(file),
            Path.GetDirectoryName(file)!,
            [.. Includes(xml, "ProjectReference").Select(ShortName)],
            [.. Includes(xml, "PackageReference")]);
    }

    private static IEnumerable<string> Includes(XDocument xml, string element) => xml.Descendants(element).Select(e => (string)e.Attribute("Include")!);

    private static string ShortName(string file) =>
        Path.GetFileNameWithoutExtension(file.Replace('\\', '/').Split('/')[^1]).Replace("Alicerce.", "", StringComparison.Ordinal);
}
