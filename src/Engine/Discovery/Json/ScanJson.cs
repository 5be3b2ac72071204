using System.Text.Json;

namespace Alicerce.Engine.Discovery;

/// <summary>
/// A scan as JSON in snake case: <c>{"components":[…],"findings":[…],"stats":{…}}</c>. Documents are left out: they are the project's own files.
/// </summary>
public static class ScanJson
{
    public static void Write(ScanResult scan, Stream to, bool indented = false) =>
        JsonSerializer.Serialize(to, Document(scan), DiscoveryJson.For<ScanDocument>(indented));

    public static string ToText(ScanResult scan, bool indented = false) =>
        JsonSerializer.Serialize(Document(scan), DiscoveryJson.For<ScanDocument>(indented));

    private static ScanDocument Document(ScanResult scan) => new(scan.Components, scan.Findings, scan.Stats);
}
