using System.Security.Cryptography;
using Alicerce.Engine.Discovery.Quantum.Rules;

namespace Alicerce.Engine.Discovery.Quantum;

/// <summary>Reads <c>.q</c> files (S004-DISC-01…09): one file gives one component, and findings for all that is wrong in it.</summary>
public sealed class QuantumScanner(ScanOptions options) : IComponentScanner
{
    private readonly RouteMap _routes = RouteMap.Of(options);

    /// <inheritdoc/>
    public bool Accepts(SourceFile file) => file.Path.EndsWith(".q", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public ScannedFile Scan(SourceFile file, Func<string, SourceFile?> siblings)
    {
        if (file.Content.Length > options.MaxFileSize)
            return new ScannedFile([], [SourceFindings.TooLarge(file.Path, options.MaxFileSize)]);

        ReadOnlySpan<byte> content = file.Content.Span;
        QuantumDocument document = QuantumParser.Parse(content);
        var page = new QuantumPage(file.Path, document);
        Component component = ComponentReader.Read(page, file, _routes.RouteOf(file.Path), Convert.ToHexStringLower(SHA256.HashData(content)));
        var findings = new FindingList(file.Path);
        WellFormednessRule.Check(page, findings);
        foreach (Action<QuantumPage, FindingList> rule in QuantumRules.All) rule(page, findings);
        return new ScannedFile([component], findings.Sorted());
    }
}
