using Alicerce.Engine.Discovery;
using Microsoft.Extensions.Configuration;

namespace Alicerce.Modules.Testing.Discovery;

/// <summary>Which folders of this machine may be scanned (T004-36).</summary>
/// <param name="Roots"><c>ALICERCE_SCAN_ROOTS</c>: absolute folders with colons between them; none means that only uploads and URLs are scanned.</param>
internal sealed record ScanSettings(IReadOnlyList<string> Roots)
{
    public const string RootsSetting = "ALICERCE_SCAN_ROOTS";

    public static ScanSettings Read(IConfiguration configuration) =>
        new((configuration[RootsSetting] ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    public static IEnumerable<string> Check(IConfiguration configuration) =>
        from root in Read(configuration).Roots
        where !root.StartsWith('/') || RealPath.Of(root) is null or "/"
        select $"{RootsSetting} names '{root}': use absolute paths of folders that exist, with colons between them, and never the root of the file system.";

    /// <summary>The folder without links; null when it does not exist or lies outside every root, which the caller is not told apart.</summary>
    public string? Resolve(string path)
    {
        if (!path.StartsWith('/') || path.Contains('\0') || RealPath.Of(path) is not { } real || !Directory.Exists(real)) return null;
        return Roots.Select(RealPath.Of).Any(root => root is not null && (real == root || real.StartsWith(root + "/", StringComparison.Ordinal))) ? real : null;
    }
}
