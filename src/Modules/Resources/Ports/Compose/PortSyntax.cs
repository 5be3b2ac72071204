using System.Globalization;
using System.Text.RegularExpressions;

namespace Alicerce.Modules.Resources.Ports.Compose;

/// <summary>The short way of writing a port in a compose file: <c>[ADDRESS:][HOST:]CONTAINER[/PROTOCOL]</c>, each port also as a range.</summary>
/// <param name="Host">Null when the container engine chooses one at every start.</param>
internal sealed partial record PortSyntax(string? Address, (int First, int Last)? Host, (int First, int Last) Target, string Protocol)
{
    /// <returns>Null for what is no port.</returns>
    public static PortSyntax? Parse(string text)
    {
        if (Written().Match(text) is not { Success: true } match) return null;
        if (RangeOf(match.Groups["target"].Value) is not { } target) return null;
        var written = match.Groups["host"].Value;
        var host = written.Length == 0 ? null : RangeOf(written);
        if (written.Length > 0 && host is null) return null;
        var address = match.Groups["address"].Value.Trim('[', ']');
        return new PortSyntax(address.Length == 0 ? null : address, host, target, match.Groups["protocol"] is { Success: true } protocol ? protocol.Value.ToLowerInvariant() : "tcp");
    }

    public static (int First, int Last)? RangeOf(string text)
    {
        var ends = text.Split('-');
        if (ends.Length > 2 || NumberOf(ends[0]) is not { } first || NumberOf(ends[^1]) is not { } last || last < first) return null;
        return (first, last);
    }

    private static int? NumberOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65_535 ? port : null;

    [GeneratedRegex(@"^((?<address>\[[0-9A-Fa-f:.]+\]|[0-9]+(\.[0-9]+){3}):)?((?<host>[0-9-]*):)?(?<target>[0-9-]+)(/(?<protocol>[A-Za-z]+))?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
